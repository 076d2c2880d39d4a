import {
  type ContinueOptions,
  bindAccount,
  fetchMobileByToken,
  registerAccount,
  verifySecondFactor,
} from '../client/continue.js';
import { CiamError } from '../protocol/errors.js';
import { type CodeStepParts, codeStep, emailCodeStep } from './code-step.js';
import type { ContinuedAnswer, Continuations } from './next.js';
import { passwordStep } from './password-step.js';
import type { Choice, ChoiceName, Run, Step } from './step.js';

/**
 * What the server may ask for before it lets somebody in (API, sections 2 and 5). Each answer goes through the same
 * table: binding a number may lead to a second factor.
 */
export function continuedSteps(): Continuations {
  const continuations: Continuations = {
    bind: (answer) => proofStep(answer, BIND, continuations),
    register: (answer) => proofStep(answer, REGISTER, continuations),

    async mfa(answer, run) {
      try {
        return await secondFactor(answer, run);
      } catch (error) {
        // The first factor is spent, so the login waits here for the number.
        if (!(error instanceof CiamError && error.retryable)) throw error;
        return {
          name: 'mfa',
          fields: [],
          sentTo: '****',
          rest: error.retryAfter,
          submit: async (_values, later) => ({
            step: { ...(await secondFactor(answer, later)), client: later.client() },
          }),
        };
      }
    },

    'password-warn': (answer) => passwordStep(answer, continuations),
    'password-expired': (answer) => passwordStep(answer, continuations),
  };
  return continuations;

  async function secondFactor({ stateToken }: ContinuedAnswer, run: Run): Promise<Step> {
    const mobile = await fetchMobileByToken(run.client(), { ...run, stateToken });
    return codeStep({
      screen: { name: 'mfa', fields: ['code'] },
      mobile,
      type: textOf(run.setting('mfaSmsType')) || 'OTP_REST_SMS',
      purpose: 'mfa',
      send: ({ to, code }, later) =>
        verifySecondFactor(later.client(), { mobile: to, code }, { ...later, stateToken }),
      continuations,
    });
  }
}

/** A step that connects somebody with a number or an e-mail address. */
interface ProofKind {
  readonly name: 'bind' | 'register';
  readonly smsType: string;
  readonly emailType: string;
  readonly call: typeof bindAccount;
}

const BIND: ProofKind = {
  name: 'bind',
  smsType: 'BIND_MOBILE_SMS',
  emailType: 'BIND_EMAIL',
  call: bindAccount,
};
const REGISTER: ProofKind = {
  name: 'register',
  smsType: 'REGISTER_SMS',
  emailType: 'REGISTER_EMAIL',
  call: registerAccount,
};

/** Asks for a number; for an e-mail address where the server takes one, too, or nothing else. */
function proofStep(answer: ContinuedAnswer, kind: ProofKind, continuations: Continuations): Step {
  const { stateToken, data } = answer;
  const flow: unknown = data['socialBindOrRegisterFlow'];
  const ways = Array.isArray(flow) ? (flow as unknown[]) : [];
  const hasEmail = ways.includes('VERIFY_EMAIL');
  const hasMobile = !hasEmail || ways.includes('VERIFY_PHONE');
  const { name } = kind;
  const common = { purpose: name, continuations } satisfies Partial<CodeStepParts>;
  const options = (run: Run): ContinueOptions => ({
    signal: run.signal,
    stateToken,
  });

  const byMobile = (): Step =>
    codeStep({
      ...common,
      screen: { name, fields: ['mobile', 'code'] },
      type: kind.smsType,
      send: ({ to, code }, run) => kind.call(run.client(), { mobile: to, code }, options(run)),
      choice: hasEmail ? other('useEmail', byEmail) : undefined,
    });
  const byEmail = (): Step =>
    emailCodeStep({
      ...common,
      screen: { name, fields: [{ name: 'email', type: 'email', autocomplete: 'email' }, 'code'] },
      type: kind.emailType,
      send: ({ to, code }, run) => kind.call(run.client(), { email: to, code }, options(run)),
      choice: hasMobile ? other('useMobile', byMobile) : undefined,
    });
  return hasMobile ? byMobile() : byEmail();
}

/** Another step of the same login, with the same tenant. */
function other(name: ChoiceName, step: () => Step): Choice {
  return { name, go: (run) => Promise.resolve({ step: { ...step(), client: run.client() } }) };
}

function textOf(setting: unknown): string {
  return typeof setting === 'string' ? setting.trim() : '';
}
