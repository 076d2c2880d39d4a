import { expect } from '@open-wc/testing';
import { FIXED_CODE, FIXED_MOBILE } from '../../../demo/server/test-numbers.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import {
  type CallName,
  PATHS,
  press,
  puzzleReady,
  requests,
  shownErrors,
  solve,
  soon,
} from '../support/steps.ts';

describe('promise N5: Retry-After', function () {
  this.timeout(30_000);
  let ciam: Ciam;
  let box: LoginBox;

  before(async () => {
    ciam = await startCiam();
  });
  beforeEach(async () => {
    await ciam.reset();
    box = await openLogin(ciam);
    await box.type(box.mobile, FIXED_MOBILE);
  });

  const isDisabled = (button: HTMLButtonElement) => button.getAttribute('aria-disabled') === 'true';

  async function refuse(call: CallName, status: number, retryAfter: string): Promise<void> {
    const headers = { 'Retry-After': retryAfter };
    await ciam.fault(PATHS[call], { kind: 'status', status, headers, times: 1 });
  }

  for (const [call, status] of [
    ['captcha', 429],
    ['send', 503],
    ['login', 429],
  ] as const) {
    it(`${String(status)} of ${call}: the button waits, counts down, and then works again`, async () => {
      await refuse(call, status, '3');
      if (call === 'login') await box.type(box.code, FIXED_CODE);
      await press('Enter');
      if (call === 'send') await solve(box);
      const detail = await box.event('error');
      const button = call === 'login' ? box.submitButton : box.sendButton;
      await press('Enter'); // the focus is on the button
      expect(isDisabled(button)).to.be.true;
      expect(detail).to.include({ httpStatus: status, retryAfter: 3 });
      expect(shownErrors(box)).to.deep.equal([detail['message']]);
      expect(detail['message']).to.contain('You can try again in 3 seconds.');

      await soon(() => button.textContent.includes('1 s'), 'it counts down');
      await soon(() => !isDisabled(button), 'the wait is over');
      expect(button.textContent.trim()).to.equal(call === 'login' ? 'Log in' : 'Get code');
      expect(await requests(box, call)).to.have.length(1);
      await box.click(button);
      if (call === 'login') await box.event('success');
      else await puzzleReady(box);
      expect(box.seen('error')).to.have.length(1);
    });
  }

  it('a date counts as well as seconds, and nothing is waited for longer than ten minutes', async () => {
    await refuse('captcha', 429, new Date(Date.now() + 86_400_000).toUTCString());
    await press('Enter');
    expect(await box.event('error')).to.include({ code: 'rate-limited', retryAfter: 600 });
    expect(await requests(box, 'captcha')).to.have.length(1);
  });

  it('that the server does not expose to other origins is none, and the form stays usable', async () => {
    await ciam.settings({ exposeRetryAfter: false });
    await refuse('captcha', 429, '30');
    await press('Enter');
    expect(await box.event('error')).to.include({ code: 'rate-limited', retryAfter: null });
    await press('Enter');
    await puzzleReady(box);
  });
});
