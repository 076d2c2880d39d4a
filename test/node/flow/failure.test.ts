import { describe, expect, it } from 'vitest';
import { failureOf, fieldName } from '../../../src/flow/failure.js';
import type { Field, Step } from '../../../src/flow/step.js';
import { CiamError, type ErrorCode } from '../../../src/protocol/errors.js';

const secret = (name: string): Field => ({ name, type: 'password', autocomplete: 'off' });
const email: Field = { name: 'email', type: 'email', autocomplete: 'email' };
const stepWith = (...fields: Field[]): Step => ({
  name: 'start',
  fields,
  submit: () => Promise.reject(new CiamError('refused')),
});
const ALL = stepWith('mobile', 'code', email, secret('password'), secret('newPassword'));
const fieldOf = (code: ErrorCode, step = ALL, subject: string | null = null) =>
  failureOf(new CiamError(code, { subject }), step, 'submitting').field;

describe('promise A4: the field at fault', () => {
  it.each<[ErrorCode, string | null]>([
    ['mobile-invalid', 'mobile'],
    ['user-not-found', 'mobile'],
    ['user-disabled', 'mobile'],
    ['user-locked', 'mobile'],
    ['email-invalid', 'email'],
    ['password-weak', 'newPassword'],
    ['password-wrong', 'password'],
    ['code-missing', 'code'],
    ['code-wrong', 'code'],
    ['consent-required', 'consent'],
    ['network', null],
    ['refused', null],
  ])('promise A4: of %s is %s', (code, field) => {
    expect(fieldOf(code)).toBe(field);
  });

  it('promise A4: of an empty field is that field, and of a wrong password the old one where a new one is asked for', () => {
    expect(fieldOf('input-missing', ALL, 'password')).toBe('password');
    expect(fieldOf('password-wrong', stepWith(secret('oldPassword'), secret('password')))).toBe(
      'oldPassword',
    );
  });

  it('promise A4: is none that is not there, but the box for the terms stands below every step', () => {
    const bare = stepWith('code');
    expect([
      fieldOf('user-locked', bare),
      fieldOf('code-wrong', bare),
      fieldOf('consent-required', bare),
    ]).toEqual([null, 'code', 'consent']);
    expect(fieldOf('input-missing', bare, 'userName')).toBeNull();
  });

  it('is called in the form as it is called in the step', () => {
    expect([fieldName('mobile'), fieldName(email)]).toEqual(['mobile', 'email']);
  });
});

describe('promise N4: why an attempt failed', () => {
  it('promise N4: is our own error as it is, with the step’s own sentences', () => {
    const error = new CiamError('busy');
    const errorTexts = { en: { busy: 'a' }, 'zh-CN': { busy: 'b' } };
    expect(failureOf(error, { ...ALL, errorTexts }, 'sending')).toEqual({
      ...{ error, field: null, phase: 'sending', errorTexts },
    });
  });

  it.each([new TypeError('x'), 'busy', undefined, { code: 'busy' }])(
    'promise N4: %j passes for no answer',
    (cause) => {
      const { error } = failureOf(cause, ALL, 'submitting');
      expect(error).toBeInstanceOf(CiamError);
      expect([error.code, error.cause]).toEqual(['bad-response', cause]);
    },
  );
});
