import { describe, expect, it, vi } from 'vitest';
import { rejection } from '../support/caught.js';
import { BC, codeOf } from '../support/session-bench.js';
import { HW, startSessionPages } from './session-pages.js';

const { server, count, open, pass, refreshes } = await startSessionPages();

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
