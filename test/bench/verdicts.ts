import { CONDITIONS } from './conditions.js';
import { AFTERWARDS, type Results, summaryOf, timesAs } from './results.js';
import { BARE } from './rows.js';
import { summarise } from './statistics.js';

/** What promise P2 allows, as a multiple of the bare Lit element. */
export const P2_LIMIT = 1.25;
const P4_BEFORE_MS = 50;
const P4_AFTER_MS = 200;

/** What a login by text message costs at the tenant, and nothing else. */
const CALLS = [
  'GET /api/v2/sdk/captcha',
  'POST /api/v2/sdk/captcha/verify',
  'POST /api/v2/sdk/sms/send',
  'POST /api/v2/sdk/login/mobile-verify-code',
];

/** The promises that these figures do not keep, each in a sentence. */
export function brokenPromises(results: Results): string[] {
  return [...slowForms(results), ...earlyFiles(results), ...longTasks(results), ...otherCalls(results)];
}

/** The bundle has the login in it as well: it is for pages that want one file, and P2 does not speak of it. */
function slowForms(results: Results): string[] {
  return ['module', 'drawn'].flatMap((id) =>
    CONDITIONS.filter((condition) => timesAs(results, id, BARE, condition.id) > P2_LIMIT).map(
      ({ id: condition, title }) =>
        `P2: ${id}, ${title}: ${timesAs(results, id, BARE, condition).toFixed(2)} × of a bare Lit element, more than ${P2_LIMIT}`,
    ),
  );
}

/** The page and one file: whatever else comes has to wait for the form. */
function earlyFiles(results: Results): string[] {
  return CONDITIONS.map(({ id, title }) => ({
    title,
    most: summaryOf(results, 'module', id, 'requests').high,
  }))
    .filter(({ most }) => most > 2)
    .map(
      ({ title, most }) => `P3: ${title}: ${most} requests before the form shows, the page's own included`,
    );
}

/** Before the form as the machine is: on the slow phone even the bare Lit element has such a task. */
function longTasks(results: Results): string[] {
  const before = ['module', 'drawn'].flatMap((id) =>
    CONDITIONS.filter(({ cpu }) => cpu === 1).map(({ id: condition, title }) => ({
      what: `${id}, ${title}`,
      ms: summaryOf(results, id, condition, 'longTask').median,
    })),
  );
  const after = summarise((results.logins.get(AFTERWARDS) ?? []).map(({ longTask }) => longTask)).median;
  return [
    ...before
      .filter(({ ms }) => ms > P4_BEFORE_MS)
      .map(({ what, ms }) => `P4: ${what}: a task of ${ms.toFixed(0)} ms before the form`),
    ...(after > P4_AFTER_MS
      ? [`P4: a task of ${after.toFixed(0)} ms in a login, ${AFTERWARDS} × slower`]
      : []),
  ];
}

function otherCalls({ logins }: Results): string[] {
  const made = [...logins.values()].flat().map(({ calls }) => calls.join(', '));
  const wrong = [...new Set(made)].filter((calls) => calls !== CALLS.join(', '));
  return wrong.map((calls) => `P3: a login made these calls: ${calls}`);
}
