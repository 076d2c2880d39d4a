import { CiamError } from '../protocol/errors.js';
import { readIdToken } from '../protocol/id-token.js';
import type { Session } from '../protocol/login-answer.js';
import type { Run, Success } from './step.js';

/**
 * The end of a login: its id_token is fetched where the tenant sends none and the page wants one, and checked.
 *
 * @throws {CiamError} `id-token-invalid`; whatever fetching a token or the keys fails with. Nobody is logged in then.
 */
export async function finish(session: Session, run: Run): Promise<Success> {
  const dialect = run.setting('fetchIdToken');
  const isWanted = session.idToken === null && (dialect === 'bc' || dialect === 'hw');
  const whole = isWanted
    ? await (await loadRefresh()).refreshIdToken(run.client(), session, dialect, run)
    : session;

  const { idToken } = whole;
  if (idToken === null) return { session: whole, claims: null, verified: false };
  if (!run.client().jwksUri)
    return { session: whole, claims: readIdToken(idToken, run.expected), verified: false };
  const { verifyIdToken } = await loadVerification();
  return {
    session: whole,
    claims: await verifyIdToken(run.client(), idToken, run.expected, run),
    verified: true,
  };
}

/**
 * Loads what checks signatures; ahead of time, if the page wants them checked.
 *
 * @throws {CiamError} `network`
 */
export function loadVerification(): Promise<typeof import('../client/verify-id-token.js')> {
  return import('../client/verify-id-token.js').catch(notLoaded);
}

/**
 * Loads what fetches an id_token; ahead of time, if the page wants one fetched.
 *
 * @throws {CiamError} `network`
 */
export function loadRefresh(): Promise<typeof import('../client/session.js')> {
  return import('../client/session.js').catch(notLoaded);
}

function notLoaded(cause: unknown): never {
  throw new CiamError('network', { cause, subject: 'not-loaded' });
}
