import { completeRows, covarianceMatrix, oneFactorModel, pairMoments } from '@lerend/psychometrics';
import { analysed, scaleColumns, scaleOf } from '../analysed.ts';
import { comparisonsWith } from '../comparison.ts';
import type { Comparison } from '../comparison.ts';
import { bfi, bhr2000, cohesion, holzinger, sai } from '../data-requests.ts';
import { branch, figure, numbers, readFixture } from '../fixture.ts';

/** psych's `alpha`: pairwise, listwise, Feldt's interval, and what each item does. */
export async function compareAlpha(): Promise<Comparison[]> {
  const results = [];
  for (const request of [bhr2000, bfi, cohesion, sai, holzinger]) {
    const fixture = readFixture(`${request.data}.alpha`);
    const { list, add, addAll } = comparisonsWith(fixture);
    const ours = await analysed(request);
    for (const name of Object.keys(fixture.values)) {
      const { alpha, itemStatistics } = scaleOf(ours, name === 'LEADERSHIP' ? 'score' : name);
      const expected = branch(fixture.values, name, 'pairwise');
      add('alpha n', name, figure(expected, 'n'), alpha.n);
      add('alpha pairwise', name, figure(expected, 'raw_alpha'), alpha.pairwise);
      add('alpha listwise', name, figure(fixture.values, name, 'listwise', 'raw_alpha'), alpha.listwise);
      addAll('alpha ci95', name, numbers(expected, 'feldt95'), alpha.ci95);
      for (const id of Object.keys(branch(expected, 'items'))) {
        const item = itemStatistics.find((each) => each.id === id);
        add('itemRest', `${name} ${id}`, figure(expected, 'items', id, 'r_drop'), item?.itemRest);
        add('alphaIfDropped', `${name} ${id}`, figure(expected, 'items', id, 'alpha_if_deleted'), item?.alphaIfDropped);
      }
    }
    results.push(...list);
  }
  return results;
}

/** lavaan's one-factor model, and omega total from it. */
export async function compareOmega(): Promise<Comparison[]> {
  const results = [];
  for (const request of [bhr2000, bfi, holzinger]) {
    const fixture = readFixture(`${request.data}.omega`);
    const { list, add } = comparisonsWith(fixture);
    const ours = await analysed(request);
    for (const name of Object.keys(branch(fixture.values, 'scales'))) {
      const id = name === 'ALL' ? 'score' : name;
      const expected = branch(fixture.values, 'scales', name);
      add('omegaTotal', name, figure(expected, 'omega_total_cfa'), scaleOf(ours, id).omegaTotal);
      const columns = scaleColumns(ours, id);
      const complete = completeRows(columns);
      const covariances = covarianceMatrix(pairMoments(columns, complete));
      // lavaan divides the covariances by n, we by n − 1: the same model in other units.
      const n = complete.reduce((sum, row) => sum + row, 0);
      const shrink = (n - 1) / n;
      const model = covariances.value === null ? null : oneFactorModel(covariances.value).value;
      scaleOf(ours, id).items.forEach((item, index) => {
        add('one-factor loadings', `${name} ${item}`, figure(expected, 'loadings', item), (model?.loadings[index] ?? 0) * Math.sqrt(shrink));
        add('one-factor residuals', `${name} ${item}`, figure(expected, 'residual_variances', item), (model?.residualVariances[index] ?? 0) * shrink);
      });
    }
    results.push(...list);
  }
  return results;
}
