import { expect } from '@open-wc/testing';
import { FIXED_CODE, FIXED_MOBILE } from '../../../demo/server/test-numbers.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import { PATHS, press, puzzleReady, soon } from '../support/steps.ts';

const SUCCESS = { status: 'SUCCESS', session_token: 'a-session-token', expire: 3600 };

/** Statuses that ask for more: a session_token next to them must tempt nobody. */
const UNFINISHED = [
  'MFA_AUTH',
  'SOCIAL_BIND',
  'USER_REGISTER',
  'PASSWORD_WARN',
  'PASSWORD_EXPIRED',
  'ACCESS_DENIED',
];

describe('promise N4: an answer to the login', function () {
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
    await box.type(box.code, FIXED_CODE);
  });

  for (const status of UNFINISHED) {
    it(`with ${status} and a session_token is no success`, async () => {
      await ciam.fault(PATHS.login, {
        kind: 'patch',
        json: { ...SUCCESS, status, state_token: 'a-state-token', data: '{}' },
      });
      await press('Enter');
      await soon(() => box.events.length > 0, 'something follows');
      expect(box.seen('success')).to.deep.equal([]);
      expect(JSON.stringify(box.events)).to.not.contain('a-session-token');
      if (status === 'ACCESS_DENIED') expect(await box.event('error')).to.include({ code: 'access-denied' });
    });
  }

  for (const contentType of ['text/html', 'text/plain;charset=GBK', 'application/octet-stream']) {
    it(`of the right kind under the wrong content type is accepted: ${contentType}`, async () => {
      await ciam.fault(PATHS.login, { kind: 'body', body: JSON.stringify(SUCCESS), contentType });
      await press('Enter');
      expect((await box.event('success'))['session']).to.deep.include({ sessionToken: 'a-session-token' });
    });
  }

  it('for a puzzle is accepted under the wrong content type, too', async () => {
    const headers = {
      'x-operating-sys-version': 'a',
      'x-device-fingerprint': 'a',
      'x-agent': 'a',
      'x-client-id': 'demo-client',
    };
    const body = await (await fetch(ciam.origin + PATHS.captcha, { headers })).text();
    await ciam.fault(PATHS.captcha, { kind: 'body', body, contentType: 'text/html' });
    box.code.value = '';
    box.sendButton.focus();
    await press('Enter');
    await puzzleReady(box);
    expect(box.seen('error')).to.deep.equal([]);
  });
});
