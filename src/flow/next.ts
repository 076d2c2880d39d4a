import { CiamError } from '../protocol/errors.js';
import { finish, prepareFinish } from './finish.js';
import type { Continuation, LoginAnswer } from '../protocol/login-answer.js';
import type { Next, Run, Step } from './step.js';

/** An answer of the server that is not the end yet. */
export type ContinuedAnswer = Extract<LoginAnswer, { kind: Continuation }>;

/**
 * How a login goes on when the server asks for more. A method brings those that it can meet, so that
 * binding a mobile is code that comes only with the methods that lead there.
 */
export type Continuations = Readonly<
  Partial<Record<Continuation, (answer: ContinuedAnswer, run: Run) => Step | Promise<Step>>>
>;

/**
 * Makes a call that spends something, a code or a token, and turns the server's answer into what follows. The code
 * that the end of a login needs is loaded before: afterwards it would be too late.
 *
 * @throws {CiamError} whatever the call fails with; `id-token-invalid`; `refused` when the server asks for a step that
 *   is not among `continuations`: anything but a success that we understand whole lets nobody in.
 */
export async function redeem(
  run: Run,
  call: () => Promise<LoginAnswer>,
  continuations: Continuations = {},
): Promise<Next> {
  await prepareFinish(run);
  run.signal.throwIfAborted();
  const answer = await call();
  if (answer.kind === 'session') return { success: await finish(answer.session, run) };
  const step = await continuations[answer.kind]?.(answer, run);
  if (!step) throw new CiamError('refused', { serverCode: answer.status, httpStatus: 200 });
  // The state token is this tenant's: nothing of the login goes to another, whatever the page sets meanwhile.
  return { step: { ...step, client: run.client() } };
}
