import { CONDITIONS } from './conditions.js';
import { type Results, summaryOf } from './results.js';
import { BARE } from './rows.js';
import { P2_LIMIT } from './verdicts.js';

const WIDTH = 760;
const LEFT = 250;
const RIGHT = 70;
const BAR = 18;
const LINE = 30;
const HEAD = 44;

/** Colours of each kind of row, on light and on dark ground. */
const STYLE = `
    svg { font: 13px system-ui, sans-serif; }
    .ground { fill: #ffffff; } text { fill: #1c2330; stroke: #ffffff; stroke-width: 3px; paint-order: stroke; } .quiet { fill: #5a6272; }
    .floor { fill: #9aa3b2; } .ours { fill: #1f5eff; } .peer { fill: #c98a2b; }
    .limit { stroke: #c0202f; stroke-dasharray: 4 3; } .spread { stroke: #1c2330; }
    @media (prefers-color-scheme: dark) {
      .ground { fill: #16181d; } text { fill: #eceef3; stroke: #16181d; } .quiet { fill: #a4acbb; }
      .floor { fill: #6d7687; } .ours { fill: #8fb0ff; } .peer { fill: #e0b060; }
      .limit { stroke: #ff9a9f; } .spread { stroke: #eceef3; }
    }
  `;

/** Bars of how many times as long as the bare Lit element each row takes until somebody can type, as an SVG image. */
export function chart(results: Results): string {
  const panels = CONDITIONS.map(({ id, title }, index) => {
    const bars = barsOf(results, id);
    return panel(title, bars, index * (HEAD + bars.length * LINE + 16));
  });
  const height = panels.length * (HEAD + barsOf(results, 'slow').length * LINE + 16) + 28;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title">
  <title id="title">Time until the first usable field, as a multiple of a bare Lit element</title>
  <style>${STYLE}</style>
  <rect class="ground" width="${WIDTH}" height="${height}" rx="8"/>
${panels.join('\n')}
  <text class="quiet" x="16" y="${height - 14}">Bars: median. Thin lines: the middle half of all loads. Dashed: ${P2_LIMIT} ×, what is promised. Shorter is faster.</text>
</svg>
`;
}

interface Bar {
  readonly title: string;
  readonly kind: string;
  readonly times: number;
  readonly low: number;
  readonly high: number;
}

function barsOf(results: Results, condition: 'fast' | 'slow'): Bar[] {
  const one = summaryOf(results, BARE, condition, 'usable').median;
  return results.measured
    .filter((measured) => measured.condition === condition)
    .map(({ row: { id, title, kind } }) => {
      const { median, low, high } = summaryOf(results, id, condition, 'usable');
      return { title, kind, times: median / one, low: low / one, high: high / one };
    });
}

function panel(title: string, bars: readonly Bar[], top: number): string {
  const most = Math.max(P2_LIMIT, ...bars.map(({ high }) => high));
  const place = (times: number) => round(LEFT + (times / most) * (WIDTH - LEFT - RIGHT));
  const from = top + HEAD;
  const limit = place(P2_LIMIT);
  const lines = bars.map(({ title: name, kind, times, low, high }, index) => {
    const y = from + index * LINE;
    return `  <text x="${LEFT - 12}" y="${y + 14}" text-anchor="end">${escape(name)}</text>
  <rect class="${kind}" x="${LEFT}" y="${y}" width="${round(place(times) - LEFT)}" height="${BAR}" rx="3"/>
  <path class="spread" d="M${place(low)} ${y + BAR / 2}H${place(high)}"/>
  <text x="${place(Math.max(times, high)) + 8}" y="${y + 14}">${times.toFixed(2)} ×</text>`;
  });
  return `  <text x="16" y="${top + 28}" font-weight="600">${escape(title)}</text>
  <path class="limit" d="M${limit} ${from - 6}V${from + bars.length * LINE - 6}"/>
${lines.join('\n')}`;
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
