import { axisY, barX } from '@observablehq/plot';
import { plotSvg } from './plot-svg.ts';
import type { Palette } from './plot-svg.ts';

export interface AnswerRow {
  readonly label: string;
  /** Answers per option, from the lowest option up. */
  readonly counts: readonly number[];
}

const WIDTH = 620;
const ROW_HEIGHT = 20;
const LETTER_WIDTH = 5.9;

/** From the low colour through the middle to the accent; shades by opacity, so that print keeps the order. */
function shade(option: number, options: number, palette: Palette): { fill: string; opacity: number } {
  const middle = (options - 1) / 2;
  const away = middle === 0 ? 0 : (option - middle) / middle;
  if (Math.abs(away) < 0.01) return { fill: palette.middle, opacity: 1 };
  return { fill: away < 0 ? palette.low : palette.accent, opacity: 0.35 + 0.6 * Math.abs(away) };
}

/** How the answers to each item are spread: bars of equal length, lowest option on the left. */
export function answerChart(rows: readonly AnswerRow[], palette: Palette): string {
  const pieces = rows.flatMap((row, index) => {
    const total = row.counts.reduce((sum, count) => sum + count, 0);
    let from = 0;
    return row.counts.map((count, option) => {
      const start = from;
      from += total === 0 ? 0 : count / total;
      return { index, start, end: from, ...shade(option, row.counts.length, palette) };
    });
  });
  const longest = Math.max(...rows.map((row) => row.label.length), 1);
  const marginLeft = Math.min(230, Math.max(60, longest * LETTER_WIDTH + 14));
  return plotSvg({
    width: WIDTH,
    height: rows.length * ROW_HEIGHT + 8,
    marginLeft,
    marginRight: 14,
    marginTop: 4,
    marginBottom: 4,
    x: { domain: [0, 1], axis: null },
    y: { type: 'band', domain: rows.map((_, index) => index), padding: 0.3 },
    color: { type: 'identity' },
    marks: [
      axisY({
        tickFormat: (index: number) => rows[index]?.label ?? '',
        tickSize: 0,
        label: null,
        fill: palette.ink,
        fontSize: 11,
        tickPadding: 8,
      }),
      barX(pieces, { x1: 'start', x2: 'end', y: 'index', fill: 'fill', fillOpacity: 'opacity' }),
    ],
  });
}
