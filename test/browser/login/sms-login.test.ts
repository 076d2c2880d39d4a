import { expect } from '@open-wc/testing';
import { resetMouse } from '@web/test-runner-commands';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { openLogin } from '../support/login-box.ts';

describe('SMS login', function () {
  this.timeout(20_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(async () => {
    await resetMouse();
    await ciam.reset();
  });

  it('logs a person in: number, puzzle, code', async () => {
    const box = await openLogin(ciam);
    await box.getCode('13800138000');
    await box.logIn('13800138000');
    const detail = await box.event('success');
    expect(detail['status']).to.equal('SUCCESS');
    expect(detail['method']).to.equal('sms');
    expect(box.seen('error')).to.deep.equal([]);
  });
});
