import { FIXED_CODE, FIXED_MOBILE, TEST_PASSWORD } from '../../../demo/server/test-numbers.ts';
import type { Player } from './player.ts';
import type { Stage } from './stage.ts';

/** Nobody was meant to read this. */
const NO_TEXT = /undefined|\bnull\b|NaN|\[object|\{\w*\}/;

const TYPED = [FIXED_MOBILE, FIXED_CODE, '13912345678', '13911112222', TEST_PASSWORD, 'Newer-1234'];

/** What is wrong with what a box shows and says. */
function boxProblems({ element, root }: Player): string[] {
  const problems: string[] = [];
  const text = root.querySelector('.root')?.textContent ?? '';
  if (NO_TEXT.test(text)) problems.push(`a text is missing: ${text.replace(/\s+/g, ' ')}`);
  for (const button of root.querySelectorAll('button'))
    if (!(button.textContent.trim() || button.getAttribute('aria-label')))
      problems.push('a button says nothing');
  const regions = [...root.querySelectorAll('.box > [aria-live], .box > [role=alert], .box > [role=status]')];
  if (new Set(regions.map((region) => region.getAttribute('aria-live'))).size !== regions.length)
    problems.push('a live region is there twice');
  if (root.querySelectorAll('.root > .box').length !== 1) problems.push('not one form');
  if (root.querySelectorAll('dialog').length > 1) problems.push('two puzzles');
  if (!element.isConnected && root.querySelector('dialog')) problems.push('a puzzle outlives its box');
  return problems;
}

/** Everything that others can read: storage, the address, attributes. */
function readable({ players }: Stage): string {
  const stores = [localStorage, sessionStorage].flatMap((store) => Object.entries(store));
  const attributes = players.flatMap(({ element }) =>
    [element, ...element.renderRoot.querySelectorAll('*')].flatMap((each) =>
      [...each.attributes].map(({ name, value }) => `${name}=${value}`),
    ),
  );
  return JSON.stringify([stores, attributes, history.state, document.cookie, document.title]);
}

/** What is wrong with the page right now, whatever is under way. */
export function pageProblems(stage: Stage): string[] {
  const text = readable(stage);
  const secrets = [...TYPED, ...stage.calls.secrets].filter((secret) => secret && text.includes(secret));
  const drawn = stage.players.filter(({ element }) => element.hasUpdated);
  return [
    ...secrets.map((secret) => `${secret.slice(0, 12)}… can be read: ${around(text, secret)}`),
    ...drawn.flatMap(boxProblems),
    ...stage.players.flatMap((player) => player.problems()),
    ...stage.calls.problems(),
  ];
}

/** What is wrong once a box has come to rest. */
export function restProblems(player: Player): string[] {
  const problems: string[] = [];
  // One that has begun to say how long to wait has answered: another box may have had a code sent.
  const isAnswered = player.awaited?.isConnected && player.awaited.getAttribute('aria-disabled') === 'true';
  if (player.awaited && !isAnswered && !player.find('dialog'))
    problems.push('something was pressed, and nothing came of it');
  if (
    player.isInside &&
    player.element.isConnected &&
    (document.activeElement ?? document.body) === document.body
  )
    problems.push('the focus is lost');
  player.awaited = null;
  return problems;
}

function around(text: string, part: string): string {
  const at = text.indexOf(part);
  return text.slice(Math.max(0, at - 60), at + 30);
}
