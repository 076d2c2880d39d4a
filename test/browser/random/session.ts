import { FIXED_CODE, FIXED_MOBILE } from '../../../demo/server/test-numbers.ts';
import { fill } from '../support/hands.ts';
import { solverOf } from '../support/quick-code.ts';
import { ACTIONS } from './actions.ts';
import { pageProblems, restProblems } from './page-problems.ts';
import type { Plan } from './plan.ts';
import type { Player } from './player.ts';
import type { Stage } from './stage.ts';

/** Far more than a login takes, on a machine that has other things to do. */
const LOGIN_MS = 30_000;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What was wrong in a session; nothing if all is well. */
export async function play(stage: Stage, plan: Plan, complaints: readonly string[]): Promise<string[]> {
  await stage.open(plan.seed, plan.boxes, plan.setup);
  const before = complaints.length;
  try {
    for (const { action, box, n, pause } of plan.moves) {
      const player = stage.players[box];
      if (!player) continue;
      await ACTIONS[action]?.act(stage, player, n);
      if (pause > 0) await wait(pause);
      const late = pause < 0 ? await restOf(stage, player) : [];
      const problems = [...late, ...pageProblems(stage), ...complaints.slice(before)];
      if (problems.length) return problems.map((problem) => `after "${action}": ${problem}`);
    }
    stage.clearAddress();
    // All of them before time goes by for one: a countdown that was the answer to a press would be over.
    for (const player of stage.players) {
      const problems = player.element.isConnected ? await restOf(stage, player) : [];
      if (problems.length) return problems.map((problem) => `in the end: ${problem}`);
    }
    for (const player of stage.players) {
      const problems = await endWell(stage, player);
      problems.push(...pageProblems(stage), ...complaints.slice(before));
      if (problems.length) return problems.map((problem) => `at the end: ${problem}`);
    }
    return await repeats(stage);
  } finally {
    stage.close();
  }
}

async function restOf(stage: Stage, player: Player): Promise<string[]> {
  const late = await stage.rest(player);
  return late.length ? late : restProblems(player);
}

/** Whatever has become of a box: once all is right again, the next login with it is a success. */
async function endWell(stage: Stage, player: Player): Promise<string[]> {
  const { element } = player;
  await stage.ciam.clearFaults();
  stage.calls.isOnline = true;
  stage.code.setRight();
  await setRight(stage, player);
  player.givingUp();
  player.isInside = false;
  const late = [...(await stage.closed(player)), ...(await stage.rest(player))];
  if (late.length) return late;

  if (player.find('.done')) element.reset();
  else player.find('.title ~ .plain:last-of-type')?.click();
  stage.pass(7_200_000);
  element.method = 'sms';
  await stage.rest(player);
  return logIn(player);
}

async function setRight(stage: Stage, player: Player): Promise<void> {
  const { element } = player;
  element.baseUrl = stage.ciam.origin;
  element.clientId = 'demo-client';
  element.setAttribute('timeout', '15000');
  element.issuer = '';
  element.areaCodes = '86';
  element.methods = null;
  element.solveCaptcha = solverOf(stage.ciam);
  if (!element.isConnected) stage.put(player);
  await element.updateComplete;
}

async function logIn(player: Player): Promise<string[]> {
  const mobile = player.find<HTMLInputElement>('#mobile');
  const code = player.find<HTMLInputElement>('#code');
  const button = player.find('.main');
  if (!mobile || !code || !button) return [`no form to log in with: ${player.root.textContent}`];
  const before = player.log.length;
  fill(mobile, FIXED_MOBILE);
  const areaCode = player.find<HTMLSelectElement>('select');
  if (areaCode) fill(areaCode, '86');
  fill(code, FIXED_CODE);
  const consent = player.find<HTMLInputElement>('#consent');
  if (consent && !consent.checked) consent.click();
  button.focus();
  player.pressing(button);
  button.click();
  const end = performance.now() + LOGIN_MS;
  const told = () => player.log.slice(before).filter(({ what }) => what === 'success' || what === 'error');
  while (!told().length && performance.now() < end) await wait(5);
  await player.element.updateComplete;
  const [first, ...others] = told();
  if (first?.what !== 'success')
    return [`the next login fails: ${first ? JSON.stringify(first.detail) : 'nothing happens'}`];
  return others.map(({ what }) => `after the success: ${what}`);
}

/** What the server has got more often than the page has sent it. */
async function repeats({ ciam, calls, players }: Stage): Promise<string[]> {
  const key = (tenant: string, path: string, body: string) => [tenant, path, body].join(' ');
  const sent = new Map<string, number>();
  for (const { tenant, path, body, method } of calls.seen) {
    if (method === 'POST') sent.set(key(tenant, path, body), (sent.get(key(tenant, path, body)) ?? 0) + 1);
  }
  const tenants = players.map(({ tenant }) => tenant);
  for (const { method, path, headers, body } of await ciam.journal()) {
    const tenant = headers['x-tenant-id'] ?? '';
    if (method !== 'POST' || !tenants.includes(tenant)) continue;
    const name = key(tenant, path, JSON.stringify(body));
    const left = (sent.get(name) ?? 0) - 1;
    if (left < 0) return [`the server got it once more than it was sent: ${name}`];
    sent.set(name, left);
  }
  return [];
}
