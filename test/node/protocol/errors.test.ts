import { describe, expect, it } from 'vitest';
import { enLogin } from '../../../src/locales/en-login.js';
import { Abandoned, CiamError, type ErrorCode } from '../../../src/protocol/errors.js';

const CODES = ['network', ...Object.keys(enLogin.errors)] as ErrorCode[];
const RETRYABLE = ['network', 'timeout', 'busy', 'rate-limited', 'send-failed'];

describe('the one error', () => {
  it('knows nothing that it was not told', () => {
    const bare = { serverCode: null, serverMessage: null, httpStatus: null, retryAfter: null, subject: null };
    for (const code of CODES) {
      const error = new CiamError(code);
      expect(error).toMatchObject({ ...bare, code, message: code, name: 'CiamError' });
      expect(error).toBeInstanceOf(Error);
      expect(error.retryable, code).toBe(RETRYABLE.includes(code));
    }
  });

  it('says what it was told', () => {
    const cause = new TypeError('fetch');
    const info = {
      serverCode: 'X.1',
      serverMessage: 'Call us',
      httpStatus: 400,
      retryAfter: 5,
      subject: 'base-url',
    };
    expect(new CiamError('refused', { ...info, cause })).toMatchObject({
      ...info,
      cause,
      message: 'Call us',
    });
    expect(new CiamError('config', { subject: 'client-id' }).message).toBe('config client-id');
  });
});

describe('what was given up', () => {
  it('promise N3: is what the browser’s own calls reject with that were aborted, and no error of ours', () => {
    const abandoned = new Abandoned();
    expect([abandoned.name, abandoned.message]).toEqual(['AbortError', 'Given up']);
    expect([abandoned instanceof DOMException, abandoned instanceof CiamError]).toEqual([true, false]);
  });
});
