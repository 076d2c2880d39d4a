import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type CiamServer, startCiamServer } from '../../demo/server/ciam-server.js';
import { FIXED_CODE, FIXED_MOBILE } from '../../demo/server/test-numbers.js';
import { inEachEngine } from './support/in-each-engine.js';
import type { Origin } from './support/origin.js';
import { servePages } from './support/serve-pages.js';
import { shopLog } from './support/shop-page.js';
import { strictPage } from './support/strict-page.js';

const STAIN = `document.documentElement.setAttribute('style', 'color: red');`;
const LOGGED_IN = ['success sms', 'step sms done'];

inEachEngine('login by text message on a page of its own', (browser) => {
  let ciam: CiamServer;
  let shop: Origin;

  beforeAll(async () => {
    ciam = await startCiamServer({ allowedOrigins: () => [shop.origin] });
  });
  beforeEach(async () => {
    ciam.reset();
    shop = await servePages({
      '/shop': strictPage('nonce', ciam.origin, { methods: 'sms' }),
      '/stain': strictPage('nonce', ciam.origin, { methods: 'sms' }, STAIN),
      '/tea': '<!doctype html><title>Tea</title><p>Elsewhere in the shop',
    });
    await browser().open(`${shop.origin}/shop`);
  });
  afterEach(() => shop.stop());
  afterAll(() => ciam.stop());

  async function logIn(): Promise<void> {
    await browser().click(['ciam-login', '[name=mobile]']);
    await browser().type(FIXED_MOBILE);
    await browser().click(['ciam-login', '[name=code]']);
    await browser().type(FIXED_CODE);
    await browser().click(['ciam-login', 'button'], 'Log in');
    await browser().waitFor(
      'the form gives way to "done"',
      () => !!document.querySelector('ciam-login')?.shadowRoot?.querySelector('.done'),
    );
  }

  it('promise S1: a canary: what the policy of a page forbids is in the log', async () => {
    await browser().open(`${shop.origin}/stain`);
    expect(await shopLog(browser())).toEqual(['violation style-src-attr inline']);
  });

  it('promise S1: logs in with real clicks and keys', async () => {
    await logIn();
    expect(await shopLog(browser())).toEqual(LOGGED_IN);
    expect(ciam.journal.list({ method: 'POST' })).toHaveLength(1);
  });

  it('is an idle form again after a reload, and logs in again', async () => {
    await logIn();
    await browser().reload();
    expect(await shopLog(browser())).toEqual(LOGGED_IN);
    await logIn();
    expect(await shopLog(browser())).toEqual([...LOGGED_IN, ...LOGGED_IN]);
  });

  it('promise N11: is usable and without the code after the way to another page and back', async () => {
    await browser().click(['ciam-login', '[name=code]']);
    await browser().type('99');
    await browser().open(`${shop.origin}/tea`);
    await browser().back();
    expect(await browser().url()).toBe(`${shop.origin}/shop`);
    await logIn(); // a code that was still there would be in front of this one
    expect(await shopLog(browser())).toEqual(LOGGED_IN);
  });
});
