import {
  covarianceMatrix,
  cronbachAlpha,
  itemAdjustedScores,
  pairMoments,
  personScores,
  scoreFromMean,
  unitSums,
} from '@lerend/psychometrics';
import type { OptionColumn, UnitSums, ValueRange } from '@lerend/psychometrics';
import type { AnswerTable } from './answer-table.ts';
import { fewestPeopleForError, oneAnswerErrorShare, pointsPerStep } from './method.ts';
import type { UnitTree } from './unit-tree.ts';

/** The scores on one scale (an area, or the part of it that a smaller form asks), in points of 0–100. */
export interface ScaleFigures {
  readonly columns: readonly OptionColumn[];
  /** One a person, NaN = no score. */
  readonly points: Float64Array;
  /** People with a score directly in each unit. */
  readonly direct: UnitSums;
  /** Every unit with everything below it. */
  readonly whole: UnitSums;
  /** The same, per depth: the other units are empty in it. */
  readonly byDepth: readonly UnitSums[];
  /** Variance of one person's score that is error of measurement, at least; in points². */
  readonly errorVariance: number;
  readonly within: WithinSpread;
  /** Where each person got a part of the items: the reliability of one person's score. null otherwise, or undefined. */
  readonly drawnReliability?: number | null;
  /** Where means are those of rests as they count (`coded-figures.ts`); not there where they are as answered. */
  readonly coded?: CodedRests;
}

/** What of the means at the ends is left to tell, by rest. */
export interface CodedRests {
  /** Per unit the one that shows the rest it is in; −1 where none above does. */
  readonly owners: Int32Array;
  /** By owner, of a mean that stands at an end of its window: the range in which it lies. */
  readonly ranges: ReadonlyMap<number, ValueRange>;
}

/**
 * How far people of one lowest unit lie apart, over all units together: one number for the whole organisation, so that
 * nothing made with it tells how the people of one unit differ.
 */
export interface WithinSpread {
  /** Of one person's score, error of measurement included and never under it; in points². */
  readonly variance: number;
  /** Degrees of freedom, 1 or more. */
  readonly freedom: number;
}

/**
 * Scores every person on a scale and sums them per unit. A person scores when at least half of the items have an answer;
 * where each person got a part of them (`drawnPerArea` not null), from one answer, compared with what its item averages.
 */
export function scaleFigures(
  tree: UnitTree,
  table: AnswerTable,
  columnNumbers: readonly number[],
  drawnPerArea: number | null,
): ScaleFigures {
  const columns = columnNumbers.flatMap((number) => table.columns[number] ?? []);
  const { points, error, reliability } =
    drawnPerArea === null ? wholeScores(columns) : drawnScores(columns, drawnPerArea);
  const byDepth = table.unitsAtDepth.map((units) => withinScale(unitSums(points, units)));
  const direct = withinScale(unitSums(points, table.ownUnits));
  const pick = (name: keyof UnitSums) =>
    Float64Array.from(tree.units, (_, unit) => byDepth[tree.depths[unit] ?? 0]?.[name][unit] ?? 0);
  return {
    columns,
    points,
    direct,
    whole: { n: pick('n'), means: pick('means'), withinSquares: pick('withinSquares') },
    byDepth,
    errorVariance: error,
    within: withinSpread(direct, error),
    drawnReliability: reliability,
  };
}

/** A score compared with its items can pass the ends of the scale; the mean of a unit may not. */
function withinScale(sums: UnitSums): UnitSums {
  return { ...sums, means: sums.means.map((mean) => Math.min(100, Math.max(0, mean))) };
}

interface PersonFigures {
  readonly points: Float64Array;
  readonly error: number;
  readonly reliability: number | null;
}

function wholeScores(columns: readonly OptionColumn[]): PersonFigures {
  const points = personScores(columns).map((mean) => scoreFromMean(mean, 1, 5));
  return { points, error: errorVariance(columns, points), reliability: null };
}

/** Here the error of measurement is no small part of a score on two items, so that it counts from few people on. */
function drawnScores(columns: readonly OptionColumn[], drawnPerArea: number): PersonFigures {
  const { scores, errorVariance: error, reliability } = itemAdjustedScores(columns);
  const rounding = pointsPerStep ** 2 / 12 / Math.max(1, Math.min(drawnPerArea, columns.length));
  return {
    points: scores.map((mean) => scoreFromMean(mean, 1, 5)),
    error: Math.max(rounding, (error.value ?? 0) * pointsPerStep ** 2),
    reliability: reliability.value,
  };
}

/** Pooled over the lowest units; where none has two people, over everyone. Nobody differs: the error of measurement. */
export function withinSpread({ n, means, withinSquares }: UnitSums, errorVariance: number): WithinSpread {
  const people = n.reduce((sum, size) => sum + size, 0);
  const groups = n.filter((size) => size > 0).length;
  const within = withinSquares.reduce((sum, squares) => sum + squares, 0);
  if (people > groups)
    return { variance: Math.max(within / (people - groups), errorVariance), freedom: people - groups };
  const mean = means.reduce((sum, one, unit) => sum + one * (n[unit] ?? 0), 0) / Math.max(1, people);
  const squares = means.reduce((sum, one, unit) => sum + (n[unit] ?? 0) * (one - mean) ** 2, 0);
  const freedom = Math.max(1, people - 1);
  return { variance: Math.max(squares / freedom, errorVariance), freedom };
}

/**
 * How much of one person's score is error of measurement, so that people who happen to agree don't get a band of
 * nothing. The greater of two: what rounding an opinion to five answers costs (step² / 12 an item), and, when there are
 * enough people, (1 − alpha) × the variance of the scores; of one item `oneAnswerErrorShare` stands in for 1 − alpha.
 */
function errorVariance(columns: readonly OptionColumn[], points: Float64Array): number {
  const rounding = pointsPerStep ** 2 / 12 / columns.length;
  const scores = points.filter((score) => !Number.isNaN(score));
  if (scores.length < fewestPeopleForError) return rounding;
  const share = errorShare(columns);
  if (share === null) return rounding;
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  return Math.max(rounding, (share * squares) / (scores.length - 1));
}

/** null where alpha can't be worked out. */
function errorShare(columns: readonly OptionColumn[]): number | null {
  if (columns.length === 1) return oneAnswerErrorShare;
  const covariances = covarianceMatrix(pairMoments(columns));
  const alpha = covariances.value === null ? null : cronbachAlpha(covariances.value).value;
  return alpha === null ? null : 1 - Math.max(0, alpha);
}
