import { beforeEach, expect } from 'vitest';
import { createClient } from '../../../src/client/client.js';
import { type RedirectProvider, redirectStep } from '../../../src/flow/redirect-step.js';
import type { Run } from '../../../src/flow/step.js';
import { Abandoned, CiamError } from '../../../src/protocol/errors.js';
import { caught, rejection } from '../support/caught.js';
import { fakeDevice } from '../support/fake-device.js';
import { fakePage, fakePlace } from '../support/fake-page.js';

export const PAGE = 'https://shop.example/login';

/** A page, a browser and a service to leave for, new for each test, without any server. */
export function redirectBench() {
  const begin = () => ({ page: fakePage(PAGE), device: fakeDevice(), sent: [] as string[] });
  const bench = begin();
  beforeEach(() => void Object.assign(bench, begin()));

  /** A service like Alipay; without `appIdParameter` one like WeChat. */
  const provider = (change: Partial<RedirectProvider> = {}): RedirectProvider => ({
    ...{
      id: 'alipay',
      screen: { name: 'start', fields: [] },
      codeParameter: 'auth_code',
      appIdParameter: 'app_id',
    },
    ...{
      otherParameters: ['source'],
      errorTexts: { en: {}, 'zh-CN': {} },
      continuations: {},
      obstacle: () => null,
    },
    plan: () => ({ appId: '1', returnTo: PAGE, authorize: (state) => `https://pay.example/?state=${state}` }),
    send(code) {
      bench.sent.push(code);
      return Promise.reject(new CiamError('refused'));
    },
    ...change,
  });
  const step = (change?: Partial<RedirectProvider>) =>
    redirectStep(provider(change), fakePlace(bench.page, bench.device));

  const runOf = (change: Partial<Run> = {}, clientId = 'a', timeout = 5000): Run => ({
    ...{
      signal: new AbortController().signal,
      expected: {},
      setting: () => undefined,
      mobilePattern: () => null,
    },
    ...{ solveCaptcha: () => Promise.reject(new CiamError('captcha-cancelled')), mayLeave: () => true },
    client: () => createClient({ baseUrl: 'https://ciam.example', clientId, timeout }, bench.device),
    ...change,
  });

  /** Leaves for the service, and gives the state that goes along. */
  async function leave(values = {}, change?: Partial<RedirectProvider>): Promise<string> {
    const controller = new AbortController();
    const leaving = step(change).submit(values, runOf({ signal: controller.signal }));
    controller.abort();
    expect(await rejection(() => leaving)).toBeInstanceOf(Abandoned);
    return new URL(bench.page.left.at(-1)!).searchParams.get('state')!;
  }

  /** What became of coming back with this query: `code` for a refusal, or what was sent. */
  async function comeBack(query: string, change?: Partial<RedirectProvider>): Promise<string> {
    bench.page.address = `${PAGE}?${query}`;
    const resumption = step(change).resume?.(runOf());
    if (!resumption) return 'not ours';
    const { code } = await caught(() => resumption.finish(runOf()));
    return bench.sent.length ? `sent ${bench.sent.join()}` : code;
  }

  return Object.assign(bench, { provider, step, runOf, leave, comeBack });
}
