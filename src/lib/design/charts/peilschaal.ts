import { twentyDots } from '@lerend/analysis';
import type { AreaCell, Published } from '@lerend/disclosure';
import { chartTexts, localNumber } from './chart-texts.ts';
import type { ChartLanguage } from './chart-texts.ts';
import { dotRows } from './dot-rows.ts';
import { board, heightOn, levelLines, water } from './gauge-board.ts';
import type { BoardPlace } from './gauge-board.ts';
import { countDots } from './level-marks.ts';
import type { LevelMark } from './level-marks.ts';
import { lettering, otherScores } from './gauge-lettering.ts';
import type { ParentFigure, PreviousScore } from './gauge-lettering.ts';
import { palette } from './palette.ts';
import { drawing, element, together } from './svg.ts';
import type { Svg } from './svg.ts';

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
  previous?: PreviousScore | undefined;
  parent?: ParentFigure | undefined;
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
  /** In the rows just above a level's line stands its name. */
  lanesBesideName: number;
}

const shapes: Record<'large' | 'small', Shape> = {
  large: {
    width: 360,
    height: 440,
    place: { left: 98, right: 128, top: 20, bottom: 420, tickEvery: 2, tickLength: 9, marksTo: 360 },
    dotsFrom: 138,
    dotRadius: 6.1,
    pitch: 13.5,
    lanes: 16,
    lanesBesideName: 10,
  },
  small: {
    width: 88,
    height: 196,
    place: { left: 3, right: 16, top: 8, bottom: 188, tickEvery: 5, tickLength: 4, marksTo: 88 },
    dotsFrom: 21,
    dotRadius: 2.6,
    pitch: 6,
    lanes: 11,
    lanesBesideName: 11,
  },
};

/** The dots of one gauge; those that the sentence counts are filled. A crowded row is pushed together, never cut off. */
function dots(cell: Published<AreaCell>, marks: readonly LevelMark[], shape: Shape): Svg {
  const { place, pitch, dotRadius, dotsFrom } = shape;
  const values = twentyDots(cell);
  const counted = countDots(values, marks);
  const end = counted && counted.mark === marks[0] ? (marks[1]?.from ?? Infinity) : Infinity;
  const rowHeight = (pitch / (place.bottom - place.top)) * 100;
  const drawn = dotRows(
    values,
    marks.map((mark) => mark.from),
    rowHeight,
  ).map(({ value, height, lane, rowSize }) => {
    const above = marks.map(({ from }) => heightOn(place, from) - heightOn(place, height));
    const lanes = above.some((pixels) => pixels > 0 && pixels < 28) ? shape.lanesBesideName : shape.lanes;
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

/** What the gauge says, in words: the same for every reader, drawing or not. */
export function peilschaalDescription(
  input: Pick<PeilschaalInput, 'cell' | 'marks' | 'language' | 'previous' | 'parent'>,
): string {
  const texts = chartTexts(input.language);
  const others = otherScores(input).map(({ name, score }) => `${name}: ${localNumber(score, input.language)}.`);
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
