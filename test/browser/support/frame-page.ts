import type { CiamLogin } from '../../../src/entries/element.ts';
import type { Ciam } from '../../support/ciam.ts';
import { LoginBox } from './login-box.ts';
import { soon } from './steps.ts';

/** A page of its own, of the same origin as the test's, as large as the window: so the mouse meets what it aims at. */
export interface FramePage {
  readonly frame: HTMLIFrameElement;
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  /** `error` events and unhandled rejections of the page. */
  readonly failures: string[];
  /** Policies that something broke. */
  readonly violations: string[];
}

/** What a page is made of. */
export interface FrameMarkup {
  readonly head?: string;
  readonly body: string;
  /** No doctype, as on pages of the nineties and by mistake. */
  readonly isQuirky?: boolean;
  /** Attributes of the frame itself. */
  readonly frame?: Readonly<Record<string, string>>;
  /** Attributes of scripts, which are added once everything that goes wrong is listened to. */
  readonly scripts?: readonly Readonly<Record<string, string>>[];
}

/** Opens a page; `remove()` its frame afterwards. */
export async function openFrame(markup: FrameMarkup): Promise<FramePage> {
  const { head = '', body, scripts = [], isQuirky = false, frame: attributes = {} } = markup;
  const frame = document.createElement('iframe');
  for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value);
  Object.assign(frame.style, { position: 'fixed', inset: '0', width: '100%', height: '100%', border: '0' });
  frame.style.background = 'white';
  const page = `<html lang="en"><head>${head}</head><body>${body}</body></html>`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  if (!isQuirky) frame.srcdoc = `<!doctype html>${page}`;
  document.body.append(frame);
  await loaded;
  // A `srcdoc` is never quirky.
  if (isQuirky) write(frame.contentDocument!, page);
  const opened = watch(frame);
  for (const attributes of scripts) {
    const script = opened.document.createElement('script');
    for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
    opened.document.head.append(script);
  }
  return opened;
}

function write(document: Document, text: string): void {
  document.open();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the one way to a page without a doctype
  document.write(text);
  document.close();
}

function watch(frame: HTMLIFrameElement): FramePage {
  const window = frame.contentWindow as Window & typeof globalThis;
  const document = frame.contentDocument!;
  const failures: string[] = [];
  const violations: string[] = [];
  window.addEventListener('error', (event) => failures.push(event.message || 'a script did not load'), true);
  window.addEventListener('unhandledrejection', (event) => failures.push(String(event.reason)));
  document.addEventListener('securitypolicyviolation', (event) => {
    violations.push(`${event.violatedDirective} ${event.blockedURI}`);
  });
  return { frame, window, document, failures, violations };
}

/** The login box of a page, once its tag is defined; handled like one in the test's own page. */
export async function boxIn({ window, document }: FramePage, ciam: Ciam): Promise<LoginBox> {
  window.localStorage.clear();
  const puzzles = watchPuzzles(window);
  await soon(() => window.customElements.get('ciam-login'), 'the tag is defined');
  const element = document.querySelector('ciam-login') as CiamLogin;
  await soon(() => element.shadowRoot?.querySelector('form'), 'the form shows');
  return new LoginBox(element, ciam, puzzles);
}

/** Learns the tokens of the puzzles from the answers as they pass. */
function watchPuzzles(page: Window): string[] {
  const tokens: string[] = [];
  const fetch = page.fetch.bind(page);
  page.fetch = async (...args) => {
    const response = await fetch(...args);
    if (response.url.endsWith('/captcha') && response.ok) {
      const body = (await response.clone().json()) as { token: string };
      tokens.push(body.token);
    }
    return response;
  };
  return tokens;
}
