import { expect } from '@open-wc/testing';
import { FIXED_CODE, FIXED_MOBILE } from '../../../demo/server/test-numbers.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { MOUNT_STATES, type MountState } from '../../support/mount-states.ts';
import { type Mounts, createMounts } from '../../support/mounts.ts';
import { loaded } from '../support/hands.ts';
import { openLogin } from '../support/login-box.ts';
import { countLeftovers } from '../support/leftovers.ts';
import { unpatch } from '../support/patch.ts';
import { quickCode } from '../support/quick-code.ts';
import { PATHS, press, requests, soon } from '../support/steps.ts';

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
    const leftovers = countLeftovers();
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
    expect(await leftovers.afterwards()).to.deep.equal([]);
    expect(document.querySelectorAll('ciam-login')).to.have.length(1);
  });

  for (const [state, faults] of Object.entries(MOUNT_STATES)) {
    it(`by boxes that are removed in each state: ${state}`, async () => {
      for (const [path, fault] of faults) await ciam.fault(path, fault);
      await mount(state as MountState, 1); // what a page has once for all is there from now on
      const leftovers = countLeftovers();
      await mount(state as MountState, 3);
      expect(await leftovers.afterwards()).to.deep.equal([]);
      expect(document.querySelectorAll('ciam-login')).to.have.length(0);
    });
  }

  it('by one that is removed during a login, with its countdown running', async () => {
    const box = await openLogin(ciam);
    const leftovers = countLeftovers();
    await quickCode(box, FIXED_MOBILE);
    await ciam.fault(PATHS.login, { kind: 'hang' });
    await box.type(box.code, FIXED_CODE);
    await press('Enter');
    await soon(async () => (await requests(box, 'login')).length > 0, 'the call is out');
    const counting = () => leftovers.now().filter((what) => what.includes('/countdown.ts'));
    expect(counting()).to.have.length(1);
    box.element.remove();
    expect(counting()).to.deep.equal([]); // it would be gone by itself a second later
    expect(await leftovers.afterwards()).to.deep.equal([]);
  });

  it('no unload handler is ever registered (N11)', async () => {
    const { registered } = countLeftovers();
    const box = await openLogin(ciam);
    await quickCode(box, FIXED_MOBILE);
    expect([...registered]).to.include('window pagehide');
    expect([...registered]).to.not.include('window unload');
  });
});
