import { CONDITIONS } from './conditions.js';
import { type Results, summaryOf, timesAs } from './results.js';
import { BARE } from './rows.js';
import { type Summary, summarise } from './statistics.js';

/** A table as Markdown; its first row is the head, and all columns but the first are numbers. */
export function markdownTable([head = [], ...body]: readonly (readonly string[])[]): string {
  const line = head.map((_, column) => (column === 0 ? '-' : '-:'));
  return [head, line, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** How long until the first field, for each row: its times, and how many times the bare Lit element's. */
export function timesTable(results: Results): string {
  const heads = CONDITIONS.flatMap(({ title }) => [`${title}: ms`, `× bare Lit`]);
  const rows = rowsOf(results).map(({ id, title }) => [
    title,
    ...CONDITIONS.flatMap(({ id: condition }) => [
      spread(summaryOf(results, id, condition, 'usable')),
      timesAs(results, id, BARE, condition).toFixed(2),
    ]),
  ]);
  return markdownTable([['until the first field', ...heads], ...rows]);
}

/** What comes before the first field, and what moves: bytes, answers, long tasks, shifts. */
export function costsTable(results: Results): string {
  const rows = rowsOf(results).map(({ id, title }) => [
    title,
    ...(['bytes', 'requests'] as const).map((part) => summaryOf(results, id, 'slow', part).median.toFixed(0)),
    ...CONDITIONS.map((condition) => {
      const { median, high } = summaryOf(results, id, condition.id, 'longTask');
      return `${median.toFixed(0)} (${high.toFixed(0)})`;
    }),
    summaryOf(results, id, 'slow', 'shift').median.toFixed(3),
  ]);
  const tasks = CONDITIONS.map(({ title }) => `longest task, ${title}: ms`);
  return markdownTable([['before the first field', 'bytes (br)', 'requests', ...tasks, 'CLS'], ...rows]);
}

/** A whole login by text message. */
export function loginTable({ logins }: Results): string {
  const runs = [...logins];
  const line = (what: string, tell: (summary: Summary) => string, read: (run: LoginRun) => number) => [
    what,
    ...runs.map(([, all]) => tell(summarise(all.map(read)))),
  ];
  const whole = ({ median }: Summary) => median.toFixed(0);
  return markdownTable([
    ['a login by text message', ...runs.map(([slower]) => (slower > 1 ? `${slower} × slower` : 'as it is'))],
    line('“Get code” until the call leaves: ms', spread, (run) => run.sendCodeLeaves),
    line('“Log in” until the call leaves: ms', spread, (run) => run.logInLeaves),
    line('longest task after the form: ms', spread, (run) => run.longTask),
    line('calls', whole, (run) => run.calls.length),
    line('the browser’s own questions before them (`OPTIONS`)', whole, (run) => run.preflights),
    line('bytes from the tenant, the puzzle’s pictures among them', whole, (run) => run.tenantBytes),
    line('bytes of files: the page, the module, its chunks', whole, (run) => run.fileBytes),
  ]);
}

/** Pages with one box and with many. */
export function crowdTable({ crowds }: Results): string {
  const all = [...crowds].map(([boxes, ms]) => ({ boxes, ms: summarise(ms) }));
  const one = all[0]?.ms.median ?? NaN;
  return markdownTable([
    ['boxes on a page', ...all.map(({ boxes }) => String(boxes))],
    ['until all are drawn, from the script’s first line: ms', ...all.map(({ ms }) => spread(ms))],
    ['× one box', ...all.map(({ ms }) => (ms.median / one).toFixed(1))],
  ]);
}

type LoginRun = Results['logins'] extends ReadonlyMap<number, readonly (infer Run)[]> ? Run : never;

function rowsOf({ measured }: Results) {
  return measured.filter(({ condition }) => condition === 'slow').map(({ row }) => row);
}

/** The median, and between what half of all lies. */
function spread({ median, low, high }: Summary): string {
  return `${median.toFixed(0)} (${low.toFixed(0)}–${high.toFixed(0)})`;
}
