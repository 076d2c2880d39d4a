import type { Load } from './cold-load.js';
import type { Condition } from './conditions.js';
import type { LoginRun } from './login-run.js';
import type { Row } from './rows.js';
import { ratio, summarise, type Summary } from './statistics.js';

/** All loads of one row under one condition. */
export interface Measured {
  readonly row: Pick<Row, 'id' | 'title' | 'kind'>;
  readonly condition: Condition['id'];
  readonly loads: readonly Load[];
}

/** All that one run has measured. */
export interface Results {
  readonly rounds: number;
  readonly measured: readonly Measured[];
  /** Logins, by how many times the processor was slowed down. */
  readonly logins: ReadonlyMap<number, readonly LoginRun[]>;
  /** Milliseconds to draw all boxes of a page, by how many it has. */
  readonly crowds: ReadonlyMap<number, readonly number[]>;
}

/** How slow the processor is in promise P4, after the form. */
export const AFTERWARDS = 6;

/** One number of every load of a row, summarised. */
export function summaryOf(
  { measured }: Results,
  id: string,
  condition: Condition['id'],
  part: keyof Load,
): Summary {
  const loads = measured.find((one) => one.row.id === id && one.condition === condition)?.loads ?? [];
  return summarise(loads.map((load) => load[part]));
}

/** How many times as long as another row a row takes until somebody can type. */
export function timesAs(results: Results, id: string, other: string, condition: Condition['id']): number {
  return ratio(summaryOf(results, id, condition, 'usable'), summaryOf(results, other, condition, 'usable'));
}
