import { COUNTRIES } from './countries.js';
import type { Settings } from './settings.js';

type Check = { ok: (value: unknown) => boolean; must: string };

const flag: Check = { ok: (v) => typeof v === 'boolean', must: 'be true or false' };
const text: Check = { ok: (v) => typeof v === 'string' && v.trim() !== '', must: 'be a non-empty string' };

function whole(min: number, max: number): Check {
  return {
    ok: (v) => typeof v === 'number' && Number.isInteger(v) && v >= min && v <= max,
    must: `be a whole number from ${min} to ${max}`,
  };
}

function oneOf(...values: unknown[]): Check {
  return {
    ok: (v) => values.includes(v),
    must: `be one of ${values.map((v) => JSON.stringify(v)).join(', ')}`,
  };
}

function orNull(check: Check): Check {
  return { ok: (v) => v === null || check.ok(v), must: `${check.must}, or null` };
}

function listOf(check: Check): Check {
  return {
    ok: (v) => Array.isArray(v) && v.every(check.ok),
    must: `be a list in which each item must ${check.must}`,
  };
}

const seconds = whole(1, 31_536_000);

const CHECKS: Record<keyof Settings, Check> = {
  dialect: oneOf('bc', 'hw'),
  idToken: orNull(flag),
  idTokenSeconds: orNull(seconds),
  idTokenAlg: oneOf('RS256', 'RS384', 'RS512'),
  issuer: orNull(text),
  sessionSeconds: seconds,
  rotateSessionToken: flag,
  stateTokenSeconds: seconds,
  bindFingerprint: flag,
  secretKey: orNull(text),
  captchaSeconds: seconds,
  captchaTolerance: whole(0, 50),
  paintings: orNull(whole(1, 1000)),
  codeLength: whole(4, 8),
  codeSeconds: seconds,
  codeTries: whole(1, 100),
  resendSeconds: whole(0, 3600),
  smsHost: text,
  mfaSmsTypes: listOf(text),
  alipayVersions: listOf(oneOf('v2', 'v3')),
  alipayMissingStatus: oneOf(404, 405),
  areaCodes: listOf(oneOf(...COUNTRIES.map((country) => country.areaCode))),
  tenantId: orNull(text),
  publicKeyField: text,
  exposeRetryAfter: flag,
};

/**
 * Checks a partial settings object that came from outside.
 * Answers what is wrong as one sentence, or `null` if all of it may be merged.
 */
export function settingsProblem(input: unknown): string | null {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return 'Settings must be a JSON object.';
  }
  for (const [name, value] of Object.entries(input)) {
    if (!Object.hasOwn(CHECKS, name)) return `There is no setting "${name}".`;
    const check = CHECKS[name as keyof Settings];
    if (!check.ok(value)) return `The setting "${name}" must ${check.must}.`;
  }
  return null;
}

/** Merges a partial settings object into live settings. Throws a `TypeError` with a sentence on bad input. */
export function mergeSettings(settings: Settings, input: unknown): void {
  const problem = settingsProblem(input);
  if (problem !== null) throw new TypeError(problem);
  Object.assign(settings, structuredClone(input));
}
