/** A task that kept the page from answering for more than 50 ms. */
export interface LongTask {
  readonly startTime: number;
  readonly duration: number;
}

/** What `first-field.mjs` writes down in a page; times are milliseconds since the navigation began. */
export interface PageNotes {
  /** When somebody could have begun to type; `null` before. */
  usable: number | null;
  readonly longTasks: LongTask[];
  /** How far things have moved by themselves, as browsers add it up for CLS. */
  shift: number;
  readonly clicks: number[];
}
