import type { CallOptions, CiamClient } from '../client/client.js';
import { sendEmailCode, sendSmsCode } from '../client/send-code.js';
import { CiamError } from '../protocol/errors.js';
import type { LoginAnswer } from '../protocol/login-answer.js';
import { readEmail } from '../protocol/email.js';
import { readMobile } from '../protocol/mobile.js';
import { readCode } from '../protocol/one-time-code.js';
import { type Continuations, redeem } from './next.js';
import type { Choice, CodeSender, Run, Screen, Step } from './step.js';

/** What tells one step with a code from another. */
export interface CodeStepParts {
  screen: Screen;
  /** The number that the code goes to, where nobody may choose it. */
  mobile?: string;
  /** Type of the message, as the server calls it. */
  type: string;
  purpose: CodeSender['purpose'];
  /** The call that the code is for. */
  send(entered: { to: string; code: string }, run: Run): Promise<LoginAnswer>;
  choice?: Choice | undefined;
  continuations?: Continuations;
}

/** A step that asks for a mobile number and the code sent to it: the login itself, binding, a second factor. */
export function codeStep(parts: CodeStepParts): Step {
  const { mobile, type } = parts;
  return stepWithCode(parts, {
    readRecipient(values, run) {
      if (mobile) return mobile;
      const areaCode = values['areaCode'] ?? '86';
      return readMobile(values['mobile'] ?? '', areaCode, run.mobilePattern(areaCode));
    },
    invalid: 'mobile-invalid',
    send: (client: CiamClient, to: string, captchaToken: string, options: CallOptions) =>
      sendSmsCode(client, { mobile: to, type, captchaToken }, options),
  });
}

/** The same by e-mail. */
export function emailCodeStep(parts: CodeStepParts): Step {
  const { type } = parts;
  return stepWithCode(parts, {
    readRecipient: (values) => readEmail(values['email'] ?? ''),
    invalid: 'email-invalid',
    send: (client: CiamClient, to: string, captchaToken: string, options: CallOptions) =>
      sendEmailCode(client, { email: to, type, captchaToken }, options),
  });
}

function stepWithCode(parts: CodeStepParts, how: Omit<CodeSender, 'type' | 'purpose'>): Step {
  const { screen, mobile, type, purpose, choice } = parts;
  return {
    ...screen,
    code: { ...how, type, purpose },
    choice,
    // Enough to know one's own number by, and no more.
    ...(mobile && { sentTo: disguised(mobile) }),
    async submit(values, run) {
      const to = how.readRecipient(values, run);
      if (to === null) throw new CiamError(how.invalid);
      const code = readCode(values['code'] ?? '');
      if (!code) throw new CiamError('code-missing');
      return redeem(run, () => parts.send({ to, code }, run), parts.continuations);
    },
  };
}

/** `138****8000`; of other numbers the last digits, and never more than half of them. */
function disguised(mobile: string): string {
  if (/^1\d{10}$/.test(mobile)) return mobile.replace(/(...)..../, '$1****');
  const digits = mobile.replace(/\D/g, '');
  return `****${digits.slice(Math.max(digits.length - 4, Math.ceil(digits.length / 2)))}`;
}
