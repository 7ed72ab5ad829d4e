import { randomInterceptModel, unitSums } from '@lerend/psychometrics';
import { analysed, groupScaleOf, scaleOf, scaleScores } from '../analysed.ts';
import type { Analysed, DataRequest } from '../analysed.ts';
import { comparisonsWith } from '../comparison.ts';
import type { Comparison } from '../comparison.ts';
import { apipop, bh1996, bhr2000, bhr2000Hours, cohesion, sai } from '../data-requests.ts';
import { figure, readFixture, rows } from '../fixture.ts';

function model(ours: Analysed, id: string) {
  const units = { unit: ours.table.path, count: ours.table.paths.length };
  const fitted = randomInterceptModel(unitSums(scaleScores(ours, id), units)).value;
  if (fitted === null) throw new Error(`No model for ${id}.`);
  return fitted;
}

/** Names in the document beside the names in the fixture. */
const analysisOfVariance = [
  ['meanGroupSize', 'mean_group_size'], ['k0', 'k0'], ['msBetween', 'ms_between'], ['msWithin', 'ms_within'],
  ['dfBetween', 'df_between'], ['dfWithin', 'df_within'], ['F', 'F'], ['p', 'p'], ['icc1', 'icc1_k0'], ['icc2', 'icc2_multilevel'],
] as const;

/** R's `aov`, multilevel's ICC, and lme4's variances. */
export async function compareIntraclass(): Promise<Comparison[]> {
  const results = [];
  const requests: readonly DataRequest[] = [bhr2000, bhr2000Hours, bh1996, cohesion, sai, apipop];
  for (const request of requests) {
    const fixture = readFixture(`${request.data}.icc`);
    const { list, add } = comparisonsWith(fixture);
    const reml = comparisonsWith({ ...fixture, tolerance: { abs: 1e-5, rel: 1e-5 } });
    const ours = await analysed(request);
    for (const name of Object.keys(fixture.values)) {
      const id = name === 'score' && request.data === 'sai' ? 'state_anxiety' : name;
      if (request.scales[id] === undefined) continue;
      const { agreement } = scaleOf(ours, id);
      add('agreement groups', name, figure(fixture.values, name, 'groups'), agreement?.groups);
      for (const [our, their] of analysisOfVariance) add(our, name, figure(fixture.values, name, their), agreement?.[our]);
      const p = figure(fixture.values, name, 'p') ?? 0;
      if (p > 0) add('ln p', name, Math.log(p), Math.log(agreement?.p ?? 0));
      const fitted = model(ours, id);
      reml.add('REML variance between', name, figure(fixture.values, name, 'reml', 'tau00'), fitted.betweenVariance);
      reml.add('REML variance within', name, figure(fixture.values, name, 'reml', 'sigma2'), fitted.withinVariance);
      reml.add('REML grand mean', name, figure(fixture.values, name, 'reml', 'grand_mean'), fitted.grandMean);
      reml.add('REML grand mean se', name, figure(fixture.values, name, 'reml', 'grand_mean_se'), fitted.grandMeanStandardError);
    }
    results.push(...list, ...reml.list);
  }
  return results;
}

/** lme4's empirical Bayes means of the units. */
export async function compareShrinkage(): Promise<Comparison[]> {
  const results = [];
  for (const request of [bhr2000, bh1996, apipop]) {
    const fixture = readFixture(`${request.data}.shrinkage`);
    const { list, add } = comparisonsWith(fixture);
    const ours = await analysed(request);
    for (const id of Object.keys(fixture.values).filter((name) => request.scales[name] !== undefined)) {
      const fitted = model(ours, id);
      for (const row of rows(fixture.values, id, 'groups')) {
        const unit = String(row.group);
        const place = ours.table.paths.findIndex((path) => path[0] === unit);
        add('shrunkMean', `${id} ${unit}`, figure(row, 'eb_mean'), groupScaleOf(ours, unit, id).shrunkMean);
        add('conditional sd', `${id} ${unit}`, figure(row, 'cond_sd'), fitted.conditionalSds[place]);
      }
    }
    results.push(...list);
  }
  return results;
}
