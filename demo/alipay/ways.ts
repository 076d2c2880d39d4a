/** Everything that can come of the authorize page: what a person decides there, and what can go wrong. */
import { randomBytes } from 'node:crypto';
import type { GrantOptions } from '../server/grant-store.js';
import type { AuthorizeRequest } from './authorize-request.js';

const FOREIGN_APP_ID = '2021999999999999';

/** Issues an `auth_code` that the CIAM server takes. */
export type IssueCode = (options?: GrantOptions) => string;

/** A link of the authorize page. */
export interface Way {
  /** Also the `id` of its link. */
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** What the return carries; absent where nobody returns. */
  readonly answer?: (request: AuthorizeRequest, issueCode: IssueCode) => Answer;
  /** The return is a long time coming. */
  readonly isSlow?: boolean;
}

/** Parameters of a return, in Alipay's order. */
type Answer = readonly (readonly [name: string, value: string])[];

/** The decision that every visitor is asked for. */
export const DECISIONS: readonly Way[] = [
  { id: 'agree', zh: '同意授权', en: 'Agree', answer: agreed },
  { id: 'cancel', zh: '取消', en: 'Cancel', answer: cancelled },
];

/** Consent, after which the tenant wants something more. */
export const DETOURS: readonly Way[] = [
  { id: 'agree-bind', zh: '绑定手机号', en: 'Bind a number', answer: agreedThen('SOCIAL_BIND') },
  { id: 'agree-register', zh: '注册', en: 'Register', answer: agreedThen('USER_REGISTER') },
  { id: 'agree-mfa', zh: '二次认证', en: 'Second factor', answer: agreedThen('MFA_AUTH') },
];

/** Returns that a careful shop has to survive. */
export const MISHAPS: readonly Way[] = [
  { id: 'slow', zh: '慢慢返回', en: 'Return slowly', answer: agreed, isSlow: true },
  { id: 'never', zh: '不再返回', en: 'Never return' },
  { id: 'forged-state', zh: '伪造 state', en: 'Forged state', answer: forged },
  { id: 'doubled-state', zh: '两个 state', en: 'Two states', answer: doubled },
  { id: 'foreign-app', zh: '别家的 app_id', en: 'Foreign app_id', answer: foreign },
];

const WAYS = [...DECISIONS, ...DETOURS, ...MISHAPS];

/** The way with this id, if there is one. */
export function findWay(id: string | null): Way | undefined {
  return WAYS.find((way) => way.id === id);
}

/** The address of a return; what the shop's own query holds stays as it was written. */
export function returnAddress({ redirectUri }: AuthorizeRequest, answer: Answer): string {
  const address = new URL(redirectUri);
  const added = new URLSearchParams(answer.map(([name, value]) => [name, value])).toString();
  address.search = address.search ? `${address.search}&${added}` : added;
  return address.href;
}

function cancelled({ appId, scope, state }: AuthorizeRequest): Answer {
  return [
    ['app_id', appId],
    ['source', 'alipay_wallet'],
    ['scope', scope],
    ['state', state],
  ];
}

function agreed(request: AuthorizeRequest, issueCode: IssueCode): Answer {
  return [...cancelled(request), ['auth_code', issueCode()]];
}

function agreedThen(status: string): NonNullable<Way['answer']> {
  return (request, issueCode) => agreed(request, () => issueCode({ status }));
}

function forged(request: AuthorizeRequest, issueCode: IssueCode): Answer {
  return agreed({ ...request, state: anyState() }, issueCode);
}

/** The right one first: whoever reads just the first notices nothing. */
function doubled(request: AuthorizeRequest, issueCode: IssueCode): Answer {
  return [...cancelled(request), ['state', anyState()], ['auth_code', issueCode()]];
}

function foreign(request: AuthorizeRequest, issueCode: IssueCode): Answer {
  return agreed({ ...request, appId: FOREIGN_APP_ID }, issueCode);
}

function anyState(): string {
  return randomBytes(32).toString('hex');
}
