import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CiamLogin } from '../../../src/entries/element.js';
import { password } from '../../../src/methods/password.js';
import { wechat } from '../../../src/methods/wechat.js';
import type { ErrorCode } from '../../../src/protocol/errors.js';
import type { CiamLoginEventMap } from '../../../src/ui/events.js';

/** A field of the manifest that editors and documentation tools read. */
interface Field {
  name: string;
  fieldName?: string;
  attribute?: string;
}

interface Manifest {
  modules: { declarations: { tagName?: string; attributes?: Field[]; events?: Field[] }[] }[];
}

const readme = read('README.md');
const { modules } = JSON.parse(read('custom-elements.json')) as Manifest;
const element = modules
  .flatMap(({ declarations }) => declarations)
  .find(({ tagName }) => tagName === 'ciam-login')!;

// A missing name does not compile.
const CODES: Record<ErrorCode, true> = {
  config: true,
  network: true,
  timeout: true,
  busy: true,
  'rate-limited': true,
  'bad-response': true,
  'device-incomplete': true,
  'app-unknown': true,
  'mobile-invalid': true,
  'email-invalid': true,
  'password-weak': true,
  'code-missing': true,
  'input-missing': true,
  'consent-required': true,
  'captcha-failed': true,
  'captcha-expired': true,
  'captcha-cancelled': true,
  'send-failed': true,
  'code-wrong': true,
  'user-not-found': true,
  'user-disabled': true,
  'user-locked': true,
  'access-denied': true,
  'password-wrong': true,
  'state-token-invalid': true,
  'session-invalid': true,
  'alipay-state': true,
  'alipay-cancelled': true,
  'alipay-unavailable': true,
  'wechat-state': true,
  'wechat-cancelled': true,
  'wechat-unavailable': true,
  'one-click-unavailable': true,
  'one-click-failed': true,
  'id-token-invalid': true,
  refused: true,
};
const EVENTS: Record<keyof CiamLoginEventMap, true> = {
  'ciam-login-success': true,
  'ciam-login-error': true,
  'ciam-login-step': true,
  'ciam-login-code-sent': true,
  'ciam-login-redirect': true,
};

function read(path: string): string {
  return readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
}

/** The names in backquotes that the README lacks. */
function missing(names: Iterable<string>): string[] {
  return [...names].filter((name) => !readme.includes(`\`${name}\``));
}

describe('what is written of the element', () => {
  it('promise F1: the manifest has every attribute, at its property', () => {
    expect(CiamLogin.observedAttributes, 'makes the properties').toHaveLength(element.attributes!.length);
    const written = element.attributes!.map(({ name, fieldName }) => `${name} ${fieldName!}`);
    const real = [...CiamLogin.elementProperties]
      .filter(([, { attribute }]) => attribute !== false)
      .map(([property, { attribute }]) => `${String(attribute ?? property)} ${String(property)}`);
    expect(written.sort()).toEqual(real.sort());
  });

  it('the manifest has every event', () => {
    expect(element.events!.map(({ name }) => name).sort()).toEqual(Object.keys(EVENTS).sort());
  });

  it('the README has every attribute, also of the methods that come with a class of one’s own', () => {
    expect(missing(CiamLogin.observedAttributes)).toEqual([]);
    const own = [wechat, password].flatMap(({ properties }) => Object.values(properties ?? {}));
    expect(missing(own.filter((name) => name !== false))).toEqual([]);
  });

  it('the README has every event and every error code', () => {
    expect(missing(Object.keys(EVENTS))).toEqual([]);
    expect(missing(Object.keys(CODES))).toEqual([]);
  });
});
