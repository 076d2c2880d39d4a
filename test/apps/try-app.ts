import type { App } from './apps.js';
import type { Outcome } from './command.js';
import { logInBySms, logInWithAlipay } from './logins.js';
import type { OutsideWorld } from './outside-world.js';
import { serve } from './serve.js';
import { Workspace } from './workspace.js';
import { countRefused } from './wrong-types.js';

/** What is tried of each app, in this order. */
export const STEPS = ['install', 'type check', 'wrong types', 'build', 'SMS login', 'Alipay login'] as const;

/** What came of an app: a word for each step that went well; what went wrong with the one that did not. */
export interface Trial {
  readonly app: App;
  versions: string;
  readonly results: Map<(typeof STEPS)[number], string>;
  failure?: string;
}

const PRODUCTION = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
const DEVELOPMENT = { NODE_ENV: 'development' };
const NONE = '–';

/** Installs, checks, builds and drives an app. It never rejects: the next app gets its turn. */
export async function tryApp(app: App, world: OutsideWorld): Promise<Trial> {
  const trial: Trial = { app, versions: '', results: new Map() };
  let step: (typeof STEPS)[number] = 'install';
  try {
    const work = new Workspace(app, world.ciam.origin);
    trial.versions = work.versions(app.shows);
    trial.results.set(step, timeOf(await work.install()));
    step = 'type check';
    trial.results.set(step, timeOf(await work.script('check')));
    step = 'wrong types';
    trial.results.set(step, await refuseWrong(work));
    step = 'build';
    trial.results.set(step, timeOf(await work.script('build', PRODUCTION)));
    for (const method of ['SMS login', 'Alipay login'] as const) {
      step = method;
      trial.results.set(step, await logIn(app, work.folder, world, method));
    }
    if (app.alsoInDevelopment) {
      step = 'build';
      timeOf(await work.script('build', DEVELOPMENT));
      for (const method of ['SMS login', 'Alipay login'] as const) {
        step = method;
        await logIn(app, work.folder, world, method);
        trial.results.set(step, '✓ ✓');
      }
    }
    work.remove();
  } catch (error) {
    trial.results.set(step, '✗');
    trial.failure = `${step}: ${error instanceof Error ? error.message : String(error)}`;
  }
  return trial;
}

function timeOf(outcome: Outcome | undefined): string {
  if (!outcome) return NONE;
  if (!outcome.ok) throw new Error(outcome.output);
  return `${outcome.seconds.toFixed(1)} s`;
}

async function refuseWrong(work: Workspace): Promise<string> {
  const outcome = await work.script('check:wrong');
  return outcome ? `${countRefused(work.folder, outcome.output)} refused` : NONE;
}

/** Each page from an origin of its own, so that nothing is stored for it yet. */
async function logIn(
  app: App,
  folder: string,
  world: OutsideWorld,
  method: 'SMS login' | 'Alipay login',
): Promise<string> {
  const pages = app.pages ?? [''];
  for (const path of pages) {
    const site = await serve(app, folder);
    const page = await world.visit(site.origin);
    try {
      const url = `${site.origin}/${path}`;
      if (method === 'SMS login') await logInBySms(page, url, world.ciam);
      else await logInWithAlipay(page, url);
    } finally {
      await page.context().close();
      await site.stop();
    }
  }
  return pages.map(() => '✓').join(' ');
}
