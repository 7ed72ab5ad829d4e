import type { ContractDocument } from '@lerend/analysis';
import { analysed } from '../analysed.ts';
import { comparisonsWith } from '../comparison.ts';
import type { Comparison } from '../comparison.ts';
import { bfi, bhr2000Areas, holzinger, made, saiSigns } from '../data-requests.ts';
import type { DataRequest } from '../analysed.ts';
import { branch, figure, numbers, readFixture, rows } from '../fixture.ts';
import type { Figures } from '../fixture.ts';

type Model = ContractDocument['model'];
type Add = ReturnType<typeof comparisonsWith>['add'];

/** Only these scales of a request. */
function only(request: DataRequest, ...ids: readonly string[]): DataRequest {
  return { ...request, scales: Object.fromEntries(ids.map((id) => [id, request.scales[id] ?? []])) };
}

const holzingerThree = only(holzinger, 'visual', 'textual', 'speed');

const MODELS: Readonly<Record<string, DataRequest>> = {
  'HolzingerSwineford1939.cfa_one_factor': only(holzinger, 'all'),
  'HolzingerSwineford1939.cfa_three_factor': holzingerThree,
  'bfi.cfa_five_factor': bfi,
  'bfi.cfa_one_factor_A': only(bfi, 'A'),
  'bfi.cfa_one_factor_N': only(bfi, 'N'),
  'bhr2000.cfa_one_factor': only(bhr2000Areas, 'all'),
  'bhr2000.cfa_three_factor': only(bhr2000Areas, 'AF', 'AP', 'AS'),
  'sai.cfa_two_factor': saiSigns,
};

function compareFit(add: Add, method: string, what: string, expected: Figures, model: Model): void {
  add(`${method}: n, df`, `${what} n`, figure(expected, 'ntotal'), model.n);
  add(`${method}: n, df`, `${what} df`, figure(expected, 'df'), model.df);
  add(`${method}: chi-square`, what, figure(expected, 'chisq'), model.chisq);
  add(`${method}: p`, what, figure(expected, 'pvalue'), model.p);
  for (const name of ['cfi', 'tli', 'rmsea', 'srmr'] as const) {
    add(`${method}: CFI, TLI, RMSEA, SRMR`, `${what} ${name}`, figure(expected, name), model[name]);
  }
  add(`${method}: interval of RMSEA`, `${what} lower`, figure(expected, 'rmsea.ci.lower'), model.rmseaCi90?.[0]);
  add(`${method}: interval of RMSEA`, `${what} upper`, figure(expected, 'rmsea.ci.upper'), model.rmseaCi90?.[1]);
}

/** lavaan's `std.all`; a factor keyed the other way there (by its first item) has its signs turned. */
function compareParameters(add: Add, method: string, expected: readonly Figures[], document: ContractDocument, model: Model): void {
  const byId = new Map(model.loadings?.flat().map(({ id, loading }) => [id, loading]));
  const factors = document.scales.map(({ id }) => id);
  const place = (name: unknown): number => (factors.length === 1 ? 0 : factors.indexOf(String(name)));
  const turned = factors.map(() => 1);
  for (const row of expected) {
    if (row.op !== '=~' || (figure(row, 'std.all') ?? 0) * (byId.get(String(row.rhs)) ?? 0) >= 0) continue;
    turned[place(row.lhs)] = -1;
  }
  for (const row of expected) {
    const value = figure(row, 'std.all') ?? 0;
    const what = `${String(row.lhs)} ${String(row.op)} ${String(row.rhs)}`;
    if (row.op === '=~') {
      add(`${method}: loadings`, what, value * (turned[place(row.lhs)] ?? 1), byId.get(String(row.rhs)));
    } else if (row.op === '~~' && row.lhs !== row.rhs) {
      const [f, h] = [place(row.lhs), place(row.rhs)];
      const sign = (turned[f] ?? 1) * (turned[h] ?? 1);
      add(`${method}: factor correlations`, what, value * sign, model.factorCorrelations?.[f]?.[h]);
    }
  }
}

/** lavaan's `cfa`, listwise. */
export async function compareModels(): Promise<Comparison[]> {
  const results = [];
  for (const [name, request] of Object.entries(MODELS)) {
    const fixture = readFixture(name);
    const { list, add } = comparisonsWith(fixture);
    const { document } = await analysed(request);
    compareFit(add, 'model', name, branch(fixture.values, 'ml', 'fit'), document.model);
    compareParameters(add, 'model', rows(fixture.values, 'ml', 'parameters'), document, document.model);
    results.push(...list);
  }
  return results;
}

/** lavaan's `cfa(missing = "ml")`. */
export async function compareFiml(): Promise<Comparison[]> {
  const results = [];
  for (const [name, request] of Object.entries(MODELS)) {
    const fixture = readFixture(name);
    if (!('fiml' in fixture.values)) continue;
    const { list, add } = comparisonsWith(fixture);
    const { document } = await analysed(request);
    compareFit(add, 'FIML', name, branch(fixture.values, 'fiml', 'fit'), document.modelFiml);
    compareParameters(add, 'FIML', rows(fixture.values, 'fiml', 'parameters'), document, document.modelFiml);
    results.push(...list);
  }
  return results;
}

const byColumn = (request: DataRequest, name: string): DataRequest => ({
  ...request,
  asked: [{ name, option: 'invariance', kind: 'label' }],
  options: { invariance: name },
});

const INVARIANCE: Readonly<Record<string, DataRequest>> = {
  'HolzingerSwineford1939.invariance': byColumn(holzingerThree, 'school'),
  'bfi.invariance': byColumn(only(bfi, 'A', 'N'), 'gender'),
};

/** lavaan's `cfa(group, group.equal)` and `lavTestLRT`. */
export async function compareInvariance(): Promise<Comparison[]> {
  const results = [];
  for (const [name, request] of Object.entries(INVARIANCE)) {
    const fixture = readFixture(name);
    const { list, add, addAll } = comparisonsWith(fixture);
    const { invariance } = (await analysed(request)).document;
    const sizes = invariance?.groupSizes.map(({ n }) => n).sort((a, b) => a - b);
    addAll('invariance: n, df', name, [...numbers(fixture.values, 'groups')].sort((a, b) => a - b), sizes);
    const lrt = rows(fixture.values, 'lrt');
    for (const model of invariance?.models ?? []) {
      const what = `${name} ${model.level}`;
      const expected = branch(fixture.values, 'models', model.level, 'fit');
      compareFit(add, 'invariance', what, expected, { ...model, n: invariance?.n ?? 0, loadings: null, factorCorrelations: null });
      if (model.deltaChisq === undefined) continue;
      const step = lrt.find((row) => row.model === model.level) ?? {};
      add('invariance: differences', `${what} chi-square`, figure(step, 'chisq_diff'), model.deltaChisq);
      add('invariance: differences', `${what} df`, figure(step, 'df_diff'), model.deltaDf);
      add('invariance: differences', `${what} p`, figure(step, 'p'), model.deltaP);
      const deltas = branch(fixture.values, 'delta', model.level);
      add('invariance: differences', `${what} CFI`, figure(deltas, 'cfi'), model.deltaCfi);
      add('invariance: differences', `${what} RMSEA`, figure(deltas, 'rmsea'), model.deltaRmsea);
      add('invariance: differences', `${what} SRMR`, figure(deltas, 'srmr'), model.deltaSrmr);
    }
    results.push(...list);
  }
  return results;
}

/** The same three on made data: scales of two items, gaps, other scales of answers and units, near copies. */
export async function compareMade(): Promise<Comparison[]> {
  const results = [];
  for (const request of Object.values(made)) {
    const fixture = readFixture(`${request.data}.models`);
    const { list, add } = comparisonsWith(fixture);
    const { document } = await analysed(byColumn(request, 'group'));
    compareFit(add, 'made: listwise', request.data, branch(fixture.values, 'ml'), document.model);
    compareFit(add, 'made: FIML', request.data, branch(fixture.values, 'fiml'), document.modelFiml);
    for (const model of document.invariance?.models ?? []) {
      const ours = { ...model, n: document.invariance?.n ?? 0, loadings: null, factorCorrelations: null };
      compareFit(add, 'made: invariance', `${request.data} ${model.level}`, branch(fixture.values, 'models', model.level), ours);
    }
    results.push(...list);
  }
  return results;
}

/** semTools' `htmt`, from `r/htmt.R`. */
export async function compareHtmt(): Promise<Comparison[]> {
  const results = [];
  for (const request of [holzingerThree, bfi, only(bhr2000Areas, 'AF', 'AP', 'AS'), saiSigns]) {
    const fixture = readFixture(`${request.data}.htmt`);
    const { list, addAll } = comparisonsWith(fixture);
    const { document } = await analysed(request);
    const expected = numbers(fixture.values, 'htmt') as unknown as readonly (readonly number[])[];
    expected.forEach((row, f) =>
      addAll('HTMT', `${request.data} ${f}`, row, document.correlations.htmt[f] as readonly number[]),
    );
    results.push(...list);
  }
  return results;
}
