import { clusterSampleMean, clusteredMean, finitePopulationMean, unitSums } from '@lerend/psychometrics';
import { analysed, scaleOf, scaleScores } from '../analysed.ts';
import type { DataRequest } from '../analysed.ts';
import { comparisonsWith } from '../comparison.ts';
import type { Comparison } from '../comparison.ts';
import { apiclus1, apiclus2, apisrs, apistrat, bh1996, bhr2000 } from '../data-requests.ts';
import { figure, numbers, readFixture, rows } from '../fixture.ts';

/** The interval without `--group`: people independent. */
function withoutUnits({ data, scales, response }: DataRequest): DataRequest {
  return { data, scales, response };
}

/** survey's `svymean`: units as clusters; as strata with the finite-population correction; and neither. */
export async function compareIntervals(): Promise<Comparison[]> {
  const results = [];
  for (const request of [bhr2000, bh1996]) {
    const fixture = readFixture(`${request.data}.ci_clustered`);
    const { list, add, addAll } = comparisonsWith(fixture);
    const ours = await analysed(request);
    const plain = await analysed(withoutUnits(request));
    const units = { unit: ours.table.path, count: ours.table.paths.length };
    for (const id of Object.keys(fixture.values).filter((name) => request.scales[name] !== undefined)) {
      const sums = unitSums(scaleScores(ours, id), units);
      const heads = sums.n.map((n) => Math.ceil(n / 0.7));
      const finite = finitePopulationMean(sums, heads).value;
      addAll('ci95 (clusters)', id, numbers(fixture.values, id, 'svy_ci95'), scaleOf(ours, id).ci95);
      addAll('ci95 (independent)', id, numbers(fixture.values, id, 'srs_ci95'), scaleOf(plain, id).ci95);
      addAll('ci95Finite', id, numbers(fixture.values, id, 'fpc_strat', 'ci95'), scaleOf(ours, id).ci95Finite);
      add('se (clusters)', id, figure(fixture.values, id, 'svy_se'), clusteredMean(sums).value?.standardError);
      add('se (finite)', id, figure(fixture.values, id, 'fpc_strat', 'se'), finite?.standardError);
      add('mean (finite)', id, figure(fixture.values, id, 'fpc_strat', 'mean'), finite?.mean);
    }
    results.push(...list);
  }
  return results;
}

/** Schools in California: a stratified and a simple random sample from a known population (survey's own example). */
export async function compareFinitePopulation(): Promise<Comparison[]> {
  const fixture = readFixture('api.fpc_designs');
  const { list, add, addAll } = comparisonsWith(fixture);
  const strata = await analysed(apistrat);
  for (const row of rows(fixture.values, 'strat')) {
    addAll('ci95Finite', String(row.var), numbers(row, 'ci95'), scaleOf(strata, String(row.var)).ci95Finite);
  }
  const simple = await analysed(apisrs);
  const everyone = { unit: new Int32Array(simple.table.rows), count: 1 };
  for (const row of rows(fixture.values, 'srs')) {
    const sums = unitSums(scaleScores(simple, String(row.var)), everyone);
    const ours = finitePopulationMean(sums, Float64Array.of(6194)).value;
    add('mean (finite)', String(row.var), figure(row, 'mean'), ours?.mean);
    add('se (finite)', String(row.var), figure(row, 'se'), ours?.standardError);
    addAll('ci95Finite', String(row.var), numbers(row, 'ci95'), ours?.interval);
  }
  return [...list, ...(await compareClusterSamples())];
}

/** Districts drawn, and in them every school, or some. */
async function compareClusterSamples(): Promise<Comparison[]> {
  const fixture = readFixture('api.fpc_designs');
  const { list, add, addAll } = comparisonsWith(fixture);
  const designs = [
    { name: 'clus1', ours: await analysed(apiclus1) },
    { name: 'clus2', ours: await analysed(apiclus2) },
  ];
  for (const { name, ours } of designs) {
    const { table } = ours;
    const schools = table.numbers?.get('fpc2');
    const heads = schools === undefined ? null : new Float64Array(table.paths.length);
    schools?.forEach((count, row) => heads?.set([count], table.path[row] ?? 0));
    for (const row of rows(fixture.values, name)) {
      const sums = unitSums(scaleScores(ours, String(row.var)), { unit: table.path, count: table.paths.length });
      const found = clusterSampleMean(sums, 757, heads).value;
      add('mean (clusters of a finite population)', `${name} ${String(row.var)}`, figure(row, 'mean'), found?.mean);
      add('se (clusters of a finite population)', `${name} ${String(row.var)}`, figure(row, 'se'), found?.standardError);
      addAll('interval (clusters of a finite population)', `${name} ${String(row.var)}`, numbers(row, 'ci95'), found?.interval);
    }
  }
  return list;
}
