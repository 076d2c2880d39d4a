import { aTimeout, expect } from '@open-wc/testing';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { recordKeys, setOut, stayHere } from '../support/alipay.ts';
import { fill, focused } from '../support/hands.ts';
import type { LoginBox } from '../support/login-box.ts';
import { patch, unpatch } from '../support/patch.ts';
import { endings } from '../support/phases.ts';
import { shownErrors, soon } from '../support/steps.ts';
import { APP_ID, TAB_NAMES, openTab, openTabs } from '../support/tabs.ts';

const [SMS, ALIPAY] = TAB_NAMES.en;

describe('promise S4: on the way to Alipay', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(async () => {
    unpatch();
    await ciam.reset();
  });

  async function openAlipay(attributes: Readonly<Record<string, string>> = {}): Promise<LoginBox> {
    const box = await openTabs(ciam, { methods: 'alipay,sms', ...attributes });
    stayHere(box);
    return box;
  }

  it('the page is told the address, and may keep it from being left', async () => {
    const box = await openAlipay();
    const seen: Event[] = [];
    document.addEventListener('ciam-login-redirect', (event) => seen.push(event), { once: true });
    const before = location.href;
    const url = await setOut(box);
    const [event] = seen;
    expect([event?.bubbles, event?.composed, event?.cancelable]).to.deep.equal([true, true, true]);
    expect(box.seen('redirect').map(({ detail }) => detail)).to.deep.equal([
      { method: 'alipay', url: String(url) },
    ]);
    const state = url.searchParams.get('state') ?? '';
    expect(state).to.match(/^[0-9a-f]{64}$/);
    // The address to the letter: Alipay compares it with what is registered there, and wants it encoded once.
    expect(String(url)).to.equal(
      'https://openauth.alipay.com/oauth2/publicAppAuthorize.htm' +
        `?app_id=${APP_ID}&scope=auth_user&state=${state}` +
        `&redirect_uri=${encodeURIComponent(location.origin + location.pathname)}`,
    );
    await aTimeout(100);
    expect([location.href, endings(box), await ciam.journal()]).to.deep.equal([before, [], []]);
  });

  it('every attempt has a state of its own, and a record that says nothing of anybody', async () => {
    const box = await openAlipay();
    await openTab(box, SMS);
    fill(box.mobile, '13800138000');
    fill(box.code, '424242');
    await openTab(box, ALIPAY);
    const states = [await setOut(box), await setOut(box)].map((url) => url.searchParams.get('state') ?? '');
    expect(new Set(states).size).to.equal(2);
    expect(recordKeys().sort()).to.deep.equal(states.map((state) => `ciam-login:redirect:${state}`).sort());
    for (const key of recordKeys()) {
      const record = JSON.parse(localStorage.getItem(key) ?? '') as Record<string, unknown>;
      expect(Math.abs(Date.now() - Number(record['at']))).to.be.below(10_000);
      expect({ ...record, at: 0 }).to.deep.equal({
        at: 0,
        returnTo: location.origin + location.pathname,
        consent: false,
      });
    }
    expect(sessionStorage.length + document.cookie.length).to.equal(0);
  });

  it('records that are too old are swept by the next attempt, and nobody else’s', async () => {
    const box = await openAlipay();
    await setOut(box);
    const [old = ''] = recordKeys();
    const record = JSON.parse(localStorage.getItem(old) ?? '') as object;
    localStorage.setItem(old, JSON.stringify({ ...record, at: Date.now() - 601_000 }));
    localStorage.setItem(`${old}x`, 'rubbish');
    localStorage.setItem('basket', '7');
    const url = await setOut(box);
    expect(recordKeys()).to.deep.equal([`ciam-login:redirect:${url.searchParams.get('state') ?? ''}`]);
    expect(localStorage.getItem('basket')).to.equal('7');
  });

  it('what is set goes into the address', async () => {
    const box = await openAlipay({
      'alipay-scope': 'auth_base',
      'alipay-redirect-uri': '/door?shop=7',
      'alipay-authorize-url': 'http://127.0.0.1:9/authorize?sandbox=1',
      'alipay-api': 'v2',
    });
    const url = await setOut(box);
    expect(url.href).to.match(/^http:\/\/127\.0\.0\.1:9\/authorize\?sandbox=1&app_id=/);
    expect(url.searchParams.get('scope')).to.equal('auth_base');
    expect(url.searchParams.get('redirect_uri')).to.equal(`${location.origin}/door?shop=7`);
  });

  it('consent comes first, and is remembered', async () => {
    const box = await openAlipay({ 'terms-url': '/t' });
    await box.click(box.submitButton);
    expect((await box.event('error'))['code']).to.equal('consent-required');
    await soon(() => focused()?.id === 'consent', 'the focus is at the box to tick');
    expect([box.seen('redirect').length, recordKeys().length]).to.deep.equal([0, 0]);
    await box.click(box.find('#consent'));
    await setOut(box);
    expect(localStorage.getItem(recordKeys()[0] ?? '')).to.contain('"consent":true');
  });

  const mistakes: [attribute: string, value: string][] = [
    ['alipay-app-id', 'your-app-id'],
    ['alipay-app-id', '2021 0000'],
    ['alipay-scope', 'auth_zhima'],
    ['alipay-redirect-uri', 'http://shop.example/'],
    ['alipay-redirect-uri', 'https://shop.example/#box'],
    ['alipay-redirect-uri', 'https://me:secret@shop.example/'],
    ['alipay-redirect-uri', '/shop?state=1'],
    ['alipay-redirect-uri', 'javascript:alert(1)'],
    ['alipay-authorize-url', 'http://alipay.example/'],
    ['alipay-authorize-url', 'javascript:alert(1)'],
    ['alipay-authorize-url', '/here'],
    ['alipay-api', 'v4'],
  ];
  it('a mistake of the page’s is told by the attribute’s name, before anything happens', async () => {
    const box = await openAlipay();
    for (const [count, [attribute, value]] of mistakes.entries()) {
      const before = box.element.getAttribute(attribute);
      box.element.setAttribute(attribute, value);
      await box.click(box.submitButton);
      const { code, message, method } = await box.event('error', count + 1);
      expect([code, method], `${attribute}=${value}`).to.deep.equal(['config', 'alipay']);
      expect(message).to.contain(`(${attribute})`);
      await soon(() => shownErrors(box)[0] === message, 'it shows');
      if (before === null) box.element.removeAttribute(attribute);
      else box.element.setAttribute(attribute, before);
    }
    expect([box.seen('redirect'), recordKeys(), await ciam.journal()]).to.deep.equal([[], [], []]);
    await setOut(box);
    expect(shownErrors(box)).to.deep.equal([]);
  });

  it('an app id that is missing although Alipay is asked for is told, too', async () => {
    const box = await openAlipay({ methods: 'alipay', 'alipay-app-id': '' });
    await box.click(box.submitButton);
    expect((await box.event('error'))['message']).to.contain('(alipay-app-id)');
  });

  it('a browser that keeps nothing is told before it leaves', async () => {
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const box = await openAlipay();
    for (const [count, names] of [['setItem'], ['getItem', 'setItem', 'removeItem']].entries()) {
      for (const name of names) patch(Storage.prototype, name, { value: refuse });
      await box.click(box.submitButton);
      const { code, message } = await box.event('error', count + 1);
      expect(code).to.equal('alipay-unavailable');
      expect(message).to.contain('keeps no data');
      await soon(() => shownErrors(box)[0] === message, 'it shows');
      expect([box.seen('redirect').length, focused() === box.submitButton]).to.deep.equal([count, true]);
      unpatch();
      await setOut(box);
    }
  });

  it('WeChat’s own browser is told what to do instead', async () => {
    const box = await openAlipay({ lang: 'zh-CN' });
    patch(navigator, 'userAgent', { value: `${navigator.userAgent} MicroMessenger/8.0.50` });
    await box.click(box.submitButton);
    const { code, message } = await box.event('error');
    expect(code).to.equal('alipay-unavailable');
    expect(message).to.contain('微信内无法打开支付宝');
    expect([box.seen('redirect').length, recordKeys().length]).to.deep.equal([0, 0]);
  });
});
