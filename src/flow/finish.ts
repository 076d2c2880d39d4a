import { CiamError } from '../protocol/errors.js';
import { readIdToken } from '../protocol/id-token.js';
import type { Session } from '../protocol/login-answer.js';
import type { Run, Settings, Success } from './step.js';

/**
 * The end of a login: its id_token is fetched where the tenant sends none and the page wants one, and checked.
 *
 * @throws {CiamError} `id-token-invalid`; whatever fetching a token or the keys fails with. Nobody is logged in then.
 */
export async function finish(session: Session, run: Run): Promise<Success> {
  const client = run.client();
  const dialect = dialectOf(run);
  const whole =
    session.idToken === null && dialect
      ? await (await loadRefresh()).refreshIdToken(client, session, dialect, run)
      : session;

  const { idToken } = whole;
  if (idToken === null) return { session: whole, claims: null, verified: false };
  if (!client.jwksUri) return { session: whole, claims: readIdToken(idToken, run.expected), verified: false };
  const { verifyIdToken } = await loadVerification();
  return { session: whole, claims: await verifyIdToken(client, idToken, run.expected, run), verified: true };
}

/**
 * Loads what {@link finish} will need, within the time of one call.
 *
 * @throws {CiamError} `network`, `timeout`; `config` on a page that is not served by https, where no browser has what
 *   checks a signature or makes one.
 */
export async function prepareFinish(run: Run): Promise<void> {
  const { jwksUri, timeout } = run.client();
  const dialect = dialectOf(run);
  // Without it neither could be done, and what the call spends would be lost.
  const isSecure = !!(crypto.subtle as SubtleCrypto | undefined);
  if (!isSecure && (jwksUri || dialect === 'hw')) throw new CiamError('config', { subject: 'https' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new CiamError('timeout'));
    }, timeout);
  });
  const loads = Promise.all([jwksUri && loadVerification(), dialect && loadRefresh()]);
  await Promise.race([loads, late]).finally(() => {
    clearTimeout(timer);
  });
}

/** What checks signatures. @throws {CiamError} `network` */
export function loadVerification(): Promise<typeof import('../client/verify-id-token.js')> {
  return import('../client/verify-id-token.js').catch(notLoaded);
}

/** What fetches an id_token. @throws {CiamError} `network` */
export function loadRefresh(): Promise<typeof import('../client/session.js')> {
  return import('../client/session.js').catch(notLoaded);
}

function dialectOf(settings: Settings): 'bc' | 'hw' | null {
  const dialect = settings.setting('fetchIdToken');
  return dialect === 'bc' || dialect === 'hw' ? dialect : null;
}

function notLoaded(cause: unknown): never {
  throw new CiamError('network', { cause, subject: 'not-loaded' });
}
