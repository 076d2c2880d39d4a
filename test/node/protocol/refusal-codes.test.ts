import { describe, expect, it } from 'vitest';
import { readRefusal, readServerCode } from '../../../src/protocol/refusal.js';
import { NOON } from '../support/fake-device.js';

const refusal = (status: number, body: unknown) =>
  readRefusal({ status, text: JSON.stringify(body), retryAfter: null, now: NOON });

/** API, section 7. */
const CODES = [
  ['PARAM.0001', 'device-incomplete'],
  ['PARAM.0002', 'config'],
  ['PARAM.0003', 'app-unknown'],
  ['PARAM.0004', 'refused'],
  ['PARAM.0005', 'refused'],
  ['PARAM.0008', 'refused'],
  ['PARAM.0009', 'refused'],
  ['PARAM.0014', 'state-token-invalid'],
  ['COMMON.1007', 'state-token-invalid'],
  ['PARAM.0016', 'session-invalid'],
  ['PARAM.0023', 'session-invalid'],
  ['CAPTCHA.0002', 'captcha-failed'],
  ['CAPTCHA.0003', 'captcha-expired'],
  ['CAPTCHA.0004', 'captcha-expired'],
  ['CAPTCHA.0006', 'send-failed'],
  ['CAPTCHA.0007', 'code-wrong'],
  ['USER.0001', 'user-not-found'],
  ['USER.0039', 'user-disabled'],
  ['LOGIN.0001', 'user-locked'],
  ['LOGIN.0002', 'password-wrong'],
] as const;

const SPELLINGS = ['IDAAS.SDK.', '', 'SDK.'];

describe('promise N4: each documented code', () => {
  it.each(CODES)('promise N4: %s is %s in every spelling', (known, code) => {
    for (const prefix of SPELLINGS) {
      const serverCode = prefix + known;
      for (const status of [400, 401, 403, 200]) {
        const error = refusal(status, { error_code: serverCode, error_msg: '说明' });
        expect(error).toMatchObject({ code, serverCode, httpStatus: status, serverMessage: '说明' });
        expect(error).toMatchObject({ message: '说明', retryAfter: null, name: 'CiamError' });
      }
    }
  });

  it.each(SPELLINGS)('promise N4: %sCOM.0002 is busy with any status', (prefix) => {
    for (const status of [500, 400, 503])
      expect(refusal(status, { error_code: `${prefix}COM.0002` }).code).toBe('busy');
  });

  it('promise N4: what looks like the prefix in another place is part of the code', () => {
    expect(refusal(400, { error_code: 'CAPTCHA.SDK.0002' }).code).toBe('refused');
  });

  it('promise N4: a gateway’s 429 is about the rate, whatever code comes with it', () => {
    for (const [known] of CODES) expect(refusal(429, { error_code: known }).code).toBe('rate-limited');
  });

  it('promise N4: blanks around a code do not matter, and are kept for the report', () => {
    expect(refusal(400, { error_code: ' USER.0001\n' })).toMatchObject({
      code: 'user-not-found',
      serverCode: ' USER.0001\n',
    });
  });
});

describe('promise N4: an unknown code', () => {
  it.each([
    ...['RISK.0042', 'IDAAS.SDK.RISK.0042', 'user.0001', 'USER.0001.X', 'X.USER.0001', 'SDK.SDK.USER.0001'],
    ...['IDAAS.USER.0001', 'SDK.', '0', ' ', 'constructor', '__proto__', 'toString', 'IDAAS.SDK.constructor'],
  ])('promise N4, S7: %j is refused, with the server’s own words', (serverCode) => {
    const error = refusal(400, { error_code: serverCode, error_msg: 'Call us' });
    expect(error).toMatchObject({ code: 'refused', serverCode, serverMessage: 'Call us', retryable: false });
    expect(refusal(500, { error_code: serverCode })).toMatchObject({ code: 'busy', serverCode });
  });

  it.each([undefined, null, '', 5, {}, ['USER.0001'], true])('promise N4: %j is no code', (code) => {
    expect(refusal(400, { error_code: code })).toMatchObject({ code: 'bad-response', serverCode: null });
  });
});

describe('the code in an answer', () => {
  it('is read as it was written', () => {
    expect(readServerCode('{"error_code":"IDAAS.SDK.USER.0001"}')).toBe('IDAAS.SDK.USER.0001');
    for (const text of [
      '',
      'null',
      '[]',
      '{}',
      '{"error_code":5}',
      '<p>',
      '{"__proto__":{"error_code":"A"}}',
    ])
      expect(readServerCode(text), text).toBeNull();
  });
});
