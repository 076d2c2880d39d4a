import { describe, expect, it } from 'vitest';
import { chart } from '../../bench/chart.js';
import { costsTable, crowdTable, loginTable, markdownTable, timesTable } from '../../bench/tables.js';
import { sample } from './sample.js';

describe('tables', () => {
  it('have their numbers to the right', () => {
    expect(
      markdownTable([
        ['a', 'b'],
        ['x', '1'],
      ]),
    ).toBe('| a | b |\n| - | -: |\n| x | 1 |');
  });

  it('say how long each row takes, and how many times the bare element', () => {
    expect(timesTable(sample())).toContain('| module | 120 (114–126) | 1.20 | 480 (456–504) | 1.20 |');
    expect(timesTable(sample())).toContain('| bare Lit | 100 (95–105) | 1.00 | 400 (380–420) | 1.00 |');
  });

  it('say what comes before the form', () => {
    const results = sample({ module: { bytes: 12_000, longTask: 61, shift: 0.1 } });
    expect(costsTable(results)).toContain('| module | 12000 | 2 | 0 (0) | 61 (61) | 0.100 |');
  });

  it('say what a login costs, as it is and on a slow machine', () => {
    expect(loginTable(sample({ login: { sendCodeLeaves: 140 } }))).toContain(
      '| “Get code” until the call leaves: ms | 20 (20–20) | 140 (140–140) |',
    );
  });

  it('say how much more many boxes take than one', () => {
    expect(crowdTable(sample())).toContain('| × one box | 1.0 | 10.0 |');
  });
});

describe('the chart', () => {
  /** Widths of the bars, in their order. */
  function widths(svg: string): number[] {
    return [...svg.matchAll(/<rect class="(?:floor|ours|peer)"[^>]* width="([\d.]+)"/g)].map(([, width]) =>
      Number(width),
    );
  }

  it('has a bar for each row under each condition, as long as its time', () => {
    // The module's upper quartile, 1.26 times the bare element's median, is what reaches the edge.
    const times = widths(chart(sample())).map((width) => Math.round((width / 440) * 126) / 100);
    expect(times).toEqual([0.8, 1, 1.2, 0.9, 0.8, 1, 1.2, 0.9]);
  });

  it('stays within its frame, however slow something is', () => {
    const svg = chart(sample({ module: { usable: 9000 } }));
    expect(Math.max(...widths(svg))).toBeLessThanOrEqual(440);
    expect(svg).toContain('22.50 ×');
  });

  it('has colours for light and for dark ground, and writes names as text', () => {
    const svg = chart(sample());
    expect(svg).toContain('prefers-color-scheme: dark');
    expect(svg).toContain('plain &lt;form>');
  });
});
