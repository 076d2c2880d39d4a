import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type LiveSession, type SessionOptions, createSession } from '../../../src/client/live-session.js';
import type { CiamError } from '../../../src/protocol/errors.js';
import type { Session } from '../../../src/protocol/login-answer.js';
import { begunSession } from '../support/begun-session.js';
import { caught, rejection } from '../support/caught.js';
import { SDK, startClientBench } from '../support/client-bench.js';
import { type FakeDevice, fakeDevice } from '../support/fake-device.js';
import { fakeLocks } from '../support/fake-locks.js';
import { type FakeStorage, fakeStorage } from '../support/fake-storage.js';

const { server, connect, count } = await startClientBench();
const BC = `${SDK}/sso/session-token/id-token`;
const HW = `${SDK}/session-token/refresh-id-token`;

/** Somebody who is logged in, on a page or several. */
interface Page {
  readonly device: FakeDevice;
  readonly session: Session;
  readonly live: LiveSession;
  readonly storage: FakeStorage;
  /** Why it has ended, each time that was told. */
  readonly ends: (CiamError | null)[];
  /** Another tab of the same browser. */
  tab(options?: SessionOptions): Page;
}

async function open(options: SessionOptions = {}, device = fakeDevice()): Promise<Page> {
  const client = connect({}, device);
  const session = await begunSession(client);
  const storage = fakeStorage();
  server.journal.clear();
  const page = (first: Session | null, more: SessionOptions): Page => {
    const ends: (CiamError | null)[] = [];
    const live = createSession(client, first, { ...more, onEnd: (reason) => ends.push(reason) });
    return { device, session, live, storage, ends, tab: (other = {}) => page(null, { storage, ...other }) };
  };
  return page(session, { storage, ...options });
}

/** So much time passes for everybody. */
function pass(seconds: number, ...devices: FakeDevice[]): void {
  server.advance(seconds * 1000);
  for (const device of devices) device.clock += seconds * 1000;
}

const refreshes = () => count(BC) + count(HW);
const codeOf = async (act: () => unknown) => (await caught(act)).code;

beforeEach(() => void vi.stubGlobal('navigator', { locks: fakeLocks() }));
afterEach(() => void vi.unstubAllGlobals());

describe('an id_token that is still good', () => {
  it('is given as it is, until a minute before its end', async () => {
    const { live, session, device } = await open();
    for (const seconds of [0, 100, 139.999]) {
      pass(seconds, device);
      expect(await live.idToken()).toBe(session.idToken);
    }
    expect(server.journal.list()).toEqual([]);
    pass(0.001, device);
    expect(await live.idToken()).not.toBe(session.idToken);
    expect(refreshes()).toBe(1);
  });

  it.each([
    [0, 299.9],
    [200, 99.9],
    [299, 0.9],
  ])('may be replaced earlier or later: %d seconds before its end', async (renewBefore, seconds) => {
    const { live, session, device } = await open({ renewBefore });
    pass(seconds, device);
    expect(await live.idToken()).toBe(session.idToken);
    pass(0.2, device);
    expect(await live.idToken()).not.toBe(session.idToken);
  });

  it('lives as long as it says, whatever the dialect', async () => {
    const { live, session, device } = await open({ dialect: 'hw' });
    server.settings.dialect = 'hw';
    pass(250, device);
    const second = await live.idToken();
    expect(second).not.toBe(session.idToken);
    pass(7100, device);
    expect(await live.idToken()).toBe(second);
    pass(41, device);
    expect(await live.idToken()).not.toBe(second);
    expect([count(HW), count(BC)]).toEqual([2, 0]);
  });
});

describe('one renewal', () => {
  it('serves ten callers', async () => {
    const { live, session, device } = await open();
    pass(290, device);
    const tokens = await Promise.all(Array.from({ length: 10 }, () => live.idToken()));
    expect([new Set(tokens).size, tokens.includes(session.idToken!), refreshes()]).toEqual([1, false, 1]);
    expect(live.session?.idToken).toBe(tokens[0]);
  });

  it('serves two tabs, and each follows the new session token', async () => {
    const first = await open();
    const second = first.tab();
    for (let time = 1; time <= 4; time += 1) {
      pass(290, first.device);
      const before = first.live.session!.sessionToken;
      const [one, two] = await Promise.all([first.live.idToken(), second.live.idToken()]);
      expect([one === two, refreshes()]).toEqual([true, time]);
      expect(first.live.session).toEqual(second.live.session);
      expect(first.live.session!.sessionToken).not.toBe(before);
    }
    expect([first.ends, second.ends]).toEqual([[], []]);
  });

  it('of two tabs without locks may be refused, which ends nothing', async () => {
    vi.stubGlobal('navigator', {});
    const first = await open();
    const second = first.tab();
    pass(290, first.device);
    // The second's call arrives when the first's has been answered.
    const { fetch } = first.device;
    let calls = 0;
    first.device.fetch = async (url, init) => {
      calls += 1;
      if (calls === 2) await one;
      return fetch(url, init);
    };
    const one = first.live.idToken();
    const two = second.live.idToken();
    expect(await two).toBe(await one);
    expect([refreshes(), first.ends, second.ends]).toEqual([2, [], []]);
    expect(second.live.session).toEqual(first.live.session);
  });

  it.each([
    ['there are none', {}],
    [
      'they are refused',
      { locks: { request: () => Promise.reject(new DOMException('?', 'SecurityError')) } },
    ],
  ])('goes without locks where %s', async (_, navigator) => {
    vi.stubGlobal('navigator', navigator);
    const { live, session, device } = await open();
    pass(290, device);
    const [one, two] = await Promise.all([live.idToken(), live.idToken()]);
    expect([one === two, one === session.idToken, refreshes()]).toEqual([true, false, 1]);
  });

  it('that failed is not repeated by the lock, and frees it', async () => {
    const { live, device, tab } = await open();
    pass(310, device);
    server.faults.set(BC, { kind: 'reset', times: 1 });
    expect(await codeOf(() => live.idToken())).toBe('network');
    expect(refreshes()).toBe(1);
    expect((await tab().live.idToken()).split('.')).toHaveLength(3);
  });

  it('is taken by a caller’s abort from nobody else', async () => {
    const { live, device } = await open();
    pass(290, device);
    const controller = new AbortController();
    const added = vi.spyOn(controller.signal, 'addEventListener');
    const removed = vi.spyOn(controller.signal, 'removeEventListener');
    const first = rejection(() => live.idToken({ signal: controller.signal }));
    const others = [live.idToken(), live.idToken()];
    controller.abort('the page’s own');
    expect(await first).toBe('the page’s own');
    const [one, two] = await Promise.all(others);
    expect([one === two, refreshes(), live.session?.idToken === one]).toEqual([true, 1, true]);
    const [taken, given] = [removed, added].map(({ mock }) => mock.calls.map((call) => call.slice(0, 2)));
    expect(taken).toEqual(given);
  });

  it('does not begin for a caller who has given up before', async () => {
    const { live, device } = await open();
    pass(290, device);
    const signal = AbortSignal.abort('the page’s own');
    expect(await rejection(() => live.idToken({ signal }))).toBe('the page’s own');
    expect(server.journal.list()).toEqual([]);
  });
});

describe('a renewal that fails', () => {
  it('leaves the token before, while that is good; after that it is an error, but no end', async () => {
    const { live, session, device, ends } = await open();
    for (const fault of [{ kind: 'reset' }, { kind: 'empty', status: 503 }, { kind: 'html' }] as const) {
      server.faults.set(BC, fault);
      pass(80, device);
      expect(await live.idToken()).toBe(session.idToken);
    }
    pass(70, device);
    expect(await codeOf(() => live.idToken())).toBe('bad-response');
    server.faults.set(BC, { kind: 'reset' });
    expect(await codeOf(() => live.idToken())).toBe('network');
    expect([ends, live.session?.sessionToken]).toEqual([[], session.sessionToken]);
    server.faults.clear();
    expect(await live.idToken()).not.toBe(session.idToken);
  });

  it('is the end where the server refuses: told once, and nothing is kept', async () => {
    const { live, device, ends, storage } = await open();
    pass(290, device);
    server.faults.set(BC, { kind: 'status', status: 400, body: { error_code: 'IDAAS.SDK.PARAM.0023' } });
    const codes = await Promise.all(Array.from({ length: 3 }, () => codeOf(() => live.idToken())));
    codes.push(await codeOf(() => live.idToken()), await codeOf(() => live.logout()));
    expect(codes).toEqual(Array(5).fill('session-invalid'));
    expect([refreshes(), ends.length, live.session, storage.kept.size]).toEqual([1, 1, null, 0]);
    expect(ends[0]).toMatchObject({ code: 'session-invalid', serverCode: 'IDAAS.SDK.PARAM.0023' });
  });

  it('is the end for another tab, too', async () => {
    const first = await open();
    const second = first.tab();
    pass(290, first.device);
    server.faults.set(BC, { kind: 'status', status: 400, body: { error_code: 'PARAM.0016' } });
    const codes = [codeOf(() => first.live.idToken()), codeOf(() => second.live.idToken())];
    expect(await Promise.all(codes)).toEqual(['session-invalid', 'session-invalid']);
    expect([refreshes(), first.ends.length, second.ends.length]).toEqual([1, 1, 1]);
  });
});
