import { expect } from '@open-wc/testing';
import type { Fault } from '../../../demo/server/faults.ts';
import { FIXED_CODE, FIXED_MOBILE } from '../../../demo/server/test-numbers.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import { PATHS, isUsable, press, puzzleReady, requests, shownErrors, soon } from '../support/steps.ts';

const SUCCESS = { status: 'SUCCESS', session_token: 'a-session-token', expire: 3600 };
const HUGE = `{"status":"SUCCESS","session_token":"t","expire":1e20}`;

/** Answers with 200 to a login that let nobody in. */
const REFUSED: Readonly<Record<string, Fault>> = {
  'an unknown status': { kind: 'patch', json: { status: 'RISK_REVIEW' } },
  'a status in lower case': { kind: 'patch', json: { status: 'success' } },
  'a status that is a list': { kind: 'patch', json: { status: ['SUCCESS'] } },
  'no status': { kind: 'patch', json: { $delete: ['status'] } },
  'no session_token': { kind: 'patch', json: { $delete: ['session_token'] } },
  'an empty session_token': { kind: 'patch', json: { session_token: '' } },
  'a session_token that is a number': { kind: 'patch', json: { session_token: 7 } },
  'no expire': { kind: 'patch', json: { $delete: ['expire'] } },
  'expire as a string': { kind: 'patch', json: { expire: '43200' } },
  'expire negative': { kind: 'patch', json: { expire: -1 } },
  'expire null, which NaN is in JSON': { kind: 'patch', json: { expire: null } },
  'expire 1e20': { kind: 'body', body: HUGE },
  'MFA_AUTH without a state_token': {
    kind: 'patch',
    json: { status: 'MFA_AUTH', $delete: ['state_token'] },
  },
};

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

  it('that the API does not promise lets nobody in, and the next one may', async () => {
    for (const [name, fault] of Object.entries(REFUSED)) {
      const before = box.seen('error').length;
      await ciam.fault(PATHS.login, fault);
      box.submitButton.focus();
      await press('Enter');
      await soon(() => box.events.length > before, `${name} ends`);
      expect(box.seen('success'), name).to.deep.equal([]);
      expect(box.seen('error'), name).to.have.length(before + 1);
      expect(box.seen('error').at(-1)!.detail, name).to.include({ code: 'bad-response', httpStatus: 200 });
      await box.element.updateComplete;
      expect(shownErrors(box), name).to.have.length(1);
      expect(isUsable(box), name).to.be.true;
    }
    await ciam.clearFaults();
    await press('Enter');
    await box.event('success');
    expect(await requests(box, 'login')).to.have.length(Object.keys(REFUSED).length + 1);
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
