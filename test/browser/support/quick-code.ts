import type { CaptchaSolver } from '../../../src/entries/element.ts';
import type { Ciam } from '../../support/ciam.ts';
import { fill } from './hands.ts';
import type { LoginBox } from './login-box.ts';
import { soon } from './steps.ts';

/** Solves puzzles without a person, through `solveCaptcha`: for tests whose idea lies elsewhere. */
export function solverOf(ciam: Ciam): CaptchaSolver {
  return async (request) => {
    const challenge = await request.fetchChallenge();
    return request.verify(challenge, (await ciam.puzzleX(challenge.token)) ?? 0);
  };
}

/** From any form to a code that was sent to this number, without a puzzle. */
export async function quickCode(box: LoginBox, mobile: string): Promise<void> {
  const before = box.seen('code-sent').length;
  box.element.solveCaptcha = solverOf(box.ciam);
  fill(box.mobile, mobile);
  await box.click(box.sendButton);
  await soon(() => box.seen('code-sent').length > before, 'a code is sent');
}

/** A whole login, without a puzzle. */
export async function quickLogin(box: LoginBox, mobile: string): Promise<void> {
  const before = box.seen('success').length;
  await quickCode(box, mobile);
  fill(box.code, (await box.ciam.code(mobile)) ?? '');
  await box.click(box.submitButton);
  await soon(() => box.seen('success').length > before, 'somebody is logged in');
}
