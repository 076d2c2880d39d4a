import { aTimeout, expect } from '@open-wc/testing';
import { FIXED_CODE, FIXED_MOBILE } from '../../../demo/server/test-numbers.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { MOUNT_STATES, type MountState } from '../../support/mount-states.ts';
import { type Mounts, createMounts } from '../../support/mounts.ts';
import { loaded } from '../support/hands.ts';
import { openLogin } from '../support/login-box.ts';
import { patch, unpatch } from '../support/patch.ts';
import { quickCode } from '../support/quick-code.ts';
import { PATHS, press, requests, soon } from '../support/steps.ts';

/** True when the widget's own code is at work: tools of the test set timers, too. */
function isOurs(): boolean {
  const frames = (new Error().stack ?? '').split('\n').filter((frame) => frame.includes('://'));
  const caller = frames.find((frame) => !frame.includes('/leftovers.test.ts')) ?? '';
  return caller.includes(`${location.origin}/src/`);
}

/** Gives how many different listeners are registered, by their kind, since it was called. */
function watchListeners(): () => Record<string, number> {
  const heard = new Map<string, Set<unknown>>();
  for (const [name, target] of Object.entries({
    window,
    document,
    documentElement: document.documentElement,
  })) {
    const { addEventListener, removeEventListener } = target;
    const listenersOf = (type: string) => {
      const kind = `${name} ${type}`;
      return heard.get(kind) ?? heard.set(kind, new Set()).get(kind)!;
    };
    patch(target, 'addEventListener', {
      value: (...args: Parameters<typeof addEventListener>) => {
        if (isOurs()) listenersOf(args[0]).add(args[1]);
        addEventListener.apply(target, args);
      },
    });
    patch(target, 'removeEventListener', {
      value: (...args: Parameters<typeof removeEventListener>) => {
        if (isOurs()) listenersOf(args[0]).delete(args[1]);
        removeEventListener.apply(target, args);
      },
    });
  }
  return () => Object.fromEntries([...heard].map(([kind, listeners]) => [kind, listeners.size]));
}

/** What has become more. */
function grown(before: Record<string, number>, after: Record<string, number>): string[] {
  return Object.keys(after).filter((kind) => after[kind]! > (before[kind] ?? 0));
}

/** Timers that have neither run nor been cleared, by their numbers, and their milliseconds. */
function watchTimers(): Map<number, number> {
  const running = new Map<number, number>();
  const { setTimeout, clearTimeout, setInterval, clearInterval } = window;
  const start = (id: number, ms = 0) => {
    if (isOurs()) running.set(id, ms);
    return id;
  };
  patch(window, 'setTimeout', {
    value: (act: (...args: unknown[]) => void, ms?: number, ...rest: unknown[]) => {
      const id = start(
        setTimeout(() => {
          running.delete(id);
          act(...rest);
        }, ms),
        ms,
      );
      return id;
    },
  });
  patch(window, 'setInterval', {
    value: (act: () => void, ms?: number) => start(setInterval(act, ms), ms),
  });
  const stop = (clear: (id: number) => void) => ({
    value: (id: number) => {
      running.delete(id);
      clear(id);
    },
  });
  patch(
    window,
    'clearTimeout',
    stop((id) => clearTimeout(id)),
  );
  patch(
    window,
    'clearInterval',
    stop((id) => clearInterval(id)),
  );
  return running;
}

describe('promise N9: nothing is left behind', function () {
  this.timeout(30_000);
  let ciam: Ciam;
  let mount: Mounts;

  before(async () => {
    ciam = await startCiam();
    mount = createMounts(ciam.origin);
  });
  afterEach(async () => {
    unpatch();
    for (const box of document.querySelectorAll('body > ciam-login')) box.remove();
    await ciam.reset();
  });

  it('by a thousand mounts, some of them used', async () => {
    await loaded(await openLogin(ciam)); // what a page has once for all is there from now on
    const listeners = watchListeners();
    const timers = watchTimers();
    const gone: WeakRef<Element>[] = [];
    for (let i = 0; i < 1000; i++) {
      const element = document.createElement('ciam-login');
      element.clientId = 'demo-client';
      document.body.append(element);
      if (i % 10 === 0) {
        await element.updateComplete;
        element.focus();
      }
      element.remove();
      gone.push(new WeakRef(element));
    }
    await aTimeout(200);
    expect(grown({}, listeners())).to.deep.equal([]);
    expect([...timers]).to.deep.equal([]);
    expect(document.querySelectorAll('ciam-login')).to.have.length(1);
  });

  for (const [state, faults] of Object.entries(MOUNT_STATES)) {
    it(`by boxes that are removed in each state: ${state}`, async () => {
      for (const [path, fault] of faults) await ciam.fault(path, fault);
      const listeners = watchListeners();
      const timers = watchTimers();
      await mount(state as MountState, 1);
      const before = listeners(); // what a page has once for all
      await mount(state as MountState, 3);
      await soon(() => timers.size === 0, 'no timer is left', 5000);
      expect(grown(before, listeners())).to.deep.equal([]);
      expect(document.querySelectorAll('ciam-login')).to.have.length(0);
    });
  }

  it('by one that is removed during a login, with its countdown running', async () => {
    const box = await openLogin(ciam);
    const timers = watchTimers();
    await quickCode(box, FIXED_MOBILE);
    await ciam.fault(PATHS.login, { kind: 'hang' });
    await box.type(box.code, FIXED_CODE);
    await press('Enter');
    await soon(async () => (await requests(box, 'login')).length > 0, 'the call is out');
    expect(timers.size).to.be.at.least(1);
    box.element.remove();
    await soon(() => timers.size === 0, 'no timer is left', 1500);
  });

  it('no unload handler is ever registered (N11)', async () => {
    const listeners = watchListeners();
    const box = await openLogin(ciam);
    await quickCode(box, FIXED_MOBILE);
    expect(Object.keys(listeners())).to.include('window pagehide');
    expect(Object.keys(listeners())).to.not.include('window unload');
  });
});
