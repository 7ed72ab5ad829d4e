import type { AnswerColumn, OptionColumn } from './answer-column.ts';
import { inBlocks } from './counting/in-blocks.ts';
import { scoreTally } from './counting/score-tally.ts';
import type { ScoreTally } from './counting/score-tally.ts';

const OPTIONS_IN_A_BYTE = 255;

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));

/** The smallest number that every possible number of answers divides: scores times this are whole numbers. */
function wholeSteps(items: number): number {
  let multiple = 1;
  for (let answered = Math.ceil(items / 2); answered <= items; answered += 1)
    multiple = (multiple * answered) / greatestCommonDivisor(multiple, answered);
  return multiple;
}

/**
 * Each person's score on a scale as a column for {@link pairMoments}: where the scores are few enough as options, in
 * steps of 1/12 for four items and so on, so that they are counted exactly; else as the numbers they are. Its moments
 * are in those steps: good for correlations, which don't change with the unit, and for nothing else.
 *
 * `columns`: the scale's items, already reversed; `scores`: `personScores(columns)`.
 */
export function scoreColumn(columns: readonly AnswerColumn[], scores: Float64Array): AnswerColumn {
  const options = columns.filter((column): column is OptionColumn => column.kind === 'options');
  const tally = options.length === columns.length ? scoreTally(options) : null;
  const inSteps = tally === null ? null : scoresInSteps(tally, scores.length);
  return inSteps ?? { kind: 'numbers', values: scores, minimum: 0, maximum: 0 };
}

function scoresInSteps({ codes, items, scores }: ScoreTally, people: number): OptionColumn | null {
  const steps = wholeSteps(items);
  const lowest = scores.reduce((low, score) => (score < low ? score : low), Number.POSITIVE_INFINITY);
  const inSteps = scores.map((score) => (Number.isNaN(score) ? 0 : Math.round((score - lowest) * steps) + 1));
  const maximum = inSteps.reduce((high, step) => Math.max(high, step), 1);
  if (!(maximum <= OPTIONS_IN_A_BYTE)) return null;
  const found = new Uint8Array(people);
  const codeOf = Uint8Array.from(inSteps);
  inBlocks(people, (from, to) => lookUp(found, codeOf, codes, from, to));
  return { kind: 'options', codes: found, minimum: 1, maximum };
}

function lookUp(
  found: Uint8Array,
  codeOf: Uint8Array,
  codes: Uint8Array | Uint16Array,
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row += 1) found[row] = codeOf[codes[row] as number] as number;
}
