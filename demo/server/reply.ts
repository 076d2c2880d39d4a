import { errorText, type Language } from './error-texts.js';
import type { Settings } from './settings.js';

/** A whole answer, before faults and CORS headers. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A JSON answer. */
export function json(value: unknown, status = 200): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json;charset=UTF-8' },
    body: JSON.stringify(value),
  };
}

/** An answer without a body, such as the 200 of `sms/send`. */
export function empty(status = 200, headers: Record<string, string> = {}): Reply {
  return { status, headers, body: '' };
}

/** What the framework in front of the API says, which knows no `error_code`: wrong path, method, content type. */
export function frameworkError(status: number, error: string, path: string): Reply {
  return json({ status, error, path }, status);
}

/** Thrown by a call to refuse it with an `error_code`; `code` has no dialect prefix. */
export class Refusal extends Error {
  readonly code: string;
  readonly params: readonly string[];
  constructor(code: string, params: readonly string[] = []) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** Thrown by a call to answer with something that is no refusal of the API, such as a 429 of a gateway. */
export class Interruption extends Error {
  readonly reply: Reply;
  constructor(reply: Reply) {
    super(`HTTP ${reply.status}`);
    this.reply = reply;
  }
}

/** A refusal as the chosen dialect and language write it. */
export function refusalReply(refusal: Refusal, settings: Settings, language: Language): Reply {
  const prefix = settings.dialect === 'bc' ? 'IDAAS.SDK.' : '';
  const body = {
    error_code: prefix + refusal.code,
    error_msg: errorText(refusal.code, language, refusal.params),
  };
  return json(body, refusal.code === 'COM.0002' ? 500 : 400);
}
