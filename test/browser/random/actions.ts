import { FIXED_CODE, FIXED_MOBILE } from '../../../demo/server/test-numbers.ts';
import type { Action } from './action.ts';
import { NETWORK } from './network-actions.ts';
import { PAGE } from './page-actions.ts';
import { pick } from './pick.ts';
import type { Player } from './player.ts';
import { STEPS } from './step-actions.ts';
import type { Stage } from './stage.ts';
import { fill } from '../support/hands.ts';

const MOBILES = [FIXED_MOBILE, FIXED_MOBILE, '13912345678', '+86 139-1234-5678', '139', '', '13800000005'];
const CODES = [FIXED_CODE, FIXED_CODE, '654321', '', '您的验证码是654321', ' 6 5 4 '];

function type(stage: Stage, player: Player, selector: string, text: string): void {
  const input = player.find<HTMLInputElement>(selector);
  if (!input || !player.isInReach) return;
  input.focus();
  stage.enter(player);
  fill(input, text);
}

/** A click, a double one, or one with Enter. */
async function press(stage: Stage, player: Player, selector: string, n: number): Promise<void> {
  await player.element.updateComplete;
  const button = player.find(selector);
  if (!button || !player.isInReach) return;
  button.focus();
  stage.enter(player);
  player.pressing(button);
  button.click();
  if (n % 3 === 1) button.click();
  if (n % 5 === 1) pressEnter(player);
}

/** As a browser does it: a key, and the form is sent unless somebody prevents that. */
function pressEnter(player: Player): void {
  const input = player.find<HTMLInputElement>('form input:not([type=hidden], [type=checkbox])');
  const key = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true });
  if (input?.dispatchEvent(key)) input.form?.requestSubmit();
}

const PERSON: Readonly<Record<string, Action>> = {
  'types a number': {
    weight: 8,
    act: (stage, player, n) => type(stage, player, '#mobile', pick(MOBILES, n)),
  },
  'types a code': { weight: 8, act: (stage, player, n) => type(stage, player, '#code', pick(CODES, n)) },
  'asks for a code': {
    weight: 8,
    act(stage, player, n) {
      if (n % 4 && !player.find('.title')) type(stage, player, '#mobile', FIXED_MOBILE);
      return press(stage, player, '.send', n >>> 4);
    },
  },
  'presses the button': {
    weight: 8,
    act: (stage, player, n) => press(stage, player, '.main', n),
  },
  'presses Enter': {
    weight: 5,
    async act(stage, player) {
      await player.element.updateComplete;
      const input = player.find('form input:not([type=hidden], [type=checkbox])');
      if (!input || !player.isInReach) return;
      input.focus();
      stage.enter(player);
      player.pressing();
      pressEnter(player);
    },
  },
  'logs in with all that it takes': {
    weight: 6,
    async act(stage, player, n) {
      type(stage, player, '#mobile', FIXED_MOBILE);
      type(stage, player, '#code', FIXED_CODE);
      await press(stage, player, '.main', n);
    },
  },
  'ticks the box': {
    weight: 3,
    act: (_, player) => player.isInReach && player.find<HTMLInputElement>('#consent')?.click(),
  },
  'opens a tab': {
    weight: 5,
    act(stage, player, n) {
      const tabs = player.element.hasUpdated
        ? [...player.root.querySelectorAll<HTMLElement>('[role=tab]')]
        : [];
      const tab = tabs[n % (tabs.length || 1)];
      if (!tab || !player.isInReach) return;
      tab.focus();
      tab.click();
      stage.enter(player);
      player.givingUp();
    },
  },
  'goes to another field of the page': {
    weight: 2,
    act(stage) {
      if (stage.players.some((each) => each.find('dialog'))) return;
      stage.elsewhere.focus();
      stage.enter(null);
    },
  },
};

/** Everything that may happen in a session. */
export const ACTIONS: Readonly<Record<string, Action>> = { ...PERSON, ...STEPS, ...PAGE, ...NETWORK };
