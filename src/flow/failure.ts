import { CiamError } from '../protocol/errors.js';
import type { Field, Step } from './step.js';

/** Why an attempt failed, and where a person can do something about it. */
export interface Failure {
  readonly error: CiamError;
  /** The field at fault; `null` when it is none of the step's. */
  readonly field: string | null;
  /** What had been pressed. */
  readonly phase: 'sending' | 'submitting';
  /** The step's own sentences: it may be another that is shown when somebody reads them. */
  readonly errorTexts?: Step['errorTexts'];
}

function fieldAtFault({ code, subject }: CiamError, step: Step): string | null {
  switch (code) {
    case 'mobile-invalid':
    case 'user-not-found':
    case 'user-disabled':
    case 'user-locked':
      return 'mobile';
    case 'email-invalid':
      return 'email';
    case 'password-weak':
      return 'newPassword';
    case 'code-missing':
    case 'code-wrong':
      return 'code';
    case 'consent-required':
      return 'consent';
    case 'password-wrong':
      return step.fields.some((each) => fieldName(each) === 'oldPassword') ? 'oldPassword' : 'password';
    case 'input-missing':
      return subject;
    default:
      return null;
  }
}

/** Makes a failure of whatever an attempt rejected with. */
export function failureOf(cause: unknown, step: Step, phase: Failure['phase']): Failure {
  // Anything else than our own error is a fault in this code or in the page's; it must not pass for an answer.
  const error = cause instanceof CiamError ? cause : new CiamError('bad-response', { cause });
  const field = fieldAtFault(error, step);
  const shown = field === 'consent' || step.fields.some((each) => fieldName(each) === field);
  return { error, field: shown ? field : null, phase, errorTexts: step.errorTexts };
}

/** What a field is called in the form. */
export function fieldName(field: Field): string {
  return typeof field === 'string' ? field : field.name;
}
