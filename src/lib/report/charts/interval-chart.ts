import { axisX, axisY, dot, gridX, link, ruleX } from '@observablehq/plot';
import { plotSvg } from './plot-svg.ts';
import type { Palette } from './plot-svg.ts';
import { tickDecimals } from './tick-decimals.ts';

export interface IntervalRow {
  readonly label: string;
  readonly value: number;
  readonly interval: readonly [number, number] | null;
}

export interface IntervalChart {
  readonly rows: readonly IntervalRow[];
  readonly domain: readonly [number, number];
  /** A value to compare with (the mean of everyone), or null. */
  readonly reference: number | null;
  /** Writes a number of the axis with so many decimals that no two of them look the same. */
  readonly tick: (value: number, decimals: number) => string;
  readonly palette: Palette;
}

const WIDTH = 620;
const ROW_HEIGHT = 15;
const AXIS_HEIGHT = 30;
const TICKS = 6;
const LETTER_WIDTH = 5.9;
const LABEL_ROOM = { least: 60, most: 230 };

function shortened(label: string, most: number): string {
  return label.length <= most ? label : `${label.slice(0, most - 1)}…`;
}

/** Points with their intervals, one row each, in the order given; rows may share a label. */
export function intervalChart({ rows, domain, reference, tick, palette }: IntervalChart): string {
  const longest = Math.max(...rows.map((row) => row.label.length), 1);
  const marginLeft = Math.min(LABEL_ROOM.most, Math.max(LABEL_ROOM.least, longest * LETTER_WIDTH + 14));
  const most = marginLeft < LABEL_ROOM.most ? longest : Math.floor((LABEL_ROOM.most - 14) / LETTER_WIDTH);
  const marks = rows.map((row, index) => ({ ...row, index, lower: row.interval?.[0], upper: row.interval?.[1] }));
  const measured = marks.filter((mark) => mark.interval !== null);
  const decimals = tickDecimals(domain, TICKS);
  return plotSvg({
    width: WIDTH,
    height: rows.length * ROW_HEIGHT + AXIS_HEIGHT,
    marginLeft,
    marginRight: 14,
    marginTop: 4,
    marginBottom: AXIS_HEIGHT - 4,
    x: { domain: [...domain] },
    y: { type: 'band', domain: marks.map((mark) => mark.index), padding: 0.2 },
    marks: [
      gridX({ stroke: palette.quiet, strokeOpacity: 0.25, ticks: TICKS }),
      axisX({
        ticks: TICKS,
        tickFormat: (value: number) => tick(value, decimals),
        tickSize: 0,
        label: null,
        fill: palette.quiet,
        fontSize: 10,
      }),
      axisY({
        tickFormat: (index: number) => shortened(rows[index]?.label ?? '', most),
        tickSize: 0,
        label: null,
        fill: palette.ink,
        fontSize: 10.5,
        tickPadding: 8,
      }),
      reference === null ? null : ruleX([reference], { stroke: palette.quiet, strokeDasharray: '3 3' }),
      link(measured, {
        x1: 'lower',
        x2: 'upper',
        y: 'index',
        stroke: palette.accent,
        strokeWidth: 2.2,
        strokeOpacity: 0.55,
      }),
      dot(marks, { x: 'value', y: 'index', r: 3.4, fill: palette.accent }),
    ],
  });
}
