import { rakedSample, weightedMean } from '@lerend/psychometrics';
import { analysed, scaleScores } from '../analysed.ts';
import type { Analysed, DataRequest } from '../analysed.ts';
import { comparisonsWith } from '../comparison.ts';
import type { Comparison } from '../comparison.ts';
import { apiclus1, bfi, bhr2000, inventedWeighting } from '../data-requests.ts';
import { figure, numbers, readFixture } from '../fixture.ts';
import type { Figures } from '../fixture.ts';

type Margins = Readonly<Record<string, Readonly<Record<string, number>>>>;

const requestOf = (margins: Margins) =>
  Object.entries(margins).map(([column, totals]) => ({ column, totals: new Map(Object.entries(totals)) }));

/** The document's `weighting` of one scale; columns that the file lacks are made from others first. */
async function weighted(request: DataRequest, scale: string, margins: Margins) {
  const asked = Object.keys(margins).map((name) => ({ name, option: 'margins', kind: 'label' }) as const);
  const scales = Object.fromEntries(Object.entries(request.scales).filter(([id]) => id === scale));
  const { document } = await analysed({ ...request, scales, asked, options: { margins: requestOf(margins) } });
  const { weighting } = document;
  if (weighting === undefined) throw new Error('No weighting.');
  return weighting;
}

function addWeighting(from: ReturnType<typeof comparisonsWith>, values: Figures, ours: Awaited<ReturnType<typeof weighted>>): void {
  const [scale] = ours.scales;
  const what = scale?.id ?? '';
  from.add('weighting n', what, figure(values, 'n'), ours.n);
  from.add('Kish design effect', what, figure(values, 'kish_deff'), ours.kishDesignEffect);
  from.add('effective n', what, figure(values, 'n_eff'), ours.effectiveN);
  from.add('raked weights', `${what} least`, figure(values, 'min_w'), ours.minWeight);
  from.add('raked weights', `${what} most`, figure(values, 'max_w'), ours.maxWeight);
  from.add('unweighted mean', what, figure(values, 'unweighted_mean'), scale?.unweightedMean);
  from.add('raked mean', what, figure(values, 'raked_mean'), scale?.weightedMean);
  from.add('raked mean se', what, figure(values, 'raked_se'), scale?.se);
}

/** survey's `rake` and `svymean`, through the document's `weighting`. */
export async function compareWeighting(): Promise<Comparison[]> {
  const ofBfi = comparisonsWith(readFixture('bfi.weighting'));
  const bfiMargins = { gender: { 1: 1100, 2: 1477 }, education: { 1: 300, 2: 400, 3: 1000, 4: 477, 5: 400 } };
  addWeighting(ofBfi, readFixture('bfi.weighting').values, await weighted(bfi, 'C', bfiMargins));
  const ofBhr = comparisonsWith(readFixture('bhr2000.weighting'));
  const banded = {
    ...bhr2000,
    data: 'bhr2000',
    add: {
      hrsband: (cells: Readonly<Record<string, string>>) =>
        Number(cells.HRS) <= 9 ? 'low' : Number(cells.HRS) <= 12 ? 'mid' : 'high',
      relig2: (cells: Readonly<Record<string, string>>) => (Number(cells.RELIG) <= 2 ? 'le2' : 'gt2'),
    },
  };
  const bhrMargins = { hrsband: { low: 2000, mid: 2500, high: 900 }, relig2: { le2: 3000, gt2: 2400 } };
  addWeighting(ofBhr, readFixture('bhr2000.weighting').values, await weighted(banded, 'score', bhrMargins));
  return [...ofBfi.list, ...ofBhr.list, ...(await compareInvented()), ...(await compareClusters())];
}

/** Three margins that go together, answers missing, people in units or in none (r/weighting.R). */
async function compareInvented(): Promise<Comparison[]> {
  const fixture = readFixture('weighting.raking');
  const { list, add } = comparisonsWith(fixture);
  const margins = {
    sex: { f: 4100, m: 5200, x: 700 },
    age: { old: 5500, young: 4500 },
    site: { 1: 3000, 2: 2500, 3: 2500, 4: 2000 },
  };
  const asked = Object.keys(margins).map((name) => ({ name, option: 'margins', kind: 'label' }) as const);
  const { document } = await analysed({ ...inventedWeighting, asked, options: { margins: requestOf(margins) } });
  const { weighting } = document;
  add('weighting n', 'invented', figure(fixture.values, 'n'), weighting?.n);
  add('Kish design effect', 'invented', figure(fixture.values, 'kish'), weighting?.kishDesignEffect);
  add('raked weights', 'invented least', figure(fixture.values, 'min'), weighting?.minWeight);
  add('raked weights', 'invented most', figure(fixture.values, 'max'), weighting?.maxWeight);
  for (const scale of weighting?.scales ?? []) {
    const expected = (name: string) => figure(fixture.values, 'scales', scale.id, name);
    add('weighting n', scale.id, expected('n'), scale.n);
    add('unweighted mean', scale.id, expected('unweighted'), scale.unweightedMean);
    add('raked mean', scale.id, expected('weighted'), scale.weightedMean);
    add('raked mean se', scale.id, expected('se'), scale.se);
    add('raked mean se (clusters)', scale.id, expected('seClustered'), scale.seClustered);
  }
  return list;
}

/** A sample of districts, every school in them: clusters from a finite population (survey's own example). */
async function compareClusters(): Promise<Comparison[]> {
  const fixture = readFixture('api.raking_apiclus1');
  const { list, add, addAll } = comparisonsWith(fixture);
  const columns = ['stype', 'sch.wide'];
  const ours: Analysed = await analysed({
    ...apiclus1,
    asked: columns.map((name) => ({ name, option: 'margins', kind: 'label' }) as const),
  });
  const totals: Margins = { stype: { E: 4421, H: 755, M: 1018 }, 'sch.wide': { No: 1072, Yes: 5122 } };
  const margins = columns.map((column) => {
    const { names, codes } = ours.table.labels?.get(column) ?? { names: [], codes: new Int32Array() };
    return { values: codes, totals: Float64Array.from(names, (name) => totals[column]?.[name] ?? Number.NaN) };
  });
  const districts = { unit: ours.table.path, count: ours.table.paths.length };
  const scores = scaleScores(ours, 'api00');
  for (const [name, used] of [['raked', margins], ['post', margins.slice(0, 1)]] as const) {
    const sample = rakedSample(used, scores.length).value;
    const found = sample === null ? null : weightedMean(scores, sample, districts, 757);
    add('raked mean (clusters)', name, figure(fixture.values, name, 'mean'), found?.mean);
    add('raked mean se (clusters)', name, figure(fixture.values, name, 'se'), found?.standardError.value);
    if (name === 'raked')
      addAll('raked weights', name, numbers(fixture.values, 'weights_first10'), Array.from(sample?.weights ?? []));
  }
  return list;
}

