import { CiamLogin } from '../../../src/entries/element.ts';
import type { Ciam } from '../../support/ciam.ts';
import { LoginBox } from './login-box.ts';
import { soon } from './steps.ts';
import { APP_ID, openTabs } from './tabs.ts';

const RECORDS = 'ciam-login:redirect:';

/** All that the page keeps, as text. */
export function keptText(): string {
  return JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]);
}

/** The keys of the records that are kept of attempts to log in with Alipay. */
export function recordKeys(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(RECORDS));
}

/** Keeps the page from being left, as a page may that goes to Alipay in a way of its own. */
export function stayHere(box: LoginBox): void {
  box.element.addEventListener('ciam-login-redirect', (event) => {
    event.preventDefault();
  });
}

/** Presses the button, and gives the address that the page would have been left for. */
export async function setOut(box: LoginBox): Promise<URL> {
  const before = box.seen('redirect').length;
  await box.click(box.submitButton);
  const { url } = await box.event('redirect', before + 1);
  await soon(() => !box.submitButton.hasAttribute('data-busy'), 'the button is free');
  return new URL(String(url));
}

/** What Alipay adds to the address when somebody has agreed; `undefined` for what it shall leave out. */
export function callback(
  state: string,
  authCode: string | undefined,
  others: Record<string, string> = {},
): URLSearchParams {
  const parameters = { app_id: APP_ID, source: 'alipay_wallet', scope: 'auth_user', state, ...others };
  return new URLSearchParams({ ...parameters, ...(authCode !== undefined && { auth_code: authCode }) });
}

/** Puts what came back into the page's own address, whose query stays in front of it, as if Alipay had sent us here. */
export function comeBack(parameters: URLSearchParams | string, hash = location.hash): void {
  const { pathname, search } = location;
  history.replaceState(
    history.state,
    '',
    `${pathname}${search}${search ? '&' : '?'}${String(parameters)}${hash}`,
  );
}

/** A way to Alipay: its state, and boxes of the page that somebody comes back to. */
export interface Trip {
  readonly state: string;
  /** Makes a box like the one that they had set out from; it is not in the page yet. */
  make(): LoginBox;
  /** Puts a box into the page. */
  mount(box: LoginBox): Promise<LoginBox>;
}

/** Sets out for Alipay; the box is taken away, as if the page had been left. */
export async function setOutFrom(
  ciam: Ciam,
  attributes: Readonly<Record<string, string>> = {},
): Promise<Trip> {
  const first = await openTabs(ciam, { method: 'alipay', ...attributes });
  stayHere(first);
  if (attributes['terms-url']) await first.click(first.find('#consent'));
  const url = await setOut(first);
  const { parentElement: place } = first.element;
  const template = first.element.cloneNode() as HTMLElement;
  template.removeAttribute('method');
  first.element.remove();
  return {
    state: url.searchParams.get('state') ?? '',
    make() {
      const element = template.cloneNode();
      if (!(element instanceof CiamLogin)) throw new TypeError('a login box is no longer one');
      return new LoginBox(element, ciam, first.puzzles);
    },
    async mount(box) {
      place!.append(box.element);
      await box.element.updateComplete;
      return box;
    },
  };
}

/** Calls that redeem a code of Alipay's. */
export async function exchanges(ciam: Ciam): Promise<Awaited<ReturnType<Ciam['journal']>>> {
  const journal = await ciam.journal();
  return journal.filter(({ method, path }) => method === 'POST' && path.endsWith('/login/alipay'));
}

/** Notes the page's own address, and gives the way back to it. */
export function keepAddress(): () => void {
  const { href } = location;
  return () => {
    history.replaceState(null, '', href);
  };
}
