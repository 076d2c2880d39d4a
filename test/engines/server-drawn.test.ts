import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type CiamServer, startCiamServer } from '../../demo/server/ciam-server.js';
import { FIXED_CODE, FIXED_MOBILE } from '../../demo/server/test-numbers.js';
import { type CiamLoginAttributes, renderCiamLogin, type RenderOptions } from '../../src/entries/ssr.js';
import { sms } from '../../src/methods/sms.js';
import { LoginElement } from '../../src/ui/login-element.js';
import { bundle } from '../node/build/bundle.js';
import { DrawnPage } from './support/drawn-page.js';
import { inEachEngine } from './support/in-each-engine.js';
import type { PageSource } from './support/serve-pages.js';

const MODULE = '<script type="module" src="/cdn/ciam-login.js" nonce="n0nce"></script>';
const BUNDLE = '<script defer src="/cdn/ciam-login.bundle.js"></script>';
const BUNDLE_CODE = readFileSync('dist/cdn/ciam-login.bundle.js', 'utf8');

/** What the page sees: how logins end, and what a policy has forbidden. */
interface Witness {
  seen: string[];
}
const WITNESS = `<script nonce="n0nce">
seen = [];
addEventListener('securitypolicyviolation', (event) => seen.push(event.violatedDirective));
addEventListener('ciam-login-success', (event) => seen.push(event.type));
addEventListener('ciam-login-error', (event) => seen.push(event.detail.code));
</script>`;

/** An app's own element, which has text messages alone; and the same as the app's script. */
class SmsLogin extends LoginElement {
  static override readonly loginMethods = [sms];
}
const SMS_LOGIN = `import { LoginElement } from './ui/login-element.js';
import { sms } from './methods/sms.js';
customElements.define('sms-login', class extends LoginElement { static loginMethods = [sms]; });`;

inEachEngine('a login box that a server has drawn', (browser) => {
  let ciam: CiamServer;
  let page: DrawnPage;

  beforeAll(async () => {
    ciam = await startCiamServer({ allowedOrigins: () => [page.site.origin] });
  });
  beforeEach(() => ciam.reset());
  afterEach(() => page.close());
  afterAll(() => ciam.stop());

  function draw(attributes: CiamLoginAttributes = {}, options: RenderOptions = {}): string {
    const all = { 'base-url': ciam.origin, 'client-id': 'demo-client', ...attributes };
    return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title>
      <link rel="icon" href="data:,">${WITNESS}<p>A shop</p>${renderCiamLogin(all, options)}`;
  }

  async function open(source: PageSource, more: Record<string, PageSource> = {}, tag?: string) {
    page = await DrawnPage.open(browser(), { '/': source, ...more }, tag);
  }

  const seen = () => browser().evaluate(() => (window as unknown as Witness).seen);

  async function logIn(button: string): Promise<void> {
    await page.click('.main', button);
    await browser().waitFor('the end', () => (window as unknown as Witness).seen.length > 0);
    expect(await seen()).toEqual(['ciam-login-success']);
  }

  it('promise S1: keeps what is typed before any script, under a strict policy, and logs in with it', async () => {
    const policy = `default-src 'none'; script-src 'nonce-n0nce'; style-src 'nonce-n0nce'; connect-src ${ciam.origin}; img-src data:`;
    const html = draw({ 'terms-url': '/terms' }, { nonce: 'n0nce' }) + MODULE;
    await open({ html, headers: { 'content-security-policy': policy } });
    await page.click('#consent');
    await page.click('#code');
    await browser().type(FIXED_CODE);
    await page.click('#mobile');
    await browser().type(FIXED_MOBILE.replace('2', ''));
    await browser().press('Enter');
    await page.click('.main', 'Log in');
    await page.click('#mobile');
    await browser().press('Home');
    await browser().press('ArrowRight');
    const before = await page.form();
    expect(before).toEqual({
      ...{ url: '/', forms: 1, mobile: FIXED_MOBILE.replace('2', ''), code: FIXED_CODE, consent: true },
      ...{ focus: 'mobile', caret: [1, 1, before.caret[2]], isAlive: false },
    });

    await page.bringScripts();
    expect(await page.form()).toEqual({ ...before, isAlive: true });
    await browser().type('2');
    expect(await page.form()).toMatchObject({ mobile: FIXED_MOBILE, code: FIXED_CODE });
    await logIn('Log in');
  });

  it('loses no key of somebody who types on while the script comes: the bundle, in Chinese', async () => {
    await open(draw({ lang: 'zh-CN', 'alipay-app-id': '2021000000000000' }) + BUNDLE);
    await page.click('#code');
    await browser().type(FIXED_CODE);
    await page.click('#mobile');
    const scripts = page.bringScripts();
    for (const digit of FIXED_MOBILE) await browser().type(digit);
    await scripts;
    expect(await page.form()).toMatchObject({ forms: 1, mobile: FIXED_MOBILE, focus: 'mobile' });
    await logIn('登录');
  });

  it('is taken over by a class of one’s own under another tag, with what was selected', async () => {
    const html = draw({}, { element: SmsLogin, tag: 'sms-login' });
    const built = await ownScript;
    const headers = { 'content-type': 'text/javascript' };
    const files = Object.fromEntries(
      built.map(({ name, text }) => [`/own/${name}`, { html: text, headers }]),
    );
    const app = built.find(({ modules }) => modules.includes('src/app.ts'))!;
    const script = `<script type="module" src="/own/${app.name}"></script>`;
    await open(html + script, files, 'sms-login');
    await page.click('#mobile');
    await browser().type(FIXED_MOBILE);
    await browser().evaluate(() => {
      const root = document.querySelector('sms-login')!.shadowRoot!;
      root.querySelector('input')!.blur();
      root.querySelector<HTMLInputElement>('#mobile')!.focus();
      root.querySelector<HTMLInputElement>('#mobile')!.setSelectionRange(2, 5, 'backward');
    });
    await page.bringScripts();
    expect(await page.form()).toMatchObject({
      forms: 1,
      mobile: FIXED_MOBILE,
      caret: [2, 5, 'backward'],
    });
  });

  it('is one form where the script is there before the element', async () => {
    await open(draw().replace('</p>', '</p><script src="/cdn/ciam-login.bundle.js"></script>'));
    await page.bringScripts();
    expect(await page.form()).toMatchObject({ forms: 1, isAlive: true });
  });

  for (const [where, cut] of [
    ['before the form', '<template shadowrootmode="open">'],
    ['in the middle of the form', '<label for="code"'],
  ] as const) {
    it(`is one form where a script comes while the page is being read: ${where}`, async () => {
      const [before = '', after = ''] = draw({}, { children: '<p slot="footer">Help</p>' }).split(cut);
      let readOn = (): void => undefined;
      const rest = new Promise<string>((resolve) => (readOn = () => resolve(after)));
      await open({ html: before + cut, headers: {}, rest });
      await browser().evaluate((code) => {
        document.head.append(Object.assign(document.createElement('script'), { textContent: code }));
      }, BUNDLE_CODE);
      readOn();
      await page.bringScripts();
      expect(await page.form()).toMatchObject({ forms: 1, isAlive: true });
    });
  }
});

/** Built once for all engines. */
const ownScript = bundle(SMS_LOGIN);
