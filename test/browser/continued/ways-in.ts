import { TEST_NUMBERS } from '../../../demo/server/test-numbers.ts';
import type { Ciam } from '../../support/ciam.ts';
import { fill } from '../support/hands.ts';
import { LoginBox, openLogin } from '../support/login-box.ts';
import { quickCode, solverOf } from '../support/quick-code.ts';
import { PATHS, soon } from '../support/steps.ts';

/** Who logs in: a number with a part to play, or anybody's. */
export type Part = keyof typeof TEST_NUMBERS | 'anybody';

/** The mobile number of a part. */
export function numberOf(part: Part): string {
  return part === 'anybody' ? '13800138000' : TEST_NUMBERS[part].mobile;
}

/** A way of logging in, up to the first answer of the server and no further. */
export interface WayIn {
  readonly id: 'sms' | 'alipay' | 'one-click';
  /** The call that the server answers with a status. */
  readonly path: string;
  /** Logs in with the names of these attributes; resolves when the call is about to be made. */
  enter(ciam: Ciam, part: Part, attributes?: Readonly<Record<string, string>>): Promise<LoginBox>;
}

/** A way in that can be gone in a further language. */
interface SpokenWayIn extends WayIn {
  enter(
    ciam: Ciam,
    part: Part,
    attributes?: Readonly<Record<string, string>>,
    languages?: LoginBox['element']['languages'],
  ): Promise<LoginBox>;
}

const APP_ID = '2021000000000001';
/** Nobody goes there: the redirect is cancelled. */
const AUTHORIZE = 'http://localhost:9/authorize';

export const sms: SpokenWayIn = {
  id: 'sms',
  path: PATHS.login,
  async enter(ciam, part, attributes, languages) {
    const box = await openLogin(ciam, attributes, languages);
    const mobile = numberOf(part);
    await quickCode(box, mobile);
    fill(box.code, (await ciam.code(mobile)) ?? '');
    box.events.length = 0;
    await box.click(box.submitButton);
    return box;
  },
};

const oneClick: WayIn = {
  id: 'one-click',
  path: '/api/v2/sdk/login/aliyun-mobile-auth',
  async enter(ciam, part, attributes) {
    const box = await openLogin(ciam, { method: 'one-click', ...attributes });
    box.element.oneClick = { getToken: () => ciam.oneClickToken({ mobile: numberOf(part) }) };
    await useSolver(box);
    await box.click(box.submitButton);
    return box;
  },
};

const alipay: WayIn = {
  id: 'alipay',
  path: '/api/v3/sdk/login/alipay',
  async enter(ciam, part, attributes) {
    const left = await openLogin(ciam, {
      'alipay-app-id': APP_ID,
      'alipay-authorize-url': AUTHORIZE,
      method: 'alipay',
      ...attributes,
    });
    const state = await stateOf(left);
    const code = await ciam.alipayCode({ mobile: numberOf(part) });
    const callback = new URLSearchParams({ auth_code: code, app_id: APP_ID, state, source: 'alipay' });
    const separator = location.search ? '&' : '?';
    history.replaceState(history.state, '', location.href + separator + callback.toString());
    // As a page that is opened anew: it knows nothing but its attributes and its address.
    const element = document.createElement('ciam-login');
    for (const { name, value } of left.element.attributes)
      if (name !== 'method') element.setAttribute(name, value);
    const box = new LoginBox(element, ciam, left.puzzles);
    left.element.replaceWith(element);
    await useSolver(box);
    return box;
  },
};

export const WAYS_IN: readonly WayIn[] = [sms, alipay, oneClick];

async function useSolver(box: LoginBox): Promise<void> {
  box.element.solveCaptcha = solverOf(box.ciam);
  await box.element.updateComplete;
}

/** The state of a redirect that was begun, and kept from leaving. */
async function stateOf(box: LoginBox): Promise<string> {
  box.element.addEventListener('ciam-login-redirect', (event) => event.preventDefault(), { once: true });
  await soon(() => box.submitButton.textContent.includes('Alipay'), 'the tab is open');
  await box.click(box.submitButton);
  const { url } = await box.event('redirect');
  return new URL(String(url)).searchParams.get('state') ?? '';
}
