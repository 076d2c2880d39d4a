import { CiamError } from '../protocol/errors.js';
import type { LoginAnswer } from '../protocol/login-answer.js';
import { readMobile } from '../protocol/mobile.js';
import { readCode } from '../protocol/one-time-code.js';
import { type Continuations, nextOf } from './next.js';
import type { CodeSender, Run, Screen, Step } from './step.js';

/** What tells one step with a number and a code from another. */
export interface CodeStepParts {
  screen: Screen;
  /** The number that the code goes to, where nobody may choose it. */
  mobile?: string;
  smsType: CodeSender['smsType'];
  purpose: CodeSender['purpose'];
  /** The call that the code is for. */
  send(entered: { mobile: string; code: string }, run: Run): Promise<LoginAnswer>;
  continuations?: Continuations;
}

/** A step that asks for a mobile number and the code sent to it: the login itself, binding, a second factor. */
export function codeStep(parts: CodeStepParts): Step {
  const code: CodeSender = {
    smsType: parts.smsType,
    purpose: parts.purpose,
    readMobile: (values, run) => {
      if (parts.mobile) return parts.mobile;
      const areaCode = values['areaCode'] ?? '86';
      return readMobile(values['mobile'] ?? '', areaCode, run.mobilePattern(areaCode));
    },
  };
  return {
    ...parts.screen,
    code,
    ...(parts.mobile && { sentTo: parts.mobile.replace(/\d(?=\d{4})(?<=\d{4})/g, '*') }),
    async submit(values, run) {
      const mobile = code.readMobile(values, run);
      if (mobile === null) throw new CiamError('mobile-invalid');
      const digits = readCode(values['code'] ?? '');
      if (!digits) throw new CiamError('code-missing');
      return nextOf(await parts.send({ mobile, code: digits }, run), run, parts.continuations);
    },
  };
}
