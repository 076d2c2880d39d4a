import { expect } from '@open-wc/testing';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { CONTINUED, atStep } from '../continued/continuations.ts';
import { sms } from '../continued/ways-in.ts';
import { LANGUAGES, complaints, smallTargets } from '../support/axe.ts';
import { fill } from '../support/hands.ts';
import type { LoginBox } from '../support/login-box.ts';
import { shownErrors, soon } from '../support/steps.ts';
import { faultsOnTheWay, look } from './look.ts';

describe('promise A1: nobody is shut out of what the server asks for', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(() => ciam.reset());

  async function enter({ part, step }: Pick<(typeof CONTINUED)[number], 'part' | 'step'>): Promise<LoginBox> {
    const box = await sms.enter(ciam, part, {}, LANGUAGES);
    await atStep(box, step);
    await soon(() => box.root.querySelector('h2'), 'the step shows');
    return box;
  }

  for (const continued of CONTINUED)
    it(`promise A1: axe finds nothing, and the focus can be seen, at ${continued.step}`, async () => {
      const box = await enter(continued);
      await box.click(box.submitButton);
      await soon(() => shownErrors(box).length, 'an error shows');
      const fresh = box.root.querySelector<HTMLInputElement>('#newPassword');
      if (fresh) fill(fresh, 'abc');
      await box.element.updateComplete;
      await look(box, 'with an error');
      if (continued.step !== 'bind') return;
      await box.click(box.find('.plain'));
      await soon(() => box.root.querySelector('#email'), 'the field is there');
      await look(box, 'with an e-mail address');
    });

  it('canary: what is wrong there is found', async () => {
    const box = await enter({ part: 'passwordWarn', step: 'password-warn' });
    box.find('.rules').setAttribute('role', 'nonsense');
    expect((await complaints(box)).join()).to.contain('aria-roles');
    box.find('.plain').style.cssText = 'min-height: 0; padding: 0; line-height: 1; outline: none';
    expect(smallTargets(box).length).to.equal(1);
    expect(await faultsOnTheWay(box)).to.deep.equal(['Skip, light: no ring', 'Skip, dark: no ring']);
  });
});
