import type { ContractDocument } from '@lerend/analysis';
import type { AskedColumn } from '../../../cli/analyse/other-columns.ts';
import { analysed } from '../analysed.ts';
import type { DataRequest } from '../analysed.ts';
import { comparisonsWith } from '../comparison.ts';
import type { Comparison } from '../comparison.ts';
import { bfi, bh1996, bhr2000, importance, swiss } from '../data-requests.ts';
import { branch, figure, numbers, readFixture } from '../fixture.ts';
import type { Figures } from '../fixture.ts';

type Drivers = NonNullable<ContractDocument['drivers']>[number];

const numberColumns = (option: 'outcome' | 'also', names: readonly string[]): AskedColumn[] =>
  names.map((name) => ({ name, option, kind: 'number' }));

async function drivers(request: DataRequest, outcome: string, also: readonly string[] = [], resamples = 0): Promise<Drivers> {
  const isScale = request.scales[outcome] !== undefined;
  const asked = [...numberColumns('outcome', isScale ? [] : [outcome]), ...numberColumns('also', also)];
  const options = { drivers: { outcomes: [outcome], also, resamples } };
  const { document } = await analysed({ ...request, asked, options });
  const found = document.drivers?.[0];
  if (found === undefined) throw new Error('No drivers.');
  return found;
}

const only = (request: DataRequest, ...ids: string[]): DataRequest => ({
  data: request.data,
  response: request.response,
  scales: Object.fromEntries(Object.entries(request.scales).filter(([id]) => ids.includes(id))),
  ...(request.reverse ? { reverse: request.reverse } : {}),
});

function addAll(from: ReturnType<typeof comparisonsWith>, values: Figures, ours: Drivers, nameOf: (id: string) => string): void {
  from.add('drivers n', ours.outcome, figure(values, 'n'), ours.n);
  from.add('drivers R²', ours.outcome, figure(values, 'r2'), ours.r2);
  const betas = values.std_beta === undefined ? 'beta' : 'std_beta';
  const johnson = values.johnson === undefined ? ['johnson_relative_weights', 'raw'] : ['johnson'];
  for (const { id, beta, shapley, johnson: weight } of ours.predictors) {
    from.add('drivers beta', id, figure(values, betas, nameOf(id)), beta);
    from.add('drivers shapley (LMG)', id, figure(values, 'lmg', nameOf(id)), shapley);
    from.add('drivers johnson', id, figure(values, ...johnson, nameOf(id)), weight);
  }
}

/** relaimpo's LMG, and Johnson's weights from the formula; and both by hand in R on invented data. */
export async function compareDrivers(): Promise<Comparison[]> {
  const cases = [
    { fixture: 'swiss.drivers', ours: await drivers(swiss, 'Fertility') },
    { fixture: 'bh1996.drivers', ours: await drivers(only(bh1996, 'HRS', 'LEAD', 'COHES'), 'WBEING') },
    { fixture: 'bhr2000.drivers', ours: await drivers(only(bhr2000, 'score'), 'score', ['HRS', 'RELIG']) },
    { fixture: 'bfi.drivers', ours: await drivers(bfi, 'N', ['age']), prefix: 'score_' },
  ];
  const results = cases.flatMap(({ fixture: name, ours, prefix = '' }) => {
    const fixture = readFixture(name);
    const from = comparisonsWith(fixture);
    addAll(from, fixture.values, ours, (id) => (id === 'age' ? id : `${prefix}${id}`));
    return from.list;
  });
  const invented = comparisonsWith(readFixture('importance.drivers'));
  addAll(invented, branch(readFixture('importance.drivers').values, 'invented'), await drivers(importance, 'y'), (id) => id);
  return [...results, ...invented.list];
}

/** The same intervals from other draws: the tolerance is what chance does to 4,000 resamples, here and in R. */
export async function compareImportanceIntervals(): Promise<Comparison[]> {
  const fixture = { ...readFixture('importance.drivers'), tolerance: { abs: 0.004, rel: 0.05 } };
  const { list, addAll: add } = comparisonsWith(fixture);
  const three = { ...only(importance, 'x1', 'x4', 'x9'), groups: ['unit'] };
  const cases = [
    { at: 'swiss_people', ours: await drivers(swiss, 'Fertility', [], 4000) },
    { at: 'units', ours: await drivers(three, 'y', [], 4000) },
  ];
  for (const { at, ours } of cases) {
    for (const { id, shapleyCi95, johnsonCi95 } of ours.predictors) {
      add('interval of shapley (bootstrap)', `${at} ${id}`, numbers(fixture.values, at, 'lmg', id), shapleyCi95);
      add('interval of johnson (bootstrap)', `${at} ${id}`, numbers(fixture.values, at, 'johnson', id), johnsonCi95);
    }
  }
  return list;
}
