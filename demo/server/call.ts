import type { Clock } from './clock.js';
import type { CaptchaStore } from './captcha-store.js';
import type { CodeStore } from './code-store.js';
import type { Language } from './error-texts.js';
import type { GrantStore } from './grant-store.js';
import type { IdTokens } from './id-tokens.js';
import type { OpenInbox } from './inbox.js';
import type { Puzzle } from './puzzle/puzzle.js';
import { Refusal, type Reply } from './reply.js';
import type { SessionStore } from './session-store.js';
import type { Settings } from './settings.js';
import type { Signatures } from './signatures.js';
import type { StateTokens } from './state-tokens.js';
import type { PasswordTries } from './password-tries.js';

/** A request that has passed the header checks. */
export interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>;
  body: Readonly<Record<string, unknown>>;
  language: Language;
  clientId: string;
  fingerprint: string;
}

/** Everything a call may need of the server. */
export interface Tenant {
  settings: Settings;
  clock: Clock;
  captchas: CaptchaStore;
  codes: CodeStore;
  grants: GrantStore;
  inbox: OpenInbox;
  states: StateTokens;
  sessions: SessionStore;
  idTokens: IdTokens;
  signatures: Signatures;
  passwordTries: PasswordTries;
  /** Gives the next puzzle. */
  paint(): Puzzle;
}

/** One call of the API. */
export interface Route {
  method: 'GET' | 'POST';
  path: string;
  /** Only this dialect has it. */
  only?: Settings['dialect'];
  /** It is no call of the SDK: no device headers, no client id. */
  open?: boolean;
  /** A POST that may come without a body. */
  bodyOptional?: boolean;
  /** Whether the tenant has it at all, and what it answers if not. */
  missing?: (settings: Settings) => number | null;
  handle(call: Call, tenant: Tenant): Reply | Promise<Reply>;
}

/** A field of the body that must be there as a non-empty string, else the refusal given. */
export function need(call: Call, field: string, code: string): string {
  const value = Object.hasOwn(call.body, field) ? call.body[field] : undefined;
  if (typeof value !== 'string' || value.trim() === '') throw new Refusal(code);
  return value;
}

/** Whether the body has a field, of whatever type. */
export function has(call: Call, field: string): boolean {
  return Object.hasOwn(call.body, field) && call.body[field] !== null;
}
