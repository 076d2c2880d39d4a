import { fixture } from '@open-wc/testing';
import { FIXED_MOBILE } from '../../../demo/server/test-numbers.ts';
import { CiamLogin } from '../../../src/entries/element.ts';
import type { LoginMethod } from '../../../src/methods/method.ts';
import { password } from '../../../src/methods/password.ts';
import { wechat } from '../../../src/methods/wechat.ts';
import type { Ciam } from '../../support/ciam.ts';
import { comeBack, stayHere } from '../support/alipay.ts';
import { LoginBox } from '../support/login-box.ts';
import { solverOf } from '../support/quick-code.ts';
import { soon } from '../support/steps.ts';

/** The element with every method that there is, those included that a page adds to a class of its own. */
class EveryLogin extends CiamLogin {
  static override readonly loginMethods: readonly LoginMethod[] = [
    ...CiamLogin.loginMethods,
    wechat,
    password,
  ];
}
customElements.define('every-login', EveryLogin);

type Attributes = Readonly<Record<string, string>>;

function boxOf(ciam: Ciam, attributes: Attributes): LoginBox {
  const element = new EveryLogin();
  const all = { 'base-url': ciam.origin, 'client-id': 'demo-client', lang: 'en', ...attributes };
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
  element.solveCaptcha = solverOf(ciam);
  return new LoginBox(element, ciam, []);
}

/** Puts a box into the page. */
export async function openBox(ciam: Ciam, attributes: Attributes): Promise<LoginBox> {
  const box = boxOf(ciam, attributes);
  const place = await fixture<HTMLElement>(document.createElement('div'));
  place.append(box.element);
  await box.element.updateComplete;
  return box;
}

/** A box whose carrier vouches for a number, whose login the server then wants to be continued so. */
export async function openOneClick(ciam: Ciam, attributes: Attributes, status?: string): Promise<LoginBox> {
  const box = await openBox(ciam, { method: 'one-click', ...attributes });
  const grant = { mobile: FIXED_MOBILE, ...(status && { status }) };
  box.element.oneClick = { getToken: () => ciam.oneClickToken(grant) };
  await box.element.updateComplete;
  return box;
}

/** The step that a box has told last. */
export function stepOf(box: LoginBox): string {
  return (box.seen('step').at(-1)?.detail['step'] ?? 'start') as string;
}

/** The same, gone on to the step that the server asks for: no puzzle is needed on the way. */
export async function openContinued(
  ciam: Ciam,
  attributes: Attributes,
  { status, step }: { status: string; step: string },
): Promise<LoginBox> {
  const box = await openOneClick(ciam, attributes, status);
  box.submitButton.click();
  await soon(() => stepOf(box) === step, `the step ${step}`);
  await box.element.updateComplete;
  return box;
}

/** Sets out for another site; the box that it gives is not in the page yet: it is the one that somebody comes back to. */
export async function setOut(ciam: Ciam, method: string, attributes: Attributes): Promise<LoginBox> {
  const first = await openBox(ciam, { ...attributes, method });
  stayHere(first);
  first.submitButton.click();
  await soon(() => first.seen('redirect').length, 'the page is about to be left');
  const { url } = first.seen('redirect')[0]!.detail;
  const box = boxOf(ciam, attributes);
  box.element.dataset['state'] = new URL(String(url)).searchParams.get('state') ?? '';
  first.element.replaceWith(document.createElement('i'));
  return box;
}

/** Comes back from there: the box goes into the page, and takes the answer out of the address. */
export async function goOn(box: LoginBox, answer: Record<string, string>): Promise<void> {
  comeBack(new URLSearchParams({ ...answer, state: box.element.dataset['state'] ?? '' }));
  const place = await fixture<HTMLElement>(document.createElement('div'));
  place.append(box.element);
  // Another box that is opened now must not find it there.
  await soon(() => !location.search.includes('state='), 'the answer is taken');
}
