import { expect } from '@open-wc/testing';
import { enLogin } from '../../../src/locales/en-login.ts';
import { zhCnLogin } from '../../../src/locales/zh-cn-login.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { fill, openPuzzle } from '../support/hands.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import { quickCode, quickLogin } from '../support/quick-code.ts';
import { PATHS, solve } from '../support/steps.ts';

/** The bodies that the login call is answered with, as they pass. */
function watchAnswers(): Record<string, unknown>[] {
  const answers: Record<string, unknown>[] = [];
  const watched = window.fetch;
  window.fetch = async (...args) => {
    const response = await watched(...args);
    if (typeof args[0] === 'string' && args[0].endsWith(PATHS.login))
      answers.push((await response.clone().json()) as Record<string, unknown>);
    return response;
  };
  return answers;
}

/** The claims of a JWT, read by a hand other than the widget's. */
async function claimsOf(token: string): Promise<Record<string, unknown>> {
  const [, payload = ''] = token.split('.');
  const base64 = payload.replaceAll('-', '+').replaceAll('_', '/');
  const claims = (await (await fetch(`data:application/json;base64,${base64}`)).json()) as { api: string };
  return { ...claims, api: JSON.parse(claims.api) as unknown };
}

async function refuseCode(box: LoginBox): Promise<void> {
  fill(box.mobile, '13800138000');
  fill(box.code, '000000');
  await box.click(box.submitButton);
}

describe('events', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(() => ciam.reset());

  it('ciam-login-success: session, claims, device, and nothing else', async () => {
    const box = await openLogin(ciam);
    const answers = watchAnswers();
    const before = Date.now();
    await quickLogin(box, '13800138000');
    const [{ detail } = { detail: {} }] = box.seen('success');
    const [answer = {}] = answers;
    const { headers } = (await ciam.journal()).at(-1)!;
    const claims = await claimsOf(String(answer['id_token']));
    const { session, ...rest } = detail as { session: { expiresAt: Date } };
    const { expiresAt, ...strings } = session;
    expect(strings).to.deep.equal({
      sessionToken: answer['session_token'],
      expiresIn: 43_200,
      idToken: answer['id_token'],
    });
    expect(expiresAt).to.be.instanceOf(Date);
    expect(expiresAt.getTime()).to.be.within(before + 43_200_000, Date.now() + 43_200_000);
    expect(rest).to.deep.equal({
      method: 'sms',
      status: 'SUCCESS',
      claims,
      verified: false,
      device: {
        fingerprint: headers['x-device-fingerprint'],
        osVersion: headers['x-operating-sys-version'],
        userAgent: headers['x-agent'],
      },
    });
    const api = claims['api'] as Record<string, string>;
    expect(api['name']).to.match(/^[\u4e00-\u9fff]{2,4}$/);
    expect(api['mobile']).to.equal('+86-13800138000');
    expect(claims['aud']).to.equal('demo-client');
  });

  it('ciam-login-success: null for id_token and claims where the tenant issues none', async () => {
    await ciam.settings({ dialect: 'hw' });
    const box = await openLogin(ciam);
    await quickLogin(box, '13800138000');
    const { session, claims, verified } = box.seen('success')[0]!.detail as Record<string, unknown>;
    expect((session as { idToken: unknown }).idToken).to.equal(null);
    expect([claims, verified]).to.deep.equal([null, false]);
  });

  it('ciam-login-error: whole, for a server’s refusal', async () => {
    const box = await openLogin(ciam);
    await refuseCode(box);
    expect(await box.event('error')).to.deep.equal({
      method: 'sms',
      step: 'start',
      code: 'code-wrong',
      message: enLogin.errors['code-wrong'],
      serverCode: 'IDAAS.SDK.CAPTCHA.0007',
      httpStatus: 400,
      retryable: false,
      retryAfter: null,
    });
  });

  it('ciam-login-error: whole, in Chinese, with the time to wait', async () => {
    const box = await openLogin(ciam, { lang: 'zh-CN' });
    await ciam.fault(PATHS.login, { kind: 'status', status: 429, headers: { 'retry-after': '7' } });
    await refuseCode(box);
    expect(await box.event('error')).to.deep.equal({
      method: 'sms',
      step: 'start',
      code: 'rate-limited',
      message: `${zhCnLogin.errors['rate-limited']}${zhCnLogin.retryAfter.replace('{seconds}', '7秒钟')}`,
      serverCode: null,
      httpStatus: 429,
      retryable: true,
      retryAfter: 7,
    });
  });

  it('ciam-login-step and ciam-login-code-sent, in their order', async () => {
    const box = await openLogin(ciam);
    const before = Date.now();
    await openPuzzle(box);
    await solve(box);
    const { resendAt } = (await box.event('code-sent')) as { resendAt: Date };
    expect(resendAt).to.be.instanceOf(Date);
    expect(resendAt.getTime()).to.be.within(before + 60_000, Date.now() + 60_000);
    await box.logIn('13800138000');
    await box.event('success');
    expect(box.seen('step').map(({ detail }) => detail)).to.deep.equal([
      { method: 'sms', step: 'captcha' },
      { method: 'sms', step: 'start' },
      { method: 'sms', step: 'done' },
    ]);
    expect(box.seen('code-sent').map(({ detail }) => detail)).to.deep.equal([
      { method: 'sms', purpose: 'login', resendAt },
    ]);
    const order = box.events.map(({ type }) => type).join(' ');
    expect(order).to.match(/^step step code-sent (step success|success step)$/);
  });

  it('bubble, and leave the shadow root that a page has put the box into', async () => {
    const box = await openLogin(ciam);
    const holder = document.createElement('section');
    box.element.replaceWith(holder);
    holder.attachShadow({ mode: 'open' }).append(box.element);
    const seen: unknown[][] = [];
    const note = (event: Event) => {
      seen.push([event.type, event.target === holder, event.bubbles, event.composed, event.cancelable]);
    };
    const types = ['success', 'error', 'step', 'code-sent'].map((type) => `ciam-login-${type}`);
    for (const type of types) document.addEventListener(type, note);
    await refuseCode(box);
    await box.event('error');
    await quickCode(box, '12345678901');
    fill(box.code, '232326');
    await box.click(box.submitButton);
    await box.event('success');
    for (const type of types) document.removeEventListener(type, note);
    const kinds = [...new Set(seen.map(([type]) => type))];
    expect(kinds.sort()).to.deep.equal(types.sort());
    expect(seen).to.deep.equal(seen.map(([type]) => [type, true, true, true, false]));
  });
});
