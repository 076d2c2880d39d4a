import { expect } from '@open-wc/testing';
import { TEST_NUMBERS } from '../../../demo/server/test-numbers.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { has, loaded } from '../support/hands.ts';
import { openLogin } from '../support/login-box.ts';
import { puzzleReady, soon } from '../support/steps.ts';

describe('promise N8: a page that opens another tab', function () {
  this.timeout(20_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam({ settings: { paintings: 1 } });
  });

  // Seed 1268: the puzzle gave the focus back in the middle of it, and that opened the tab a second time.
  it('promise N8: while the puzzle of a second factor is shown, gets the form of that tab', async () => {
    const box = await openLogin(ciam);
    await loaded(box);
    box.element.oneClick = { getToken: () => ciam.oneClickToken({ mobile: TEST_NUMBERS.mfa.mobile }) };
    box.element.method = 'one-click';
    await box.element.updateComplete;
    box.submitButton.click();
    await soon(() => has(box, '.title'), 'a second factor is asked for');
    box.sendButton.focus();
    box.sendButton.click();
    await puzzleReady(box);
    box.element.method = 'sms';
    await box.element.updateComplete;
    await soon(() => !has(box, 'dialog') && !has(box, '.title'), 'the tab is open');
    await box.element.updateComplete;
    expect(has(box, '#mobile')).to.equal(true);
    expect(box.seen('error')).to.deep.equal([]);
  });
});
