import { expect } from '@open-wc/testing';
import { FIXED_CODE, FIXED_MOBILE } from '../../../demo/server/test-numbers.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import { PATHS, isUsable, press, puzzleReady, requests, shownErrors, soon } from '../support/steps.ts';

describe('a page that makes inert', function () {
  this.timeout(30_000);
  let ciam: Ciam;
  let box: LoginBox;
  const other = document.createElement('button');
  const last = document.createElement('button');
  other.textContent = last.textContent = 'something else';

  before(async () => {
    ciam = await startCiam();
  });
  beforeEach(async () => {
    await ciam.reset();
    localStorage.clear();
    document.body.prepend(other);
    box = await openLogin(ciam);
    await box.type(box.mobile, FIXED_MOBILE);
  });
  afterEach(() => {
    other.remove();
    last.remove();
  });

  async function logIn(): Promise<void> {
    await box.type(box.code, FIXED_CODE);
    await press('Enter');
    await box.event('success');
  }

  it('promise A6: what is around it while the puzzle is open: that is solved by keyboard, and traps nobody', async () => {
    await press('Enter');
    await puzzleReady(box);
    box.element.parentElement!.inert = true;
    const x = await box.solution();
    for (let at = 10; at <= x; at += 10) await press('PageUp');
    for (let at = 0; at < x % 10; at++) await press('ArrowRight');
    await press('Enter');
    await box.event('code-sent');
    expect([box.dialog, box.mobile.value, shownErrors(box)]).to.deep.equal([null, FIXED_MOBILE, []]);
    await box.click(other);
    expect(document.activeElement).to.equal(other);
    box.element.parentElement!.inert = false;
    await logIn();
  });

  it('promise A6: the box while its puzzle is open: Escape ends it', async () => {
    await press('Enter');
    await puzzleReady(box);
    box.element.inert = true;
    await press('Escape');
    expect(await box.event('error')).to.include({ code: 'captcha-cancelled' });
    await box.click(other);
    expect(document.activeElement).to.equal(other);
    box.element.inert = false;
    expect([isUsable(box), box.mobile.value]).to.deep.equal([true, FIXED_MOBILE]);
    await logIn();
  });

  it('promise A4: the box during a call: nothing is lost, and it goes on when that is over', async () => {
    await box.type(box.code, FIXED_CODE);
    await ciam.fault(PATHS.login, { kind: 'status', status: 503, times: 1 });
    await press('Enter');
    box.element.inert = true;
    expect(await box.event('error')).to.include({ code: 'busy' });
    expect([box.mobile.value, box.code.value]).to.deep.equal([FIXED_MOBILE, FIXED_CODE]);
    // There is something behind the box: in Firefox the next stop would be the browser's own toolbar, for good.
    document.body.append(last);
    other.focus();
    await press('Tab');
    expect(document.activeElement).to.equal(last);
    await press('Enter');
    expect(await requests(box, 'login')).to.have.length(1);
    box.element.inert = false;
    await soon(() => isUsable(box), 'it is usable');
    box.code.focus();
    await press('Enter');
    await box.event('success');
  });
});
