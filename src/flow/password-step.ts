import { skipPasswordUpdate, updatePassword } from '../client/continue.js';
import { CiamError } from '../protocol/errors.js';
import { readPasswordPolicy } from '../protocol/password-policy.js';
import { type ContinuedAnswer, type Continuations, redeem } from './next.js';
import type { Step, TextField } from './step.js';

const FIELDS: readonly TextField[] = [
  { name: 'oldPassword', type: 'password', autocomplete: 'current-password' },
  { name: 'newPassword', type: 'password', autocomplete: 'new-password' },
];

/** A step that has a password changed which has expired, or soon will; only in the latter case it may be left for later. */
export function passwordStep(
  { kind, stateToken, data }: ContinuedAnswer,
  continuations: Continuations,
): Step {
  const rules = readPasswordPolicy(data);
  const isWarning = kind === 'password-warn';
  return {
    name: isWarning ? 'password-warn' : 'password-expired',
    fields: FIELDS,
    passwordRules: rules,
    choice: isWarning
      ? {
          name: 'skip',
          go: (run) =>
            redeem(run, () => skipPasswordUpdate(run.client(), { ...run, stateToken }), continuations),
        }
      : undefined,
    async submit({ oldPassword, newPassword }, run) {
      if (!oldPassword) throw new CiamError('input-missing', { subject: 'oldPassword' });
      if (!newPassword) throw new CiamError('input-missing', { subject: 'newPassword' });
      if (!rules.every((rule) => rule.isMet(newPassword))) throw new CiamError('password-weak');
      const change = { oldPassword, newPassword };
      return redeem(run, () => updatePassword(run.client(), change, { ...run, stateToken }), continuations);
    },
  };
}
