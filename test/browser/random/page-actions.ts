import type { CiamLogin, OneClickProvider } from '../../../src/entries/element.ts';
import { solverOf } from '../support/quick-code.ts';
import type { Action } from './action.ts';
import { pick } from './pick.ts';
import type { Player } from './player.ts';
import type { Stage } from './stage.ts';

const never = new Promise<never>(() => undefined);

/** Carriers as pages get them: good, slow, and bad in every way. */
const PROVIDERS: readonly ((stage: Stage, player: Player) => OneClickProvider)[] = [
  ({ ciam }) => ({ getToken: () => ciam.oneClickToken({ mobile: '13800138000' }) }),
  () => ({ getToken: () => Promise.reject(new Error('no carrier')) }),
  (_, player) => ({
    getToken() {
      player.givingUp(); // they have changed their mind, which is no error
      return Promise.reject(new DOMException('', 'AbortError'));
    },
  }),
  () => ({ getToken: () => never }),
  () => ({ getToken: () => Promise.resolve('') }),
  () => ({
    getToken() {
      throw new Error('broken');
    },
  }),
  ({ ciam }) => ({ isAvailable: () => Promise.resolve(true), getToken: () => ciam.oneClickToken() }),
  () => ({ isAvailable: () => false, getToken: () => never }),
];

/** Page and person, who attributes and properties belong to. */
const CHANGES: readonly ((element: CiamLogin, stage: Stage) => void)[] = [
  (element) => (element.baseUrl = 'ftp://nowhere'),
  (element, { ciam }) => (element.baseUrl = ciam.origin),
  (element) => (element.clientId = ''),
  (element) => (element.clientId = 'nobody-knows-it'),
  (element) => (element.clientId = 'demo-client'),
  (element) => element.setAttribute('terms-url', '/terms'),
  takeConsentAway,
  (element) => (element.areaCodes = 'auto'),
  (element) => (element.areaCodes = '1,86'),
  (element) => element.setAttribute('timeout', '60'),
  (element) => element.setAttribute('timeout', '400'),
  (element) => (element.messages = { getCode: 'Code, please' }),
  (element) => (element.issuer = 'somebody else'),
  (element) => (element.issuer = ''),
  (element) => (element.solveCaptcha = () => Promise.resolve(null)),
  (element) => (element.solveCaptcha = () => Promise.reject(new Error('?'))),
  (element) => (element.solveCaptcha = null),
  (element) => (element.solveCaptcha = null),
  (element, { ciam }) => (element.solveCaptcha = solverOf(ciam)),
];

function setUpOtherwise(stage: Stage, player: Player, n: number): void {
  player.lookingAgain();
  pick(CHANGES, n)(player.element, stage);
}

const LANGUAGES = ['en', 'zh-CN', 'ar', 'xx', ''];

/** A page that takes the consent box away takes the focus away with it. */
function takeConsentAway(element: CiamLogin, stage: Stage): void {
  if (element.shadowRoot?.activeElement?.id === 'consent') stage.enter(null);
  element.removeAttribute('terms-url');
}

function takeOut(player: Player): void {
  player.ending();
  player.isInside = false;
  player.element.remove();
}

/** A person before the puzzle: puts the piece somewhere, wants another picture, or goes. */
async function puzzle({ ciam, calls }: Stage, player: Player, n: number): Promise<void> {
  const dialog = player.find<HTMLDialogElement>('dialog');
  const slider = player.find('[role=slider]');
  if (!dialog || slider?.getAttribute('aria-disabled') !== 'false') return;
  const right = await ciam.puzzleX(calls.puzzles.at(-1) ?? '');
  if (n % 5 === 0) dialog.close();
  else {
    const key = (name: string) =>
      slider.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
    const x = n % 5 === 1 ? 10 : (right ?? 0);
    for (let at = Number(slider.getAttribute('aria-valuenow')); at < x - 9; at += 10) key('PageUp');
    for (let at = Number(slider.getAttribute('aria-valuenow')); at < x; at += 1) key('ArrowRight');
    player.pressing();
    key('Enter');
  }
}

/** What the page does with a box, and a person with the puzzle. */
export const PAGE: Readonly<Record<string, Action>> = {
  'is taken out': { weight: 4, act: (_, player) => takeOut(player) },
  'is put in': { weight: 6, act: (stage, player, n) => !player.element.isConnected && stage.put(player, n) },
  'is taken out and put in': {
    weight: 3,
    act(stage, player) {
      takeOut(player);
      return Promise.resolve().then(() => stage.put(player));
    },
  },
  'is moved': {
    weight: 4,
    act(stage, player, n) {
      player.isInside = false;
      if (player.element.isConnected) stage.put(player, n);
    },
  },
  'gets another language': {
    weight: 4,
    act(_, { element }, n) {
      const target = n % 2 ? element : document.documentElement;
      target.lang = pick(LANGUAGES, n >>> 4);
    },
  },
  'gets another method': {
    weight: 3,
    act(_, player, n) {
      player.givingUp();
      player.isInside = false;
      player.element.method = pick(['sms', 'alipay', 'one-click', 'no such thing'], n);
    },
  },
  'gets other methods': {
    weight: 2,
    act(_, player, n) {
      player.givingUp();
      player.isInside = false;
      player.lookingAgain();
      player.element.methods = pick(['sms', 'sms,one-click', 'alipay,sms', 'sms,alipay,one-click', ''], n);
    },
  },
  'is set up otherwise': { weight: 8, act: setUpOtherwise },
  'gets another carrier': {
    weight: 4,
    act(stage, player, n) {
      player.givingUp();
      player.isInside = false;
      player.element.oneClick = pick(PROVIDERS, n)(stage, player);
    },
  },
  'is reset': {
    weight: 2,
    act(_, player) {
      player.ending();
      player.isInside = false;
      player.element.reset();
    },
  },
  'the page is left and comes back': {
    weight: 4,
    async act(stage, _, n) {
      for (const each of stage.players) each.ending();
      stage.leave('pagehide');
      if (n % 2) await new Promise((resolve) => setTimeout(resolve, 10));
      stage.leave('pageshow');
    },
  },
  'does the puzzle': { weight: 10, act: puzzle },
};
