import { executeServerCommand } from '@web/test-runner-commands';
import type { RandomOrder } from '../../support/random-plugin.ts';
import { startCiam } from '../../support/ciam.ts';
import { listenToConsole, unpatch } from '../support/patch.ts';
import { countLeftovers } from '../support/leftovers.ts';
import { type Plan, planOf, tell } from './plan.ts';
import { play } from './session.ts';
import { shorten } from './shorten.ts';
import { Stage } from './stage.ts';
import '../../../src/entries/index.ts';

/** Sessions of an ordinary run; what takes longer is asked for with `npm run test:random`. */
const FEW = 'userAgentData' in navigator ? 30 : 8;
const MOST_FAILURES = 10;

const indented = (line: string) => `    ${line}`;

describe('promise N1, N4, N8, N9, N11, S6: whatever happens, in whatever order', function () {
  this.timeout(24 * 3_600_000);
  this.retries(0); // what fails now and then is what is looked for
  const complaints: string[] = [];
  const tally = new Map<string, number>();
  let stage: Stage;
  let leftovers: ReturnType<typeof countLeftovers>;

  before(async () => {
    stage = new Stage(await startCiam({ settings: { paintings: 1 } }));
    const complain = (event: ErrorEvent | PromiseRejectionEvent) => {
      const cause: unknown = 'reason' in event ? event.reason : event.error;
      complaints.push(`unhandled: ${String(cause)} ${(cause as Error | undefined)?.stack ?? ''}`);
      event.preventDefault();
    };
    window.addEventListener('unhandledrejection', complain);
    window.addEventListener('error', complain);
    await play(stage, planOf(0), []); // what a page has once for all is there from now on
    leftovers = countLeftovers();
  });
  after(unpatch);

  async function problemsOf(plan: Plan): Promise<string[]> {
    const heard = listenToConsole();
    const problems = await play(stage, plan, complaints);
    // What Lit's development build finds inefficient is for us to read, and is not there in others.
    const said = heard.filter((line) => !line.includes('lit.dev/msg/'));
    problems.push(...said.map((line) => `console: ${line}`), ...(await leftovers.afterwards()));
    complaints.length = 0;
    for (const what of stage.met()) tally.set(what, (tally.get(what) ?? 0) + 1);
    return problems;
  }

  it('promise N1, N4, N8, N9, N11, S6: random sessions', async () => {
    const order = await executeServerCommand<RandomOrder, undefined>('random-order');
    const { seed, isByHand, times } = order;
    const sessions = isByHand ? order.sessions * times : FEW;
    const most = isByHand && order.sessions === 1 ? 1 : MOST_FAILURES;
    const failures: string[] = [];
    for (let i = 0; i < sessions && failures.length < most; i++) {
      const plan = planOf(seed + Math.floor(i / times));
      const problems = await problemsOf(plan);
      if (i % 100 === 99) await executeServerCommand('random-note', `${i + 1} sessions`);
      if (!problems.length) continue;
      const found = { plan, problems, story: stage.story() };
      if (order.sessions === 1)
        await shorten(plan, async (each) => {
          const others = await problemsOf(each);
          if (others.length) Object.assign(found, { plan: each, problems: others, story: stage.story() });
          return others.length > 0;
        });
      failures.push([tell(found.plan), ...[...found.problems, ...found.story].map(indented)].join('\n'));
      await executeServerCommand('random-note', failures.at(-1));
    }
    const met = [...tally].sort(([, a], [, b]) => b - a).map(([what, times]) => `${times} × ${what}`);
    if (isByHand) await executeServerCommand('random-note', met.join('\n'));
    if (failures.length)
      throw new Error(
        `${failures.length} sessions failed; npm run test:random -- --seed …\n${failures.join('\n')}`,
      );
  });
});
