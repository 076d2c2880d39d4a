import { expect } from '@open-wc/testing';
import { FIXED_CODE, FIXED_MOBILE } from '../../../demo/server/test-numbers.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { startCdn } from '../support/built-files.ts';
import { openDisturbed, runIn } from '../support/disturbed-page.ts';
import type { FramePage } from '../support/frame-page.ts';
import { loaded } from '../support/hands.ts';
import type { LoginBox } from '../support/login-box.ts';
import { PATHS, press, puzzleReady, solve } from '../support/steps.ts';

/** Freezes the language as "hardened JavaScript" (SES) does: every class of its own, and what it inherits. */
const FREEZE = `
  const names = Object.getOwnPropertyNames(globalThis).filter((name) => /^[A-Z]/.test(name));
  for (const name of names) {
    const value = globalThis[name];
    if (typeof value !== 'function' || value.prototype instanceof EventTarget) continue;
    if (value.prototype) Object.freeze(value.prototype);
    Object.freeze(value);
  }
  for (let each of [async function () {}, function* () {}, async function* () {}])
    while ((each = Object.getPrototypeOf(each))) Object.freeze(each);`;

/**
 * What our calls are made of: names that a page may have let into `Object.prototype` from its own address. Not `signal`:
 * Lit itself draws no listener then.
 */
const OPTIONS = [
  ...['body', 'method', 'headers', 'credentials', 'redirect', 'cache', 'path', 'proof', 'stateToken'],
  ...['baseUrl', 'jwksUri', 'tenantId', 'deviceIp', 'timeout', 'encryptPoint', 'api', 'signature', 'X-evil'],
];

/** Names that lead somewhere else in a document with elements of these names. */
const CLOBBERED = {
  id: [
    'trustedTypes',
    'ShadyCSS',
    'litNonce',
    'litHtmlPolyfillSupport',
    'CiamLogin',
    'jQuery',
    'Zepto',
    'exports',
  ],
  name: [
    'activeElement',
    'adoptedStyleSheets',
    'defaultView',
    'cookie',
    'fullscreenElement',
    'getElementById',
  ],
};

/** Habits of libraries that pages still have. */
const OLD_LIBRARIES = `
  Array.prototype.toJSON = function () { return '[' + this.join() + ']'; };
  Array.prototype.each = function (act) { this.forEach(act); };
  Element.prototype.remove_ = Element.prototype.remove;
  String.prototype.toJSON = function () { return JSON.stringify(String(this)); };`;

describe('a page that', function () {
  this.timeout(30_000);
  let ciam: Ciam;
  let cdn: string;
  let page: FramePage;
  let box: LoginBox;

  before(async () => {
    ciam = await startCiam();
    cdn = await startCdn();
  });
  beforeEach(() => ciam.reset());
  afterEach(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
  });

  async function open(
    ...how: Partial<Parameters<typeof openDisturbed> extends [unknown, ...infer R] ? R : never>
  ) {
    ({ page, box } = await openDisturbed({ ciam, cdn }, ...how));
  }

  /** From an empty form to a session, with the puzzle. */
  async function logIn(): Promise<void> {
    await box.type(box.mobile, FIXED_MOBILE);
    await press('Enter');
    await solve(box);
    await box.event('code-sent');
    await box.type(box.code, FIXED_CODE);
    await press('Enter');
    await box.event('success');
    expect(box.seen('error')).to.deep.equal([]);
    expect(page.failures).to.deep.equal([]);
  }

  it('promise F3: has frozen the whole language', async () => {
    await open((page) => runIn(page, FREEZE), { attributes: 'jwks-uri="auto"' });
    const { Symbol, Object, Error } = page.window;
    expect([Symbol, Object.prototype, Error.prototype].map(Object.isFrozen)).to.deep.equal([
      true,
      true,
      true,
    ]);
    await logIn();
    expect(await box.event('success')).to.include({ verified: true });
  });

  it('promises S7 and N10: has the names of our options in Object.prototype: the same is sent', async () => {
    await open();
    await loaded(box);
    for (const name of OPTIONS) Reflect.set(page.window.Object.prototype, name, 'https://polluted.example');
    await logIn();
    const journal = (await ciam.journal()).filter(({ method }) => method !== 'OPTIONS');
    expect(journal.map(({ method, path }) => `${method} ${path}`)).to.deep.equal([
      `GET ${PATHS.captcha}`,
      ...[PATHS.verify, PATHS.send, PATHS.login].map((path) => `POST ${path}`),
    ]);
    expect(JSON.stringify(journal)).to.not.contain('polluted');
  });

  it('promise S6: submits the form past every listener puts nothing into the address', async () => {
    await open();
    await box.type(box.mobile, FIXED_MOBILE);
    await box.type(box.code, FIXED_CODE);
    const { href } = page.window.location;
    let loads = 0;
    page.frame.addEventListener('load', () => loads++);
    try {
      box.find<HTMLFormElement>('form').submit();
    } catch {
      // Firefox throws where there is nowhere to go.
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([page.frame.contentWindow?.location.href, loads]).to.deep.equal([href, 0]);
  });

  it('promise A6: hides the box while its puzzle is open is not left dead behind it', async () => {
    await open();
    const other = page.document.createElement('button');
    page.document.body.prepend(other);
    let clicks = 0;
    other.addEventListener('click', () => clicks++);
    await box.type(box.mobile, FIXED_MOBILE);
    await press('Enter');
    await puzzleReady(box);
    box.element.style.display = 'none';
    expect(await box.event('error')).to.include({ code: 'captcha-cancelled' });
    await box.click(other);
    expect(clicks).to.equal(1);
    box.element.style.display = '';
    await box.type(box.code, FIXED_CODE);
    await press('Enter');
    await box.event('success');
  });

  it('promise F3: has our names for elements of its own, old libraries, a foreign <base>, and the box in a dialog', async () => {
    const around = (tag: string) =>
      `<dialog><div id="home">${tag}</div></dialog>` +
      CLOBBERED.id.map((id) => `<a id="${id}"></a>`).join('') +
      CLOBBERED.name.map((name) => `<form name="${name}"></form>`).join('');
    await open(
      (page) => {
        runIn(page, OLD_LIBRARIES);
        const { document } = page;
        document.head.append(
          Object.assign(document.createElement('base'), { href: 'https://base.example/x/' }),
        );
        document.querySelector('dialog')!.showModal();
      },
      { around },
    );
    const home = page.document.querySelector('#home')!;
    // eslint-disable-next-line wc/no-closed-shadow-root -- that is what pages may do
    home.attachShadow({ mode: 'closed' }).append(box.element);
    await logIn();
    const asked = page.window.performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).origin);
    expect(asked).to.not.include('https://base.example');
  });
});
