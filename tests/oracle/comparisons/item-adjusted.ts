import { answersByPerson, itemAdjustedScores, itemMeans, unitSums } from '@lerend/psychometrics';
import { analysed, scaleColumns } from '../analysed.ts';
import { comparisonsWith } from '../comparison.ts';
import type { Comparison } from '../comparison.ts';
import { bhr2000 } from '../data-requests.ts';
import { figure, numbers, readFixture } from '../fixture.ts';

/** The drawing of `scripts/bhr2000-parts.R`: pair by pair, every eleventh person only the first of it. */
const pairs = [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]] as const;

/** lme4's item means when each person answered two of four items, and what scores follow from them. */
export async function compareItemAdjusted(): Promise<Comparison[]> {
  const fixture = readFixture('bhr2000.item_adjusted');
  const { list, add, addAll } = comparisonsWith(fixture);
  const ours = await analysed(bhr2000);
  const columns = scaleColumns(ours, 'AP').map((column, item) => {
    if (column.kind !== 'options') throw new Error('not options');
    const codes = column.codes.map((code, row) => {
      const [first, second] = pairs[row % 6] ?? [0, 0];
      return item === first || (item === second && (row + 1) % 11 !== 0) ? code : 0;
    });
    return { ...column, codes };
  });
  const personVariance = figure(fixture.values, 'personVariance') ?? 0;
  const residualVariance = figure(fixture.values, 'residualVariance') ?? 0;
  const atTheirs = itemMeans(answersByPerson(columns), personVariance / residualVariance);
  addAll('item means, drawn items', 'AP', numbers(fixture.values, 'itemMeans'), atTheirs.map((mean) => mean ?? Number.NaN));
  const middle = atTheirs.reduce<number>((sum, mean) => sum + (mean ?? 0), 0) / atTheirs.length;
  // With R's own ratio there is nothing left to differ; ours is by moments, and what that changes is held below.
  const scored = itemAdjustedScores(columns);
  const shift = scored.itemMeans.map((mean, item) => Math.abs((mean ?? 0) - (atTheirs[item] ?? 0)));
  list.push({ fixture: fixture.name, statistic: 'item means, ratio by moments', what: 'AP', expected: 0, actual: Math.max(...shift), allowed: 0.002 });
  list.push({ fixture: fixture.name, statistic: 'variances by moments (REML beside it)', what: 'person', expected: personVariance, actual: scored.variances.person.value, allowed: 0.05 });
  list.push({ fixture: fixture.name, statistic: 'variances by moments (REML beside it)', what: 'residual', expected: residualVariance, actual: scored.variances.residual.value, allowed: 0.05 });
  const theirScores = scoresAt(columns, atTheirs.map((mean) => (mean ?? 0) - middle));
  const sums = unitSums(theirScores, { unit: ours.table.path, count: ours.table.paths.length });
  addAll('unit means, drawn items', 'AP', numbers(fixture.values, 'groupMeans'), [...sums.means].slice(0, 5));
  add('mean score, drawn items', 'AP', figure(fixture.values, 'meanScore'), theirScores.reduce((sum, score) => sum + score, 0) / theirScores.length);
  return list;
}

function scoresAt(columns: readonly { readonly codes: ArrayLike<number> }[], effects: readonly number[]): Float64Array {
  const people = columns[0]?.codes.length ?? 0;
  return Float64Array.from({ length: people }, (_, row) => {
    const given = columns.flatMap(({ codes }, item) => ((codes[row] ?? 0) > 0 ? [(codes[row] ?? 0) - (effects[item] ?? 0)] : []));
    return given.reduce((sum, one) => sum + one, 0) / given.length;
  });
}
