import { expect } from 'vitest';

/** What the comments on `Phase` in flow.ts promise. */
const MAY_FOLLOW: Readonly<Record<string, readonly string[]>> = {
  ready: ['sending', 'submitting'],
  sending: ['ready'],
  submitting: ['ready', 'done'],
  done: ['ready'],
};

/**
 * Checks all that happened in one visit: phases follow each other as promised, each attempt ends in at most one
 * event, and each event comes in its phase.
 */
export function expectOrder(trace: readonly string[]): void {
  let phase = 'ready';
  let before = '';
  let endings = 1;
  for (const line of trace) {
    const [what, name = ''] = line.split(' ');
    if (what === '=') {
      expect(MAY_FOLLOW[phase], `${phase} → ${name} in ${trace.join(', ')}`).toContain(name);
      if (phase === 'done') expect(before, trace.join(', ')).toBe('restart');
      phase = name;
      if (phase === 'sending' || phase === 'submitting') endings = 0;
    }
    // A failure while the puzzle goes on is a wrong try, and ends nothing.
    const isEnding = ['sent', 'success'].includes(what!) || (what === 'failure' && phase !== 'sending');
    if (isEnding) {
      expect(phase, line).toBe(what === 'success' ? 'done' : 'ready');
      endings += 1;
      expect(endings, trace.join(', ')).toBe(1);
    }
    before = line;
  }
  expect(['ready', 'done'], 'the last phase').toContain(phase);
}
