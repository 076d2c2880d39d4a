import { TEST_NUMBERS, TEST_PASSWORD } from '../../../demo/server/test-numbers.ts';
import { fill } from '../support/hands.ts';
import type { Action } from './action.ts';
import { pick } from './pick.ts';
import type { Player } from './player.ts';
import { APP_ID, type Stage } from './stage.ts';

const PARTS = [
  ...(['mfa', 'mfa', 'socialBind', 'socialBind', 'userRegister', 'passwordWarn', 'passwordExpired'] as const),
  ...(['mfaStale', 'mfaThenDenied', 'mfaThenExpired', 'accessDenied', 'unknownStatus', 'fixedCode'] as const),
];
const OTHER_MOBILE = '13911112222';
const EMAIL = 'li.lei@example.com';
const NEW_PASSWORD = 'Newer-1234';

/** Opens a tab by the name of its method; false where it is not offered. */
async function open(player: Player, method: string): Promise<boolean> {
  const { element } = player;
  if (!player.isInReach || player.find('.title')) return false;
  if (element.openMethod.id !== method) {
    player.givingUp();
    player.isInside = false;
  }
  element.method = method;
  await element.updateComplete;
  return element.openMethod.id === method;
}

async function pressMain(stage: Stage, player: Player): Promise<void> {
  await player.element.updateComplete;
  const button = player.find('.main');
  if (!button) return;
  const consent = player.find<HTMLInputElement>('#consent');
  if (consent && !consent.checked) consent.click();
  button.focus();
  stage.enter(player);
  player.pressing(button);
  button.click();
}

/** What somebody comes back from Alipay with. */
const ANSWERS: readonly ((state: string, code: string) => string)[] = [
  ...Array.from({ length: 3 }, () => (state: string, code: string) => answer(state, { auth_code: code })),
  (state) => answer(state, {}),
  (state, code) => `${answer(state, { auth_code: code })}&auth_code=another`,
  (state, code) => answer(state, { auth_code: code, app_id: '2021999999999999' }),
  (_, code) => answer('f'.repeat(64), { auth_code: code }),
  (state, code) =>
    answer(
      state.replace(/^./, (digit) => (digit === 'a' ? 'b' : 'a')),
      { auth_code: code },
    ),
];

function answer(state: string, more: Record<string, string>): string {
  return new URLSearchParams({ app_id: APP_ID, source: 'alipay', state, ...more }).toString();
}

/** Sets out, is sent back, and finds the page opened anew. */
async function goToAlipay(stage: Stage, player: Player, n: number): Promise<void> {
  if (!(await open(player, 'alipay'))) return;
  await stage.rest(player);
  const before = player.log.length;
  await pressMain(stage, player);
  await stage.rest(player);
  const redirect = player.log.slice(before).find(({ what }) => what === 'redirect');
  if (!redirect) return;
  const state = new URL(String(redirect.detail['url'])).searchParams.get('state') ?? '';
  const code = await stage.ciam.alipayCode({ mobile: TEST_NUMBERS[pick(PARTS, n)].mobile });
  const answerWith = pick(ANSWERS, n >>> 8);
  const { pathname, search } = location;
  history.replaceState(null, '', `${pathname}${search}${search ? '&' : '?'}${answerWith(state, code)}`);
  const { element } = player;
  player.givingUp();
  player.comingBack();
  if (n & 1) player.play(stage.make(player.tenant));
  element.remove();
  player.isInside = false;
  stage.put(player);
}

/** Fills in whatever the server has asked for. */
async function fillStep({ ciam, calls }: Stage, player: Player, isRight: boolean): Promise<void> {
  const has = (id: string) => player.find<HTMLInputElement>(`.title ~ * #${id}`);
  const mobile = has('mobile');
  if (mobile) fill(mobile, OTHER_MOBILE);
  const email = has('email');
  if (email) fill(email, EMAIL);
  const code = has('code');
  if (code) {
    const sent = await Promise.all([OTHER_MOBILE, EMAIL, TEST_NUMBERS.mfa.mobile].map((to) => ciam.code(to)));
    const right = email ? sent[1] : (sent[mobile ? 0 : 2] ?? null);
    if (right) calls.secrets.add(right);
    fill(code, (isRight ? right : null) ?? '111111');
  }
  const before = has('oldPassword');
  if (before) fill(before, isRight ? TEST_PASSWORD : 'Wrong-1234');
  const after = has('newPassword');
  if (after) fill(after, NEW_PASSWORD);
}

/** What leads to the steps after the first, and through them. */
export const STEPS: Readonly<Record<string, Action>> = {
  'taps as somebody': {
    weight: 8,
    async act(stage, player, n) {
      const { ciam, calls } = stage;
      const { mobile } = TEST_NUMBERS[pick(PARTS, n)];
      const token = await ciam.oneClickToken({ mobile });
      calls.secrets.add(token);
      player.element.oneClick = { getToken: () => Promise.resolve(token) };
      if (await open(player, 'one-click')) await pressMain(stage, player);
    },
  },
  'goes to Alipay and comes back': { weight: 5, act: goToAlipay },
  'fills the step in': {
    weight: 10,
    async act(stage, player, n) {
      if (!player.isInReach || !player.find('.title')) return;
      await fillStep(stage, player, n % 4 > 0);
      await stage.rest(player);
      const send = player.find('.send');
      if (n % 3 && send && player.isFree(send)) {
        send.focus();
        stage.enter(player);
        player.pressing(send);
        send.click();
        await stage.rest(player);
        if (!player.find('dialog')) await fillStep(stage, player, n % 4 > 0);
      }
      if (player.find('.title') && !player.find('dialog')) await pressMain(stage, player);
    },
  },
  'takes another way on': {
    weight: 5,
    act(stage, player, n) {
      const ways = player.element.hasUpdated ? [...player.root.querySelectorAll<HTMLElement>('.plain')] : [];
      const way = ways[n % (ways.length || 1)];
      if (!way || !player.isInReach) return;
      way.focus();
      stage.enter(player);
      player.givingUp();
      player.pressing();
      way.click();
    },
  },
};
