import type { Call, Tenant } from './call.js';
import { json, Refusal, type Reply } from './reply.js';
import type { Outcome } from './test-numbers.js';

/** The policy that new passwords must meet, as `data` shows it. */
export const PASSWORD_POLICY = {
  maxLength: 18,
  minLength: 8,
  regEx: '^(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9]).{8,18}$',
};

const BIND_FLOW = { socialBindOrRegisterFlow: ['VERIFY_PHONE', 'VERIFY_EMAIL'] };

const DATA: Readonly<Record<string, object>> = {
  SOCIAL_BIND: BIND_FLOW,
  USER_REGISTER: BIND_FLOW,
  PASSWORD_WARN: PASSWORD_POLICY,
  PASSWORD_EXPIRED: PASSWORD_POLICY,
};

async function success(account: string, status: string, call: Call, tenant: Tenant): Promise<Reply> {
  const { settings, sessions, idTokens } = tenant;
  const { clientId, fingerprint } = call;
  const withIdToken = settings.idToken ?? settings.dialect === 'bc';
  return json({
    status,
    session_token: sessions.open({ account, clientId, fingerprint }),
    expire: settings.sessionSeconds,
    ...(withIdToken ? { id_token: await idTokens.issue(account, clientId) } : {}),
  });
}

/** The answer of a login or continuation whose credentials were right: the table of statuses. */
export async function loginAnswer(
  account: string,
  outcome: Outcome,
  call: Call,
  tenant: Tenant,
): Promise<Reply> {
  if (outcome.error !== undefined && outcome.onSend !== true) {
    throw new Refusal(outcome.error, outcome.params);
  }
  const status = outcome.status ?? 'SUCCESS';
  const purpose = status.trim();
  if (purpose === 'SUCCESS') return success(account, status, call, tenant);
  if (purpose === 'ACCESS_DENIED') return json({ status });
  const { clientId, fingerprint } = call;
  const state = { purpose, account, then: outcome.then ?? 'SUCCESS', clientId, fingerprint };
  const data = Object.hasOwn(DATA, purpose) ? { data: JSON.stringify(DATA[purpose]) } : {};
  const stateToken = await tenant.states.issue(state, { stale: outcome.stale === true });
  return json({ status, state_token: stateToken, ...data });
}
