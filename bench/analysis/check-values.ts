import { readFileSync } from 'node:fs';
import { itemStatistics } from '@lerend/psychometrics';
import type { OptionColumn } from '@lerend/psychometrics';
import type { SixFigures } from './six-figures.ts';

interface ScaleValues {
  readonly n: number;
  readonly groups: number;
  readonly mean: number;
  readonly k0: number;
  readonly icc1: number;
  readonly icc2: number;
  readonly F: number;
}

/** Figures from outside about the million people that `generate` draws; their source stands in the file. */
export interface CheckValues {
  readonly digests: { readonly items: string; readonly teams: string };
  readonly missing: number;
  readonly itemMeans: readonly number[];
  readonly alphaPairwise: readonly number[];
  readonly alphaListwise: readonly number[];
  readonly completeRows: number;
  readonly correlationsOfFirstItem: readonly number[];
  readonly rwgjMean: readonly number[];
  readonly scales: readonly ScaleValues[];
}

export function readCheckValues(): CheckValues {
  return JSON.parse(readFileSync(new URL('check-values.json', import.meta.url), 'utf8')) as CheckValues;
}

/** The largest difference between two rows of figures, as a share of the expected ones; infinite where one is missing. */
export function largestDifference(actual: readonly (number | null | undefined)[], expected: readonly number[]): number {
  return expected.reduce((largest, value, at) => {
    const other = actual[at];
    return Math.max(largest, typeof other === 'number' ? Math.abs(other - value) / Math.abs(value) : Infinity);
  }, 0);
}

/** The largest relative difference from the check values; null where the answers are others. */
export function checkSixFigures(
  figures: SixFigures,
  columns: readonly OptionColumn[],
  digests: CheckValues['digests'],
): number | null {
  const check = readCheckValues();
  if (digests.items !== check.digests.items || digests.teams !== check.digests.teams) return null;
  const items = columns.map(itemStatistics);
  const scored = figures.scores.map((scores) => {
    let n = 0;
    let sum = 0;
    for (const score of scores) {
      if (Number.isNaN(score)) continue;
      n += 1;
      sum += score;
    }
    return { n, mean: sum / n };
  });
  const compared = figures.intraclass.map(({ groups, k0, icc1, icc2, F }, scale) => ({
    groups,
    ...scored[scale],
    k0: k0.value,
    icc1: icc1.value,
    icc2: icc2.value,
    F: F.value,
  }));
  return Math.max(
    largestDifference([items.reduce((sum, { missing }) => sum + missing, 0)], [check.missing]),
    largestDifference(
      items.map(({ mean }) => mean.value),
      check.itemMeans,
    ),
    largestDifference(
      figures.alphas.map(({ value }) => value),
      check.alphaPairwise,
    ),
    largestDifference(
      (figures.correlations[0] ?? []).map(({ value }) => value),
      check.correlationsOfFirstItem,
    ),
    largestDifference(
      figures.agreement.map(({ mean }) => mean.value),
      check.rwgjMean,
    ),
    ...check.scales.map((expected, scale) => {
      const names = ['n', 'groups', 'mean', 'k0', 'icc1', 'icc2', 'F'] as const;
      return largestDifference(
        names.map((name) => compared[scale]?.[name]),
        names.map((name) => expected[name]),
      );
    }),
  );
}
