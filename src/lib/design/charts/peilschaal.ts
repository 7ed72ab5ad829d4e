import { twentyDots } from '@lerend/analysis';
import type { AreaCell, Published } from '@lerend/disclosure';
import { chartTexts, localNumber } from './chart-texts.ts';
import type { ChartLanguage } from './chart-texts.ts';
import { dotRows } from './dot-rows.ts';
import { board, heightOn, levelLines, water } from './gauge-board.ts';
import type { BoardPlace } from './gauge-board.ts';
import { countDots } from './level-marks.ts';
import type { LevelMark } from './level-marks.ts';
import { controlFace, palette, readingFace } from './palette.ts';
import { drawing, element, label, together } from './svg.ts';
import type { Svg } from './svg.ts';

export interface OtherScore {
  score: Published<number>;
  /** Short: "vorige keer", "Techniek". */
  name: string;
}

export interface PeilschaalInput {
  /** Unique on the page. */
  id: string;
  /** What is measured, of whom: "Vertrouwen, Noord". */
  title: string;
  cell: Published<AreaCell> | null;
  /** From low to high; [] when the instrument has no levels. See `levelMarks`. */
  marks: readonly LevelMark[];
  language: ChartLanguage;
  /** small: eleven of them side by side, without words. */
  size?: 'large' | 'small';
  previous?: OtherScore | undefined;
  parent?: OtherScore | undefined;
  isStandalone?: boolean;
}

interface Shape {
  width: number;
  height: number;
  place: BoardPlace;
  dotsFrom: number;
  dotRadius: number;
  pitch: number;
  lanes: number;
}

const shapes: Record<'large' | 'small', Shape> = {
  large: {
    width: 360,
    height: 436,
    place: { left: 76, right: 104, top: 18, bottom: 418, tickEvery: 2, tickLength: 9, marksTo: 360 },
    dotsFrom: 116,
    dotRadius: 5.25,
    pitch: 12,
    lanes: 13,
  },
  small: {
    width: 76,
    height: 176,
    place: { left: 3, right: 15, top: 8, bottom: 168, tickEvery: 5, tickLength: 4, marksTo: 76 },
    dotsFrom: 20,
    dotRadius: 2.1,
    pitch: 5,
    lanes: 11,
  },
};

/** The dots of one gauge; those that the sentence counts are filled. A crowded row is pushed together, never cut off. */
function dots(cell: Published<AreaCell>, marks: readonly LevelMark[], shape: Shape): Svg {
  const { place, pitch, dotRadius, dotsFrom, lanes } = shape;
  const values = twentyDots(cell);
  const counted = countDots(values, marks);
  const end = counted && counted.mark === marks[0] ? (marks[1]?.from ?? Infinity) : Infinity;
  const rowHeight = (pitch / (place.bottom - place.top)) * 100;
  const drawn = dotRows(values, marks.map((mark) => mark.from), rowHeight).map(({ value, height, lane, rowSize }) => {
    const gap = rowSize > lanes ? ((lanes - 1) * pitch) / (rowSize - 1) : pitch;
    const isCounted = counted === undefined || (value >= counted.mark.from && value < end);
    return element('circle', {
      class: isCounted ? 'gauge-dot' : 'gauge-dot is-open',
      cx: dotsFrom + dotRadius + lane * gap,
      cy: heightOn(place, height),
      r: isCounted ? dotRadius : dotRadius - 0.5,
      fill: isCounted ? palette.high : palette.paper,
      stroke: palette.high,
      'stroke-width': isCounted ? 0.5 : 1,
    });
  });
  return together(drawn);
}

/** The numbers and names around a large gauge. A number of the scale gives way to the score beside it. */
function lettering(input: PeilschaalInput, place: BoardPlace): Svg {
  const { cell, marks, language } = input;
  const near = (value: number, other: number | undefined, points: number) =>
    other !== undefined && Math.abs(value - other) < points;
  const others = [input.previous, input.parent].filter((other) => other !== undefined);
  const numbers = [0, 25, 50, 75, 100]
    .filter((value) => !near(value, cell?.score, 7) && !others.some((other) => near(value, other.score, 5)))
    .map((value) =>
      label(String(value), {
        class: 'gauge-number', x: place.left - 10, y: heightOn(place, value) + 4.5,
        'text-anchor': 'end', 'font-size': 13, 'font-family': controlFace, fill: palette.soft,
      }),
    );
  const names = marks.map(({ name, from }) =>
    label(name, {
      class: 'gauge-name', x: place.marksTo, y: heightOn(place, from) - 6,
      'text-anchor': 'end', 'font-size': 15, 'font-family': readingFace, fill: palette.ink,
    }),
  );
  const score = cell && label(localNumber(cell.score, language), {
    class: 'gauge-score', x: place.left - 10, y: heightOn(place, cell.score) + 11,
    'text-anchor': 'end', 'font-size': 32, 'font-family': readingFace, fill: palette.ink,
  });
  return together([...numbers, ...names, ...(score ? [score] : [])]);
}

/** Another score on the same board: an open arrow at its height, its name where there is room beside the main score. */
function otherScore(other: OtherScore, kind: 'previous' | 'parent', input: PeilschaalInput, place: BoardPlace): Svg {
  const y = heightOn(place, other.score);
  const main = input.cell ? heightOn(place, input.cell.score) : undefined;
  const isAbove = main !== undefined && y <= main;
  const textY = main !== undefined && Math.abs(y - main) < 26 ? main + (isAbove ? -20 : 30) : y + 4;
  const x = place.left;
  return together([
    element('path', {
      class: `gauge-other is-${kind}`, fill: 'none', stroke: palette.ink, 'stroke-width': 1.25,
      d: `M${x - 7} ${(y - 4).toFixed(2)}l6 4l-6 4zM${x} ${y.toFixed(2)}H${place.right}`,
      'stroke-dasharray': kind === 'previous' ? '3 2' : undefined,
    }),
    label(`${other.name} ${localNumber(other.score, input.language)}`, {
      class: 'gauge-number', x: x - 11, y: textY,
      'text-anchor': 'end', 'font-size': 12, 'font-family': controlFace, fill: palette.soft,
    }),
  ]);
}

/** What the gauge says, in words: the same for every reader, drawing or not. */
export function peilschaalDescription(input: Pick<PeilschaalInput, 'cell' | 'marks' | 'language' | 'previous' | 'parent'>): string {
  const texts = chartTexts(input.language);
  const others = [input.previous, input.parent]
    .filter((other) => other !== undefined)
    .map((other) => `${other.name}: ${localNumber(other.score, input.language)}.`);
  if (input.cell === null) return [texts.noFigureSentence, ...others].join(' ');
  const counted = countDots(twentyDots(input.cell), input.marks);
  const sentences = [texts.scoreSentence(localNumber(input.cell.score, input.language))];
  if (counted) sentences.push(`${texts.dotSentence(counted)}.`);
  return [...sentences, ...others].join(' ');
}

/**
 * The peilschaal: a score on a water gauge from 0 to 100, its uncertainty as twenty dots of 5 % chance each.
 * Without a figure there is the bare board, the same whatever the cause.
 */
export function peilschaal(input: PeilschaalInput): Svg {
  const { cell, marks, size = 'large' } = input;
  const shape = shapes[size];
  const { place } = shape;
  const isLarge = size === 'large';
  const layers: Svg[] = [];
  if (cell) layers.push(water(place, cell.score));
  layers.push(board(place), levelLines(place, marks));
  if (cell) layers.push(dots(cell, marks, shape));
  if (isLarge) {
    if (input.parent) layers.push(otherScore(input.parent, 'parent', input, place));
    if (input.previous) layers.push(otherScore(input.previous, 'previous', input, place));
    layers.push(lettering(input, place));
  }
  return drawing(
    {
      ...shape,
      id: input.id,
      title: input.title,
      description: peilschaalDescription(input),
      className: ['gauge', `gauge-${size}`, cell === null && 'is-empty'].filter(Boolean).join(' '),
      isStandalone: input.isStandalone,
    },
    ...layers,
  );
}
