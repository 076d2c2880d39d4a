import { describe, expect, it } from 'vitest';
import { startCiamServer } from '../../../demo/server/ciam-server.js';
import { DEVICE, MOBILE, PAGE, SDK, startBench } from './support.js';

const { server, get, post, code, credential, login } = await startBench({
  clients: ['web', 'demo-client'],
  settings: { codeLength: 4 },
});

describe('startCiamServer', () => {
  it('starts as told', async () => {
    expect(await code(MOBILE)).toMatch(/^\d{4}$/);
    expect((await get(`${SDK}/country-codes`, { 'X-client-id': 'web' })).status).toBe(200);
    await expect(startCiamServer({ settings: { codeLength: 99 } })).rejects.toThrow('codeLength');
  });

  it('keeps servers apart', async () => {
    const other = await startCiamServer({ host: 'localhost' });
    try {
      expect(other.origin).toMatch(/^http:\/\/localhost:\d+$/);
      await code(MOBILE);
      other.settings.dialect = 'hw';
      other.advance(1e9);
      expect(other.inbox.list()).toEqual([]);
      expect(server.settings.dialect).toBe('bc');
      const response = await fetch(`${other.origin}${SDK}/country-codes`, {
        headers: { ...DEVICE, origin: PAGE },
      });
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    } finally {
      await other.stop();
    }
  });

  it('asks for the allowed origins each time if they are a function', async () => {
    const origins: string[] = [];
    const other = await startCiamServer({ allowedOrigins: () => origins });
    const allowed = async () => {
      const response = await fetch(`${other.origin}${SDK}/captcha`, { headers: { origin: PAGE } });
      return response.headers.get('access-control-allow-origin');
    };
    try {
      expect(await allowed()).toBeNull();
      origins.push(PAGE);
      expect(await allowed()).toBe(PAGE);
    } finally {
      await other.stop();
    }
  });

  it.each(['hang', 'hang-body'] as const)('stops although an answer is open: %s', async (kind) => {
    const other = await startCiamServer();
    other.faults.set('*', { kind });
    const pending = fetch(other.origin).then((response) => response.text());
    pending.catch(() => undefined);
    while (other.journal.list().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await other.stop();
    await expect(pending).rejects.toThrow();
  });
});

describe('reset', () => {
  it('brings back the start', async () => {
    const [verifyCode, token] = [await code(MOBILE), await credential(MOBILE)];
    const session = String((await login('13900000000')).json.session_token);
    server.settings.areaCodes.push('852');
    server.faults.set('/x', { kind: 'hang' });
    server.advance(1000);
    server.reset();
    expect(server.settings).toMatchObject({ codeLength: 4, areaCodes: ['86'] });
    expect([server.inbox.list(), server.journal.list(), server.faults.list()]).toEqual([[], [], []]);
    const answers = [
      await post(`${SDK}/login/mobile-verify-code`, { mobile: MOBILE, verify_code: verifyCode }),
      await post(`${SDK}/sms/send`, { mobile: MOBILE, type: 'LOGIN_SMS', captcha_token: token }),
      await post(`${SDK}/sso/session-token/id-token`, {}, { 'session-token': session }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400]);
  });
});

describe('the inbox', () => {
  it('tells subscribers until they leave', async () => {
    const seen: string[] = [];
    const leave = server.inbox.subscribe(({ to }) => seen.push(to));
    await code(MOBILE);
    leave();
    await code(MOBILE);
    expect(seen).toEqual([MOBILE]);
    expect(server.inbox.list(MOBILE)).toHaveLength(2);
    expect(server.inbox.latestCode('13900000000')).toBeNull();
  });
});

describe('the journal', () => {
  it('has each request as it came, with its answer’s status', async () => {
    await post(`${SDK}/sms/send?x=1`, { mobile: MOBILE }, { origin: PAGE });
    await post(`${SDK}/sms/send`, 'no json');
    const [first, second] = server.journal.list(`${SDK}/sms/send`);
    expect(first).toMatchObject({
      method: 'POST',
      path: `${SDK}/sms/send`,
      query: '?x=1',
      body: { mobile: MOBILE },
      status: 400,
      origin: PAGE,
      fault: null,
    });
    expect(first!.headers['x-client-id']).toBe('demo-client');
    expect(Math.abs(first!.at - Date.now())).toBeLessThan(5000);
    expect(second!.body).toBe('no json');
    expect(server.journal.list(({ origin }) => origin === PAGE)).toHaveLength(1);
    expect(server.journal.list({ method: 'GET' })).toEqual([]);
  });
});
