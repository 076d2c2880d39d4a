import { expect } from '@open-wc/testing';
import { resetMouse } from '@web/test-runner-commands';
import { type JournalEntry } from '../../../demo/server/journal.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { hold, letGo, openPuzzle, pieceX } from '../support/hands.ts';
import { type SeenEvent, openLogin } from '../support/login-box.ts';
import { patch, unpatch } from '../support/patch.ts';
import { quickLogin } from '../support/quick-code.ts';
import { PATHS } from '../support/steps.ts';

/** What browsers add by themselves; every other header was set by the widget. */
const BROWSERS_OWN =
  /^(accept|accept-encoding|accept-language|cache-control|connection|content-length|host|origin|pragma|priority|referer|sec-.*|te|user-agent|access-control-request-(headers|method))$/;

/** A request without what differs between browsers. */
function asSent({ method, path, query, headers, body }: JournalEntry) {
  const own = Object.entries(headers).filter(([name]) => !BROWSERS_OWN.test(name));
  const asked = headers['access-control-request-headers']?.split(/,\s*/).sort().join();
  const preflight = { for: headers['access-control-request-method'], asked };
  return { method, path: path + query, headers: Object.fromEntries(own), body, ...(asked && preflight) };
}

describe('what goes over the wire in one login of the documents’ 12345678901 with 232326', function () {
  this.timeout(60_000);
  let ciam: Ciam;
  let journal: JournalEntry[];
  let device: Record<'fingerprint' | 'osVersion' | 'userAgent', string>;
  let x: number;
  let puzzle: string;
  let addresses: string[];
  const inits: (RequestInit | undefined)[] = [];

  before(async () => {
    // The same host as this page, so that its cookies would come along if they were let; and a server of its own, so
    // that no preflight is remembered.
    ciam = await startCiam({ host: 'localhost' });
    patch(Math, 'random', { value: () => 0 }); // FingerprintJS reports one visit in a thousand to its maker
    performance.setResourceTimingBufferSize(10_000);
    document.cookie = 'shop=open; SameSite=Lax';
    const box = await openLogin(ciam);
    const watched = window.fetch;
    window.fetch = (...args) => {
      inits.push(args[1]);
      return watched(...args);
    };
    await openPuzzle(box, '12345678901');
    await hold(box, box.slider, await box.solution());
    x = pieceX(box);
    puzzle = box.puzzles.at(-1) ?? '';
    await letGo();
    await box.event('code-sent');
    await box.type(box.code, '232326');
    await box.click(box.submitButton);
    device = ((await box.event('success')) as SeenEvent['detail'] & { device: typeof device }).device;
    journal = await ciam.journal();
    addresses = performance.getEntriesByType('resource').map(({ name }) => name);
  });
  after(async () => {
    unpatch();
    document.cookie = 'shop=; max-age=0';
    await resetMouse();
  });

  it('promise N10: these calls, with these headers and bodies, and no other', () => {
    const get = {
      'x-client-id': 'demo-client',
      'x-device-fingerprint': device.fingerprint,
      'x-operating-sys-version': device.osVersion,
      'x-agent': navigator.userAgent,
      'x-l': 'en',
    };
    const post = { ...get, 'content-type': 'application/json;charset=utf8' };
    const call = (method: 'GET' | 'POST', path: string, body: unknown) => {
      const headers = method === 'GET' ? get : post;
      const asked = Object.keys(headers).sort().join();
      return [
        { method: 'OPTIONS', path, headers: {}, body: null, for: method, asked },
        { method, path, headers, body },
      ];
    };
    const point = `{"x":${String(x)}.0,"y":5.0}`;
    const mobile = '12345678901';
    expect(journal.map(asSent)).to.deep.equal([
      ...call('GET', PATHS.captcha, null),
      ...call('POST', PATHS.verify, { point_json: point, token: puzzle, sender: mobile }),
      ...call('POST', PATHS.send, { mobile, type: 'LOGIN_SMS', captcha_token: `${puzzle}---${point}` }),
      ...call('POST', PATHS.login, { mobile, verify_code: '232326' }),
    ]);
    expect(device.fingerprint).to.match(/^[0-9a-f]{32}$/);
    expect(device.osVersion).to.match(/^[A-Z]/);
    expect(device.userAgent).to.equal(navigator.userAgent);
  });

  it('promise N10: without cookies, redirects and caches', () => {
    expect(document.cookie).to.contain('shop=open');
    const modes = inits.map((init) => [init?.credentials, init?.redirect, init?.cache]);
    expect(modes).to.deep.equal(Array(4).fill(['omit', 'error', 'no-store']));
  });

  it('promise D1, P3: nowhere else, and nothing else', () => {
    const { origin } = location;
    const elsewhere = addresses.filter((address) => !address.startsWith(`${origin}/`));
    const calls = [PATHS.captcha, PATHS.verify, PATHS.send, PATHS.login];
    // Firefox counts a preflight as a resource of its own.
    expect([...new Set(elsewhere)]).to.deep.equal(calls.map((path) => ciam.origin + path));
  });
});

/** The headers of every call, preflights left out: those by which the API tells who asks. */
async function sentHeaders(ciam: Ciam): Promise<Record<string, string>[]> {
  const calls = (await ciam.journal()).filter(({ method }) => method !== 'OPTIONS');
  return calls.map(({ headers }) =>
    Object.fromEntries(Object.entries(headers).filter(([name]) => /^(x-|content-type)/.test(name))),
  );
}

describe('the headers of a call', function () {
  this.timeout(60_000);
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
