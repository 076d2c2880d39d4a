import { aTimeout, expect } from '@open-wc/testing';
import { FIXED_CODE, FIXED_MOBILE } from '../../../demo/server/test-numbers.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
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

/** Counts what is registered and not taken back, by its kind. */
function countLeftovers(): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (what: string, by: number) => isOurs() && counts.set(what, (counts.get(what) ?? 0) + by);
  for (const [name, target] of Object.entries({
    window,
    document,
    documentElement: document.documentElement,
  })) {
    const { addEventListener, removeEventListener } = target;
    patch(target, 'addEventListener', {
      value: (...args: Parameters<typeof addEventListener>) => {
        add(`${name} ${args[0]}`, 1);
        addEventListener.apply(target, args);
      },
    });
    patch(target, 'removeEventListener', {
      value: (...args: Parameters<typeof removeEventListener>) => {
        add(`${name} ${args[0]}`, -1);
        removeEventListener.apply(target, args);
      },
    });
  }
  return counts;
}

/** Timers that have neither run nor been cleared. */
function watchTimers(): Set<number> {
  const running = new Set<number>();
  const { setTimeout, clearTimeout, setInterval, clearInterval } = window;
  const start = (id: number) => {
    if (isOurs()) running.add(id);
    return id;
  };
  patch(window, 'setTimeout', {
    value: (act: (...args: unknown[]) => void, ms?: number, ...rest: unknown[]) => {
      const id = start(
        setTimeout(() => {
          running.delete(id);
          act(...rest);
        }, ms),
      );
      return id;
    },
  });
  patch(window, 'setInterval', {
    value: (act: () => void, ms?: number) => start(setInterval(act, ms)),
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

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(async () => {
    unpatch();
    await ciam.reset();
  });

  it('by a thousand mounts, some of them used', async () => {
    await loaded(await openLogin(ciam)); // what a page has once for all is there from now on
    const leftovers = countLeftovers();
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
    expect([...leftovers].filter(([, count]) => count !== 0)).to.deep.equal([]);
    expect([...timers]).to.deep.equal([]);
    expect(document.querySelectorAll('ciam-login')).to.have.length(1);
  });

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
    const leftovers = countLeftovers();
    const box = await openLogin(ciam);
    await quickCode(box, FIXED_MOBILE);
    expect([...leftovers.keys()]).to.include('window pagehide');
    expect([...leftovers.keys()]).to.not.include('window unload');
  });
});
