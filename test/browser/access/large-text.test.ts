import { expect } from '@open-wc/testing';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { CONTINUED, atStep } from '../continued/continuations.ts';
import { sms } from '../continued/ways-in.ts';
import { fill, openPuzzle } from '../support/hands.ts';
import { expectFits, inLargeText } from '../support/large-text.ts';
import { overflowing } from '../support/overflow.ts';
import { press, shownErrors, solve, soon } from '../support/steps.ts';
import { TAB_NAMES, openTab, openTabs } from '../support/tabs.ts';

describe('promise A5: large texts, and texts set wide, in a narrow window', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(() => ciam.reset());
  inLargeText();

  it('promise A5: nothing is cut off in the form, on a tab, in the puzzle, nor at the end', async () => {
    const box = await openTabs(ciam, { 'terms-url': '/t', 'privacy-url': '/p', 'area-codes': '86,852' });
    for (const name of [...TAB_NAMES.en].reverse()) {
      await openTab(box, name);
      expectFits(box, name);
    }
    await box.click(box.submitButton);
    await soon(() => shownErrors(box).length, 'an error shows');
    expectFits(box, 'with an error');
    box.find<HTMLInputElement>('#consent').checked = true;
    await openPuzzle(box);
    expect(getComputedStyle(box.root.querySelector('dialog')!).overflowY, 'it can be scrolled').to.equal(
      'auto',
    );
    expectFits(box, 'with the puzzle');
    await solve(box);
    await box.event('code-sent');
    expectFits(box, 'counting down');
    fill(box.code, (await ciam.code('13800138000')) ?? '');
    await press('Enter');
    await soon(() => box.root.querySelector('.done'), 'it is done');
    expectFits(box, 'done');
  });

  for (const { part, step } of CONTINUED)
    it(`promise A5: nor at ${step}`, async () => {
      const box = await sms.enter(ciam, part);
      await atStep(box, step);
      await soon(() => box.root.querySelector('h2'), 'the step shows');
      const fresh = box.root.querySelector<HTMLInputElement>('#newPassword');
      if (fresh) fill(fresh, 'abc');
      await box.click(box.submitButton);
      await soon(() => shownErrors(box).length, 'an error shows');
      expectFits(box, step);
    });

  it('canary: what is too low for its text is found, and what is too narrow', async () => {
    const box = await openTabs(ciam);
    box.submitButton.style.cssText = 'height: 1em; min-height: 0; padding: 0; overflow: hidden';
    expect(overflowing(box).join()).to.contain('“Log in” leaves BUTTON main');
    box.submitButton.style.cssText = 'white-space: nowrap';
    box.submitButton.textContent = 'W'.repeat(30);
    expect(overflowing(box).join()).to.contain('BUTTON main:');
  });
});
