import { expect } from '@open-wc/testing';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { openLogin } from '../support/login-box.ts';
import { quickLogin } from '../support/quick-code.ts';

/** The headers of every call, preflights left out: those by which the API tells who asks. */
async function sentHeaders(ciam: Ciam): Promise<Record<string, string>[]> {
  const calls = (await ciam.journal()).filter(({ method }) => method !== 'OPTIONS');
  return calls.map(({ headers }) =>
    Object.fromEntries(Object.entries(headers).filter(([name]) => /^(x-|content-type)/.test(name))),
  );
}

describe('the headers of a call', function () {
  this.timeout(20_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(() => ciam.reset());

  it('name tenant and address where the page sets them, and stay the same in every call', async () => {
    await ciam.settings({ tenantId: 'tenant-7' });
    const attributes = { 'tenant-id': 'tenant-7', 'device-ip': '10.10.10.1', lang: 'zh-CN' };
    const box = await openLogin(ciam, attributes);
    await quickLogin(box, '13800138000');
    const [first = {}, ...rest] = await sentHeaders(ciam);
    expect(Object.keys(first).sort().join(' ')).to.equal(
      'x-agent x-client-id x-device-fingerprint x-device-ip x-l x-operating-sys-version x-tenant-id',
    );
    expect(first).to.include({ 'x-tenant-id': 'tenant-7', 'x-device-ip': '10.10.10.1', 'x-l': 'zh' });
    const post = { ...first, 'content-type': 'application/json;charset=utf8' };
    expect(rest).to.deep.equal([post, post, post]);
  });

  it('say the language in X-L, of which the server knows two', async () => {
    const box = await openLogin(ciam);
    let asked = 0;
    box.element.solveCaptcha = async (request) => {
      await request.fetchChallenge();
      return '';
    };
    box.mobile.value = '13800138000';
    const languages = { 'zh-CN': 'zh', zh: 'zh', 'ZH-hant-TW': 'zh', en: 'en', 'en-GB': 'en', fr: 'en' };
    for (const language of Object.keys(languages)) {
      box.element.lang = language;
      await box.element.updateComplete;
      await box.click(box.sendButton);
      await box.event('error', ++asked);
    }
    expect((await sentHeaders(ciam)).map((headers) => headers['x-l'])).to.deep.equal(
      Object.values(languages),
    );
  });
});
