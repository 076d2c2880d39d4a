/** The one application that the stand-in knows: real ones get such an id from Alipay. */
export const ALIPAY_APP_ID = '2021000000000000';

/** What a shop's page may ask for: the member's profile, or the member's id alone. */
const SCOPES = ['auth_user', 'auth_base'] as const;

/** A request of a shop's page that Alipay would serve. */
export interface AuthorizeRequest {
  readonly appId: string;
  readonly scope: (typeof SCOPES)[number];
  readonly state: string;
  readonly redirectUri: URL;
}

/** Why a request is turned away: which parameter, and what is wrong with it. */
export interface Problem {
  readonly parameter: string;
  readonly zh: string;
  readonly en: string;
}

/** A request that may be served, or everything that is wrong with it. */
type Reading =
  | { readonly request: AuthorizeRequest }
  | { readonly request?: never; readonly problems: readonly Problem[] };

const NAMES = ['app_id', 'scope', 'state', 'redirect_uri'] as const;
const STATE = /^[A-Za-z0-9+/=]{1,100}$/;

/** Reads a query as strictly as Alipay does, so that what a shop gets wrong shows here and not in production. */
export function readAuthorizeRequest(query: URLSearchParams, registeredOrigins: readonly string[]): Reading {
  const problems: Problem[] = [];
  const note = (parameter: string, zh: string, en: string): void => {
    // What is missing or doubled has no value that could be wrong as well.
    if (problems.every((each) => each.parameter !== parameter)) problems.push({ parameter, zh, en });
  };
  const valueOf = (name: (typeof NAMES)[number]): string => query.get(name) ?? '';
  for (const name of new Set(query.keys())) {
    if (query.getAll(name).length > 1) note(name, '重复出现', 'given more than once');
  }
  for (const name of NAMES) if (!valueOf(name)) note(name, '缺失', 'missing');

  const [appId, scopeText, state] = [valueOf('app_id'), valueOf('scope'), valueOf('state')];
  const scope = SCOPES.find((known) => known === scopeText);
  const redirectUri = readRedirect(valueOf('redirect_uri'), registeredOrigins);
  if (appId !== ALIPAY_APP_ID) note('app_id', '应用不存在', 'no such application');
  if (!scope) note('scope', `只能是 ${SCOPES.join('、')}`, `neither ${SCOPES.join(' nor ')}`);
  if (!STATE.test(state))
    note('state', '只能是 1–100 个字母、数字或 + / =', 'not 1 to 100 letters, digits, +, / or =');
  if (!redirectUri) note('redirect_uri', '未登记', 'not registered');

  return problems.length || !scope || !redirectUri
    ? { problems }
    : { request: { appId, scope, state, redirectUri } };
}

/** The address to return to: of a registered origin, as a plain address without user name or fragment. */
function readRedirect(text: string, registeredOrigins: readonly string[]): URL | undefined {
  if (!URL.canParse(text) || text.includes('#')) return undefined;
  const address = new URL(text);
  const isPlain = address.username === '' && address.password === '';
  return isPlain && registeredOrigins.includes(address.origin) ? address : undefined;
}
