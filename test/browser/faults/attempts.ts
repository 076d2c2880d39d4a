import { expect } from '@open-wc/testing';
import { FIXED_CODE, FIXED_MOBILE } from '../../../demo/server/test-numbers.ts';
import { enLogin } from '../../../src/locales/en-login.ts';
import { zhCnLogin } from '../../../src/locales/zh-cn-login.ts';
import type { ErrorCode } from '../../../src/protocol/errors.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import {
  type CallName,
  PATHS,
  isUsable,
  press,
  requests,
  shownErrors,
  solve,
  soon,
} from '../support/steps.ts';
import type { Kind } from './kinds.ts';

type Language = 'en' | 'zh-CN';

/** Milliseconds for a call that takes for ever. Before two of them there is an honest one, which must not be cut off. */
const LIMITS = { captcha: 900, verify: 3000, send: 3000, login: 900 };

/** The sentence that belongs to a code. */
function sentence(code: ErrorCode, language: Language): string {
  const errors: Partial<Record<ErrorCode, string>> = (language === 'en' ? enLogin : zhCnLogin).errors;
  return errors[code] ?? 'a code without a sentence';
}

/** The tests of one group of faults: a row of the table for each call, with every fault in turn. */
export function testKinds(group: string, kinds: readonly Kind[]): void {
  describe(`promise N4, N1: one error event with the right facts, and one request, after ${group}`, function () {
    this.timeout(40_000);

    for (const call of ['captcha', 'verify', 'send', 'login'] as const) {
      const struck = kinds.filter(({ at }, row) => at.includes(call) && isTried(call, at, row));
      const names = struck.map(({ name }) => name).join('; ');
      if (struck.length > 0) it(`at ${call}: ${names}`, () => failInTurn(call, struck));
    }
  });
}

/**
 * In Chromium each call goes wrong in each way. The other engines meet each way once, at one call or another: what may
 * differ between engines is how a failure looks to `fetch`, not which call it was.
 */
function isTried(call: CallName, at: readonly CallName[], row: number): boolean {
  return navigator.userAgent.includes('Chrome/') || call === at[row % at.length];
}

/**
 * In one form: lets one call go wrong in each of these ways, one attempt each, and then logs in. So each attempt shows
 * that the form was usable after the one before.
 */
async function failInTurn(call: CallName, kinds: readonly Kind[]): Promise<void> {
  const ciam = await startCiam(); // its own, because a preflight that was allowed is remembered for each origin
  const box = await openLogin(ciam);
  await box.type(box.mobile, FIXED_MOBILE);
  if (call === 'login') await box.type(box.code, FIXED_CODE);

  const attempts = new Attempts(box, call);
  for (const kind of kinds) await attempts.fail(kind);
  await ciam.clearFaults();
  await attempts.succeed();

  expect(box.seen('error')).to.have.length(kinds.length);
  expect(box.seen('success')).to.have.length(1);
  await expectOneRequestEach(ciam, box, { call, kinds });
  await ciam.stop();
}

/** Promise N1: every attempt was one request, whatever had become of the one before. */
async function expectOneRequestEach(
  ciam: Ciam,
  box: LoginBox,
  { call, kinds }: { call: CallName; kinds: readonly Kind[] },
): Promise<void> {
  const sent = await requests(box, call);
  const expected = kinds.filter(({ keptBack }) => !keptBack).map(({ fault }) => fault.kind);
  expect(sent.map(({ fault }) => fault)).to.deep.equal([...expected, null]);
  const all = (await ciam.journal()).filter(({ method }) => method === 'POST');
  for (const { path } of all) expect(Object.values<string>(PATHS)).to.include(path);
}

class Attempts {
  readonly #box: LoginBox;
  readonly #call: CallName;
  #language: Language = 'zh-CN';

  constructor(box: LoginBox, call: CallName) {
    this.#box = box;
    this.#call = call;
  }

  async fail(kind: Kind): Promise<void> {
    const { ciam, element } = this.#box;
    this.#language = this.#language === 'en' ? 'zh-CN' : 'en';
    element.lang = this.#language;
    element.timeout = kind.isEndless ? LIMITS[this.#call] : 15_000;
    await ciam.fault(PATHS[this.#call], kind.fault);
    const before = this.#box.seen('error').length;
    await this.#press(this.#call === 'login' ? this.#box.submitButton : this.#box.sendButton);
    if (this.#call === 'verify' || this.#call === 'send') await solve(this.#box);
    await soon(() => this.#box.seen('error').length > before, `${kind.name} ends`);
    expect(this.#box.seen('error'), kind.name).to.have.length(before + 1);
    await this.#expectError(kind);
  }

  /** Logs in, from where the failures have left the form. */
  async succeed(): Promise<void> {
    const box = this.#box;
    box.element.timeout = 15_000;
    if (this.#call !== 'login') {
      await this.#press(box.sendButton);
      await solve(box);
      await box.event('code-sent');
      await box.type(box.code, FIXED_CODE);
    }
    await this.#press(box.submitButton);
    await box.event('success');
  }

  async #press(button: HTMLButtonElement): Promise<void> {
    await this.#box.element.updateComplete;
    button.focus();
    await press('Enter');
  }

  async #expectError({ name, expected }: Kind): Promise<void> {
    const box = this.#box;
    const { code, httpStatus, serverCode = null, serverText } = expected;
    const message = serverText ?? sentence(code, this.#language);
    const step = this.#call === 'captcha' || this.#call === 'verify' ? 'captcha' : 'start';
    const { detail } = box.seen('error').at(-1)!;
    expect(detail, name).to.include({ method: 'sms', step, code, serverCode, message, retryAfter: null });
    if (httpStatus !== undefined) expect(detail['httpStatus'], name).to.equal(httpStatus);

    await box.element.updateComplete;
    expect(shownErrors(box), name).to.deep.equal([message]);
    expect(isUsable(box), `${name}: the form is usable`).to.be.true;
    expect(box.dialog, `${name}: no puzzle is left behind`).to.be.null;

    const other = this.#language === 'en' ? 'zh-CN' : 'en';
    box.element.lang = other;
    await box.element.updateComplete;
    expect(shownErrors(box), name).to.deep.equal([serverText ?? sentence(code, other)]);
  }
}
