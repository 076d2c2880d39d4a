import { CiamError, type ErrorCode } from '../protocol/errors.js';
import type { FieldName, Step } from './step.js';

/** Why an attempt failed, and where a person can do something about it. */
export interface Failure {
  readonly error: CiamError;
  /** The field at fault; `null` when it is none of the step's. */
  readonly field: FieldName | null;
  /** What had been pressed. */
  readonly phase: 'sending' | 'submitting';
}

function fieldAtFault(code: ErrorCode): FieldName | null {
  switch (code) {
    case 'mobile-invalid':
    case 'user-not-found':
    case 'user-disabled':
    case 'user-locked':
      return 'mobile';
    case 'code-missing':
    case 'code-wrong':
      return 'code';
    case 'consent-required':
      return 'consent';
    default:
      return null;
  }
}

/** Makes a failure of whatever an attempt rejected with. */
export function failureOf(cause: unknown, step: Step, phase: Failure['phase']): Failure {
  // Anything else than our own error is a fault in this code or in the page's; it must not pass for an answer.
  const error = cause instanceof CiamError ? cause : new CiamError('bad-response', { cause });
  const field = fieldAtFault(error.code);
  const shown = field === 'consent' || (field !== null && step.fields.includes(field));
  return { error, field: shown ? field : null, phase };
}
