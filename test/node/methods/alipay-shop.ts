import { alipay } from '../../../src/methods/alipay.js';
import { alipayStep } from '../../../src/methods/alipay-step.js';
import { type FlowBench, type Visit, type VisitOptions, startFlowBench } from '../flow/visit.js';
import { type FakeDevice, fakeDevice } from '../support/fake-device.js';
import { type FakePage, fakePage, fakePlace } from '../support/fake-page.js';

export const APP_ID = '2021000000000000';
export const LOGIN_PAGE = 'https://shop.example/login';

/** Somebody at a page that offers the login with Alipay. */
export interface Shop extends Visit {
  readonly page: FakePage;
  /** Presses the button, and gives where that has led: `undefined` when it led nowhere. */
  press(consent?: string): URL | undefined;
  /** Looks for an answer in the page's address, and waits until that login is over. */
  resume(): Promise<boolean>;
}

/** How a shop differs from the usual one. */
export interface ShopOptions extends Omit<VisitOptions, 'step'> {
  address?: string;
  isFramed?: boolean;
  userAgent?: string;
  /** The page itself, for two widgets on one. */
  page?: FakePage;
}

/** How somebody comes back. */
export interface Return extends ShopOptions {
  /** What Alipay adds, as pairs; `state` and `app_id` are filled in where they are `true`. */
  answer: readonly (readonly [string, string | true])[];
  /** Follows the whole address: `#top`. */
  hash?: string;
}

/** Any number of shops with one tenant, and the way from them to Alipay and back. */
export interface AlipayBench extends FlowBench {
  open(options?: ShopOptions): Promise<Shop>;
  /** Presses the button in a shop, and opens the page to which Alipay sends back, in the same browser. */
  goAndReturn(back: Return, before?: ShopOptions): Promise<Shop>;
  /** Paths of all calls that could have spent something. */
  posts(): string[];
}

export async function startAlipayBench(): Promise<AlipayBench> {
  const bench = await startFlowBench();
  const open: AlipayBench['open'] = async (options = {}) => {
    const { address = LOGIN_PAGE, isFramed, userAgent, settings } = options;
    const page = options.page ?? fakePage(address);
    if (isFramed !== undefined) page.isFramed = isFramed;
    if (userAgent !== undefined) page.userAgent = userAgent;
    const device = options.device ?? fakeDevice();
    const step = alipayStep(alipay.screen, fakePlace(page, device));
    const visit = await bench.visit({
      ...options,
      device,
      step,
      settings: { alipayAppId: APP_ID, ...settings },
    });
    return Object.defineProperties(
      { page, ...actions(visit, page) },
      Object.getOwnPropertyDescriptors(visit),
    ) as Shop;
  };
  return {
    ...bench,
    open,
    posts: () => bench.server.journal.list({ method: 'POST' }).map(({ path }) => path),
    async goAndReturn({ answer, hash = '', ...after }, before = {}) {
      const device = after.device ?? before.device ?? fakeDevice();
      const shop = await open({ ...before, device });
      const url = shop.press('on');
      if (!url) throw new Error(`Nobody was sent to Alipay, but: ${shop.told.join()}`);
      // The page is left.
      shop.flow.cancel();
      const address = callback(url, answer) + hash;
      return open({ ...before, address, ...after, device });
    },
  };
}

function actions({ flow, first, trace }: Visit, page: FakePage): Pick<Shop, 'press' | 'resume'> {
  return {
    press(consent) {
      const before = page.left.length;
      void flow.submit({ consent });
      const url = page.left[before];
      return url === undefined ? undefined : new URL(url);
    },
    async resume() {
      if (first !== flow.state.step) trace.push('restart');
      const isOurs = flow.resume(first);
      await ended(flow);
      return isOurs;
    },
  };
}

/** Waits until nothing is under way any more. */
export async function ended(flow: Visit['flow']): Promise<void> {
  while (flow.state.phase === 'submitting') await new Promise((resolve) => setTimeout(resolve, 2));
}

/** What Alipay brings, with this code, where all goes well. */
export function success(code: string): Return['answer'] {
  return [
    ['app_id', true],
    ['source', 'alipay_wallet'],
    ['userOutputs', 'auth_user'],
    ['scope', 'auth_user'],
    ['alipay_token', ''],
    ['state', true],
    ['auth_code', code],
  ];
}

/** Where Alipay sends somebody who came by this address. */
function callback({ searchParams }: URL, answer: Return['answer']): string {
  const returnTo = searchParams.get('redirect_uri')!;
  const added = answer.map(([name, value]) => `${name}=${value === true ? searchParams.get(name)! : value}`);
  const separator = returnTo.includes('?') ? '&' : '?';
  return returnTo + (added.length ? separator : '') + added.join('&');
}

/** Keys of what the browser keeps of logins that have left a page. */
export function records({ stored }: FakeDevice): string[] {
  return [...stored.keys()].filter((key) => key.startsWith('ciam-login:redirect:'));
}
