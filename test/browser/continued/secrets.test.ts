import { aTimeout, expect } from '@open-wc/testing';
import { TEST_PASSWORD } from '../../../demo/server/test-numbers.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { fill, has } from '../support/hands.ts';
import { LoginBox } from '../support/login-box.ts';
import { listenToConsole, unpatch } from '../support/patch.ts';
import { called } from '../support/phases.ts';
import { soon } from '../support/steps.ts';
import { traces } from '../support/traces.ts';
import {
  CONTINUED,
  type Continued,
  NEW_PASSWORD,
  OTHER_MOBILE,
  SOME_CONTINUED,
  atStep,
  isFree,
  told,
} from './continuations.ts';
import { numberOf, sms } from './ways-in.ts';

/** Leaves the page for the back/forward cache, or comes back from there. */
function turn(type: 'pagehide' | 'pageshow'): void {
  window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
}

/** What stands in the fields, by their names. */
function valuesOf(box: LoginBox): Record<string, string> {
  const inputs = [...box.root.querySelectorAll<HTMLInputElement>('input:not([type=hidden])')];
  return Object.fromEntries(inputs.map(({ id, value }) => [id, value]));
}

describe('secrets of a step that the server has asked for', function () {
  this.timeout(30_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(async () => {
    unpatch();
    await ciam.reset();
  });

  async function enter({ part, step }: Continued): Promise<LoginBox> {
    const box = await sms.enter(ciam, part);
    await atStep(box, step);
    await box.element.updateComplete;
    return box;
  }

  for (const continued of SOME_CONTINUED) {
    it(`promise N11: are gone after a return from the back/forward cache, and the step can be ended (${continued.step})`, async () => {
      const box = await enter(continued);
      await continued.prepare(box, true);
      await ciam.fault(continued.path, { kind: 'hang' });
      await box.click(box.submitButton);
      await called(box, continued.path);
      turn('pagehide');
      const left = Object.entries(valuesOf(box)).filter(([, value]) => value);
      expect(left).to.deep.equal(/bind|register/.test(continued.step) ? [['mobile', OTHER_MOBILE]] : []);
      await ciam.clearFaults();
      turn('pageshow');
      await aTimeout(20);
      expect(isFree(box)).to.equal(true);
      expect(box.seen('error')).to.deep.equal([]);
      await continued.prepare(box, true);
      await box.click(box.submitButton);
      await box.event('success');
      expect(box.seen('error')).to.deep.equal([]);
    });

    it(`promise S6: are left nowhere after a success (${continued.step})`, async () => {
      const heard = listenToConsole();
      const box = await enter(continued);
      await continued.prepare(box, true);
      const typed = Object.values(valuesOf(box)).filter(Boolean);
      await box.click(box.submitButton);
      await box.event('success');
      await soon(() => has(box, '.done'), 'it says so');
      const { session } = box.seen('success')[0]!.detail as { session: Record<string, string> };
      const journal = JSON.stringify(await ciam.journal());
      const stateToken = /"x-state-token":"([^"]+)/i.exec(journal)?.[1];
      const tokens = [session['sessionToken'], session['idToken'], stateToken];
      const numbers = [numberOf(continued.part), await ciam.code(numberOf(continued.part))];
      const secrets = [...typed, ...tokens, ...numbers, NEW_PASSWORD, TEST_PASSWORD];
      expect(secrets.every((secret) => typeof secret === 'string' && secret.length > 5)).to.equal(true);
      const left = traces(box, heard);
      for (const secret of secrets)
        expect(left.filter((text) => text.includes(String(secret)))).to.deep.equal([]);
      // Nor are they kept for whoever uses the form next.
      box.element.reset();
      await soon(() => has(box, '#mobile'), 'the form is back');
      expect(valuesOf(box)).to.deep.equal({ mobile: '', code: '' });
    });
  }

  it('are kept for nobody who opens the tab after a success', async () => {
    const [, bind] = CONTINUED;
    const box = await sms.enter(ciam, bind.part, { 'alipay-app-id': '2021000000000001' });
    await atStep(box, bind.step);
    await bind.prepare(box, true);
    await box.click(box.submitButton);
    await box.event('success');
    for (const method of ['alipay', 'sms']) {
      box.element.method = method;
      await box.element.updateComplete;
    }
    expect(valuesOf(box)).to.deep.equal({ mobile: '', code: '' });
  });

  it('reset() starts clean; so does another box, as after a reload of the page', async () => {
    const [, bind] = CONTINUED;
    const box = await enter(bind);
    await bind.prepare(box, true);
    box.element.reset();
    await soon(() => !has(box, '.title'), 'the first step is back');
    expect(valuesOf(box)).to.deep.equal({ mobile: '', code: '' });
    expect(told(box).slice(-1)).to.deep.equal(['step start']);
    expect(isFree(box)).to.equal(true);

    const again = await enter(bind);
    await bind.prepare(again, true);
    const fresh = document.createElement('ciam-login');
    for (const { name, value } of again.element.attributes) fresh.setAttribute(name, value);
    again.element.replaceWith(fresh);
    const other = new LoginBox(fresh, ciam, []);
    await aTimeout(100);
    expect(valuesOf(other)).to.deep.equal({ mobile: '', code: '' });
    expect(has(other, '.title')).to.equal(false);
    expect(other.events).to.deep.equal([]);
  });

  it('go to no other step: a new place begins empty', async () => {
    const box = await sms.enter(ciam, 'mfaThenExpired');
    await atStep(box, 'mfa');
    const [mfa] = CONTINUED;
    await box.click(box.sendButton);
    await soon(() => box.seen('code-sent').length, 'a code is sent');
    fill(box.code, String(await ciam.code(numberOf('mfaThenExpired'))));
    await box.click(box.submitButton);
    await atStep(box, 'password-expired');
    await box.element.updateComplete;
    expect(valuesOf(box)).to.deep.equal({ oldPassword: '', newPassword: '' });
    expect(mfa.step).to.equal('mfa');
    expect(told(box)).to.deep.equal(['step mfa', 'code-sent', 'step password-expired']);
  });
});
