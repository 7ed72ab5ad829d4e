import type { LevelMark } from './level-marks.ts';
import { palette } from './palette.ts';
import { element, together } from './svg.ts';
import type { Svg } from './svg.ts';

/** Where the board of a gauge stands in its drawing, in pixels. */
export interface BoardPlace {
  left: number;
  right: number;
  /** Height of 100 and of 0. */
  top: number;
  bottom: number;
  /** Points between two fine ticks. */
  tickEvery: number;
  tickLength: number;
  /** How far the lines of the levels run to the right. */
  marksTo: number;
}

/** The height of a value on the board; beyond the ends it stays at the end. */
export function heightOn(place: BoardPlace, value: number): number {
  const share = Math.min(100, Math.max(0, value)) / 100;
  return place.bottom - share * (place.bottom - place.top);
}

/** The water up to the score, its surface a little wave. */
export function water(place: BoardPlace, score: number): Svg {
  const { left, right, bottom } = place;
  const surface = heightOn(place, score);
  const quarter = (right - left) / 4;
  const swell = Math.min(3, quarter / 2);
  const wave = `M${left} ${surface.toFixed(2)}q${quarter} ${-swell} ${2 * quarter} 0t${2 * quarter} 0`;
  return together([
    element('path', { class: 'gauge-water', fill: palette.water, d: `${wave}V${bottom}H${left}z` }),
    element('path', { class: 'gauge-surface', fill: 'none', stroke: palette.high, 'stroke-width': 2, d: wave }),
  ]);
}

/**
 * The board: fine ticks like those on the gauges along a Dutch canal, where every ten points the teeth change sides,
 * so that the eye can count without reading.
 */
export function board(place: BoardPlace): Svg {
  const { left, right, tickEvery, tickLength } = place;
  const strokes: string[] = [];
  for (let value = 0; value <= 100; value += tickEvery) {
    const y = heightOn(place, value).toFixed(2);
    const isTen = value % 10 === 0;
    const fromLeft = Math.floor(value / 10) % 2 === 0;
    if (isTen) strokes.push(`M${left} ${y}H${right}`);
    else strokes.push(fromLeft ? `M${left} ${y}h${tickLength}` : `M${right} ${y}h${-tickLength}`);
  }
  const spines: string[] = [];
  for (let ten = 0; ten < 10; ten += 1) {
    const x = ten % 2 === 0 ? left : right;
    spines.push(`M${x} ${heightOn(place, ten * 10).toFixed(2)}V${heightOn(place, ten * 10 + 10).toFixed(2)}`);
  }
  return together([
    element('path', {
      class: 'gauge-tick',
      fill: 'none',
      stroke: palette.ink,
      'stroke-width': 0.75,
      d: strokes.join(''),
    }),
    element('path', { class: 'gauge-spine', fill: 'none', stroke: palette.ink, 'stroke-width': 2, d: spines.join('') }),
  ]);
}

/** The line at which each level begins. */
export function levelLines(place: BoardPlace, marks: readonly LevelMark[]): Svg {
  const d = marks.map(({ from }) => `M${place.left} ${heightOn(place, from).toFixed(2)}H${place.marksTo}`).join('');
  return element('path', { class: 'gauge-level', fill: 'none', stroke: palette.edge, 'stroke-width': 0.75, d });
}
