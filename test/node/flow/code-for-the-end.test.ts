import { afterEach, describe, expect, it, vi } from 'vitest';
import { TEST_NUMBERS, TEST_PASSWORD } from '../../../demo/server/test-numbers.js';
import { createClient } from '../../../src/client/client.js';
import { loginWithAlipay } from '../../../src/client/login.js';
import { oneClick } from '../../../src/methods/one-click.js';
import { password } from '../../../src/methods/password.js';
import { success } from '../methods/alipay-shop.js';
import { fakeDevice } from '../support/fake-device.js';
import { gate, settled } from '../support/gate.js';
import { LOGIN_CALLS, WAYS, type Way, startArrivalBench } from './arrival.js';
import { type Visit, type VisitOptions, entered } from './visit.js';

/** How the code that the end needs is loaded: as it is, unless this says otherwise. Once it is there, it stays. */
const network = vi.hoisted(() => ({ load: undefined as (() => Promise<object>) | undefined }));
vi.mock('../../../src/client/verify-id-token.js', (original) => network.load?.() ?? original<object>());
vi.mock('../../../src/client/session.js', (original) => network.load?.() ?? original<object>());

/** Two tests do what would be sixteen: once the code is there, it cannot be missing any more. */
const PATIENTLY = { timeout: 30_000 };

const lost = () => new TypeError('Failed to fetch dynamically imported module');

const { server, visit, goAndReturn, arrive } = await startArrivalBench();
let people = 0;

afterEach(() => {
  network.load = undefined;
});

/** Somebody with something that can be spent once, and the attempt to do so. */
interface Ready {
  readonly visitor: Visit;
  readonly authCode?: string;
  act(): Promise<unknown>;
}

async function ready(way: Way, options: VisitOptions): Promise<Ready> {
  if (way === 'alipay') {
    const authCode = server.issueAlipayCode();
    const visitor = await goAndReturn({ answer: success(authCode), ...options }, options);
    return { visitor, authCode, act: () => visitor.resume() };
  }
  if (way === 'sms') {
    const mobile = `139${String((people += 1)).padStart(8, '0')}`;
    const visitor = await visit(options);
    await visitor.flow.sendCode(entered(mobile));
    const values = entered(mobile, server.inbox.latestCode(mobile)!);
    return { visitor, act: () => visitor.flow.submit(values) };
  }
  const step = await (way === 'password' ? password : oneClick).begin();
  const token = server.issueOneClickToken();
  const settings = { oneClick: { getToken: () => Promise.resolve(token) }, ...options.settings };
  const visitor = await visit({ ...options, step, settings });
  return { visitor, act: () => visitor.flow.submit({ userName: 'li.lei', password: TEST_PASSWORD }) };
}

/** Fails in each way in which code can fail to come: nothing is sent. */
async function expectNothingSpent({ visitor, act }: Ready, code: 'network' | 'timeout'): Promise<void> {
  const hanging = gate<object>();
  network.load = () => hanging.passed;
  if (code === 'network') hanging.shut(lost());
  server.journal.clear();
  await act();
  expect(visitor.events.at(-1)).toBe(`failure ${code} start`);
  const isLost = code === 'network';
  const why = isLost ? { subject: 'not-loaded', cause: expect.anything() as unknown } : { subject: null };
  expect(visitor.errors.at(-1)).toMatchObject({ retryable: true, httpStatus: null, ...why });
  // Nor when it breaks off at last.
  hanging.shut(lost());
  await settled();
  expect([server.journal.list(), visitor.successes]).toEqual([[], []]);
}

/** What could not be spent is still good. */
async function expectGood({ visitor, authCode, act }: Ready, way: Way, verified: boolean): Promise<void> {
  server.journal.clear();
  if (authCode) {
    // An answer by Alipay is taken out of the address once, whatever becomes of it.
    const client = createClient({ baseUrl: server.origin, clientId: 'demo-client' }, fakeDevice());
    expect((await loginWithAlipay(client, { code: authCode })).kind).toBe('session');
    return;
  }
  await act();
  expect(visitor.events.at(-1)).toBe('success');
  expect(visitor.successes).toMatchObject([{ success: { verified, claims: { aud: 'demo-client' } } }]);
  expect(server.journal.list(LOGIN_CALLS[way])).toHaveLength(1);
}

/** Somebody for each way and each failure, whose first attempt has failed. */
async function expectAllFail(options: VisitOptions): Promise<(readonly [Way, Ready])[]> {
  const failed: (readonly [Way, Ready])[] = [];
  for (const code of ['network', 'timeout'] as const)
    for (const way of WAYS) {
      const config = { ...options.config };
      network.load = undefined;
      const person = await ready(way, { ...options, config });
      if (code === 'timeout') Object.assign(config, { timeout: 50 });
      await expectNothingSpent(person, code);
      Reflect.deleteProperty(config, 'timeout');
      failed.push([way, person]);
    }
  network.load = undefined;
  return failed;
}

describe('the code that the end of a login needs', () => {
  it('promise N3: nothing is sent for somebody who gave up while it was loaded', async () => {
    const { visitor, act } = await ready('password', { config: { jwksUri: 'auto' } });
    const [asked, answer] = [gate(), gate<object>()];
    network.load = () => {
      asked.open();
      return answer.passed;
    };
    const attempt = act();
    await asked.passed;
    visitor.flow.cancel();
    answer.shut(lost());
    await attempt;
    expect([visitor.events, server.journal.list()]).toEqual([[], []]);
  });

  it('promise N1: is there before anything is spent, where signatures are checked', PATIENTLY, async () => {
    const failed = await expectAllFail({ config: { jwksUri: 'auto' } });
    for (const [way, person] of failed) await expectGood(person, way, true);
  });

  it(
    'promise N1: is there before anything is spent, a second factor included, where an id_token is fetched',
    PATIENTLY,
    async () => {
      server.settings.idToken = false;
      const settings: Record<string, unknown> = {};
      const { mobile } = TEST_NUMBERS.mfa;
      const second = await arrive('sms', 'mfa', { settings });
      const warned = await arrive('sms', 'passwordWarn', { settings });
      settings['fetchIdToken'] = 'bc';
      server.journal.clear();
      network.load = () => Promise.reject(lost());
      await second.prove(mobile);
      await warned.flow.choose();
      expect(second.events.at(-1)).toBe('failure network mfa');
      expect(warned.events.at(-1)).toBe('failure network password-warn');
      const calls = server.journal.list().map(({ path }) => path.split('/').at(-1));
      expect(calls).toEqual(['captcha', 'verify', 'send']);

      const failed = await expectAllFail({ settings: { fetchIdToken: 'bc' } });
      await second.flow.submit({ code: server.inbox.latestCode(mobile)! });
      await warned.flow.choose();
      for (const visitor of [second, warned]) {
        expect(visitor.events.at(-1)).toBe('success');
        expect(visitor.successes[0]!.success.claims).not.toBeNull();
      }
      for (const [way, person] of failed) await expectGood(person, way, false);
    },
  );
});
