import type { AreaCell, Published } from '@lerend/disclosure';
import { localNumber } from './chart-texts.ts';
import type { ChartLanguage } from './chart-texts.ts';
import { heightOn } from './gauge-board.ts';
import type { BoardPlace } from './gauge-board.ts';
import type { LevelMark } from './level-marks.ts';
import { controlFace, palette, readingFace } from './palette.ts';
import { element, label, together } from './svg.ts';
import type { Svg } from './svg.ts';

/** The score of last time on the same board, as the comparison has it (`change.before`). */
export interface PreviousScore {
  score: Published<number>;
  /** Short: "vorige keer". */
  name: string;
}

/** The unit above on the same board. */
export interface ParentFigure {
  cell: Published<AreaCell>;
  /** Short: "Techniek". */
  name: string;
}

export interface Lettering {
  cell: Published<AreaCell> | null;
  marks: readonly LevelMark[];
  language: ChartLanguage;
  previous?: PreviousScore | undefined;
  parent?: ParentFigure | undefined;
}

/** The second scores of a gauge, if any, in the order in which they are told. */
export function otherScores({
  previous,
  parent,
}: Pick<Lettering, 'previous' | 'parent'>): { kind: 'previous' | 'parent'; name: string; score: number }[] {
  return [
    ...(previous ? [{ kind: 'previous' as const, name: previous.name, score: previous.score }] : []),
    ...(parent ? [{ kind: 'parent' as const, name: parent.name, score: parent.cell.score }] : []),
  ];
}

interface Side {
  /** What is written, line under line. */
  lines: readonly string[];
  /** Where it points, in pixels. */
  at: number;
  /** Half of the room that it takes, in pixels. */
  half: number;
  kind: 'score' | 'previous' | 'parent' | 'number';
}

/**
 * Puts texts at their heights, moving them apart only as far as they would overlap: from the top down, then back up
 * if the last one fell off. What each points at stays where it is.
 */
export function movedApart(sides: readonly Side[], top: number, bottom: number): (Side & { y: number })[] {
  const placed = [...sides].sort((a, b) => a.at - b.at).map((side) => ({ ...side, y: side.at }));
  placed.forEach((side, index) => {
    const above = placed[index - 1];
    side.y = Math.max(side.y, above ? above.y + above.half + side.half : top);
  });
  for (let index = placed.length - 1; index >= 0; index -= 1) {
    const side = placed[index];
    const below = placed[index + 1];
    if (side) side.y = Math.min(side.y, below ? below.y - below.half - side.half : bottom);
  }
  return placed;
}

/** Characters of 13 px that fit to the left of the board. */
const charactersBesideBoard = 13;
const lineHeight = 15;

/**
 * A name and its score in lines that fit beside the board: broken between words, and a word that is too long by itself
 * is cut, for the whole name stands in the description.
 */
export function besideBoard(name: string, score: string): string[] {
  const words = [...name.split(/\s+/), score].map((word) =>
    word.length > charactersBesideBoard ? `${word.slice(0, charactersBesideBoard - 1)}…` : word,
  );
  return words.reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    return last === undefined || longer.length > charactersBesideBoard
      ? [...lines, word]
      : [...lines.slice(0, -1), longer];
  }, []);
}

function sideText(side: Side & { y: number }, place: BoardPlace): Svg {
  const isScore = side.kind === 'score';
  const first = side.y - ((side.lines.length - 1) * lineHeight) / 2;
  return together(
    side.lines.map((line, index) =>
      label(line, {
        class: isScore ? 'gauge-score' : 'gauge-number',
        x: place.left - (side.kind === 'number' ? 9 : 13),
        y: first + index * lineHeight + (isScore ? 11 : 4.5),
        'text-anchor': 'end',
        'font-size': isScore ? 32 : 13,
        'font-family': isScore ? readingFace : controlFace,
        fill: isScore ? palette.ink : palette.soft,
      }),
    ),
  );
}

/** From the text to its height, and over the board: dashed for last time, drawn through for the unit above. */
function pointer(side: Side & { y: number }, place: BoardPlace): Svg {
  const { left, right } = place;
  return element('path', {
    class: 'gauge-other',
    fill: 'none',
    stroke: palette.ink,
    'stroke-width': 1.25,
    'stroke-dasharray': side.kind === 'previous' ? '3 2' : undefined,
    d: `M${left - 10} ${side.y.toFixed(2)}L${left - 4} ${side.at.toFixed(2)}H${right}`,
  });
}

/**
 * All that is written around a large gauge: the score, other scores, the numbers of the scale and the levels. A number
 * of the scale gives way to what is written beside it.
 */
export function lettering(input: Lettering, place: BoardPlace): Svg {
  const { cell, marks, language } = input;
  const others = otherScores(input).map(({ kind, name, score }): Side => {
    const lines = besideBoard(name, localNumber(score, language));
    return { kind, lines, at: heightOn(place, score), half: 1 + (lines.length * lineHeight) / 2 };
  });
  const score: Side[] = cell
    ? [{ kind: 'score', lines: [localNumber(cell.score, language)], at: heightOn(place, cell.score), half: 15 }]
    : [];
  const sides = movedApart([...score, ...others], place.top, place.bottom);
  const numbers = [0, 25, 50, 75, 100]
    .map((value): Side & { y: number } => {
      const at = heightOn(place, value);
      return { kind: 'number', lines: [String(value)], at, y: at, half: 8 };
    })
    .filter((number) => !sides.some((side) => Math.abs(side.y - number.y) < side.half + number.half));
  const names = marks.map(({ name, from }) =>
    label(name, {
      class: 'gauge-name',
      x: place.marksTo,
      y: heightOn(place, from) - 6,
      'text-anchor': 'end',
      'font-size': 15,
      'font-family': readingFace,
      fill: palette.ink,
    }),
  );
  return together([
    ...sides.filter(({ kind }) => kind !== 'score').map((side) => pointer(side, place)),
    ...[...sides, ...numbers].map((side) => sideText(side, place)),
    ...names,
  ]);
}
