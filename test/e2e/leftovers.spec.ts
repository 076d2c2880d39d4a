import { expect, test, type Page } from '@playwright/test';
import { type CiamServer, startCiamServer } from '../../demo/server/ciam-server.js';
import type { Origin } from '../engines/support/origin.js';
import { servePages } from '../engines/support/serve-pages.js';
import { MOUNT_STATES, type MountState } from '../support/mount-states.js';
import { createMounts, type Mounts } from '../support/mounts.js';
import { type Census, Counter } from './support/census.js';

/** How often an idle form is mounted, and each other state: a thousand in all. At night `MOUNTS` says how often each. */
const { MOUNTS } = process.env;
const [IDLE, EACH] = MOUNTS ? [Number(MOUNTS), Number(MOUNTS)] : [640, 30];
/** What a page has once for all is there after so many. */
const WARM_UP = 5;
/** A leaked box has more than 15 000 bytes and 70 nodes, and a leaked closure is an object for each mount. */
const HEAP_NOISE = 200_000;

const STATES = Object.keys(MOUNT_STATES) as MountState[];
const PAINTINGS = { paintings: 3 };

let ciam: CiamServer;
let shop: Origin;

test.describe.configure({ timeout: MOUNTS ? 1_800_000 : 120_000 });
test.beforeAll(async () => {
  ciam = await startCiamServer({ allowedOrigins: () => [shop.origin], settings: PAINTINGS });
  const icon = '<link rel="icon" href="data:,">';
  shop = await servePages({
    '/': `<!doctype html><title>Shop</title>${icon}<script type="module" src="/cdn/ciam-login.js"></script>`,
  });
});
test.afterAll(() => Promise.all([ciam.stop(), shop.stop()]));

/** Opens a page that can mount boxes. */
async function open(page: Page): Promise<Counter> {
  await page.goto(`${shop.origin}/`);
  await page.evaluate(`window.mounts = (${String(createMounts)})(${JSON.stringify(ciam.origin)})`);
  return Counter.of(page);
}

/** Brings boxes into this state, so many times, and takes each out again. */
async function mount(page: Page, state: MountState, times: number): Promise<void> {
  await page.evaluate(([name, count]) => (Reflect.get(window, 'mounts') as Mounts)(name, count), [
    state,
    times,
  ] as const);
}

/** Counts once the last box is gone: what it had begun may take a moment to end. */
async function settled(counter: Counter, state: MountState): Promise<Census> {
  await expect.poll(() => counter.boxes(), { message: `boxes left: ${state}` }).toBe(0);
  return counter.count();
}

/** Goes through a state so often; gives what has become more of by that. */
async function leftBy(page: Page, counter: Counter, state: MountState, times: number): Promise<Census> {
  ciam.reset();
  for (const [path, fault] of MOUNT_STATES[state]) ciam.faults.set(path, fault);
  await mount(page, state, WARM_UP);
  const before = await settled(counter, state);
  await mount(page, state, times);
  const after = await settled(counter, state);
  const more = (what: keyof Census) => after[what] - before[what];
  return {
    objects: more('objects'),
    listeners: more('listeners'),
    nodes: more('nodes'),
    documents: more('documents'),
    heapBytes: more('heapBytes'),
  };
}

test('promise N9: a thousand mounts leave nothing behind, whatever state they are removed in', async ({
  page,
}) => {
  const counter = await open(page);
  for (const state of STATES) {
    const times = state === 'an idle form' ? IDLE : EACH;
    const { objects, heapBytes, ...left } = await leftBy(page, counter, state, times);
    if (MOUNTS) console.log(state, times, { objects, heapBytes, ...left });
    expect.soft(left, state).toEqual({ listeners: 0, nodes: 0, documents: 0 });
    expect.soft(objects, `${state}: objects`).toBeLessThan(times / 2);
    expect.soft(heapBytes, `${state}: bytes`).toBeLessThan(HEAP_NOISE);
  }
});

test('a canary: what a page keeps of each mount is seen', async ({ page }) => {
  const counter = await open(page);
  await mount(page, 'an idle form', WARM_UP);
  const before = await settled(counter, 'an idle form');
  await page.evaluate(() => {
    for (let i = 0; i < 20; i++) window.addEventListener('storage', () => i);
  });
  const after = await settled(counter, 'an idle form');
  expect(after.listeners - before.listeners).toBe(20);
  expect(after.objects - before.objects).toBeGreaterThanOrEqual(20);
  await page.evaluate(() => {
    const kept = Array.from({ length: 3 }, () => document.createElement('ciam-login'));
    Object.assign(window, { kept });
  });
  expect(await counter.boxes()).toBe(3);
});
