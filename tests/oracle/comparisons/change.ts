import { analyseFile } from '@lerend/analysis';
import type { FileTable } from '@lerend/analysis';
import type { AnalysisInstrument } from '@lerend/instrument';
import { differenceInDifferences, unpairedDifference } from '@lerend/psychometrics';
import { analysed, scaleScores } from '../analysed.ts';
import { comparisonsWith } from '../comparison.ts';
import type { Comparison } from '../comparison.ts';
import { bfi, bh1996, bhr2000, saiWaves, satAct } from '../data-requests.ts';
import { branch, figure, numbers, readFixture, rows } from '../fixture.ts';
import type { Figures } from '../fixture.ts';

const title = { nl: 'sai', en: 'sai' };
const waves: AnalysisInstrument = {
  id: 'sai',
  title,
  response: { min: 1, max: 4, integer: false },
  scales: [{ id: 'anxiety', title, items: [{ id: 'score' }] }],
};

/** One occasion of the file as a table of its own. */
function occasion(table: FileTable, column: string): FileTable {
  const score = table.columns.get(column);
  if (score === undefined) throw new Error(`No column ${column}.`);
  return { ...table, columns: new Map([['score', score]]) };
}

/** R's paired and Welch t tests on two occasions, through the document's `change`. */
export async function compareChange(): Promise<Comparison[]> {
  const fixture = readFixture('sai.change');
  const { list, add, addAll } = comparisonsWith(fixture);
  const { table } = await analysed(saiWaves);
  const previous = { table: occasion(table, 'score_t1'), idColumn: 'key' };
  const options = { minimumGroup: 1, population: null, isBuiltIn: false, previous };
  const change = analyseFile(occasion(table, 'score_t2'), waves, options).change?.[0];
  const { values } = fixture;
  add('paired n', 'sai', figure(values, 'n_pairs'), change?.paired?.n);
  add('paired difference', 'sai', figure(values, 'mean_diff'), change?.paired?.meanDifference);
  add('paired sd', 'sai', figure(values, 'sd_diff'), change?.paired?.sd);
  add('paired t', 'sai', figure(values, 't'), change?.paired?.t);
  add('paired df', 'sai', figure(values, 'df'), change?.paired?.df);
  add('paired p', 'sai', figure(values, 'p'), change?.paired?.p);
  addAll('paired ci95', 'sai', numbers(values, 'ci95'), change?.paired?.ci95);
  add('paired dz', 'sai', figure(values, 'd_z'), change?.paired?.dz);
  const sd = figure(values, 'sd_diff') ?? Number.NaN;
  const least = (1.96 * sd) / Math.sqrt(figure(values, 'n_pairs') ?? Number.NaN);
  add('minimal detectable change', 'sai', least, change?.minimalDetectableChange);
  add('Welch n', 'sai', figure(values, 'n1'), change?.unpaired.nBefore);
  add('Welch n', 'sai', figure(values, 'n2'), change?.unpaired.nNow);
  add('Welch difference', 'sai', figure(values, 'unpaired', 'diff'), change?.unpaired.difference);
  add('Welch t', 'sai', figure(values, 'unpaired', 't'), change?.unpaired.t);
  add('Welch df', 'sai', figure(values, 'unpaired', 'df'), change?.unpaired.df);
  add('Welch p', 'sai', figure(values, 'unpaired', 'p'), change?.unpaired.p);
  addAll('Welch ci95', 'sai', numbers(values, 'unpaired', 'ci95'), change?.unpaired.ci95);
  return list;
}

/** Differences between two groups; the fixtures take the first minus the second, we the second minus the first. */
function addDifference(from: ReturnType<typeof comparisonsWith>, what: string, expected: Figures, first: Float64Array, second: Float64Array): void {
  const ours = unpairedDifference(second, first).value;
  const [low = Number.NaN, high = Number.NaN] = numbers(expected, 'ci95');
  from.add('Welch n', what, figure(expected, 'n1'), ours?.n[1]);
  from.add('Welch n', what, figure(expected, 'n2'), ours?.n[0]);
  from.add('Welch t', what, figure(expected, 't'), ours?.t.value);
  from.add('Welch df', what, figure(expected, 'df'), ours?.df.value);
  from.add('Welch p', what, figure(expected, 'p'), ours?.p.value);
  from.add("Hedges' g", what, figure(expected, 'hedges_g'), ours?.hedgesG.value);
  if (expected.diff === undefined) return;
  from.add('Welch difference', what, figure(expected, 'diff'), ours?.difference);
  from.addAll('Welch ci95', what, [low, high], ours?.interval.value);
}

/** R's Welch tests and effectsize's Hedges' g: every pair of groups, each group and the rest, and men and women. */
export async function compareGroupDifferences(): Promise<Comparison[]> {
  const results: Comparison[] = [];
  const cases = [
    { request: bfi, scale: 'C', group: 'education' },
    { request: bh1996, scale: 'WBEING', group: 'GRP' },
    { request: bhr2000, scale: 'score', group: 'GRP' },
    { request: satAct, scale: 'ACT', group: 'education' },
  ];
  for (const { request, scale, group } of cases) {
    const fixture = readFixture(`${request.data}.group_differences`);
    const from = comparisonsWith(fixture);
    const ours = await analysed({ ...request, scales: { [scale]: request.scales[scale] ?? [] }, groups: [group] });
    const scores = scaleScores(ours, scale);
    const within = (keep: (unit: string) => boolean): Float64Array =>
      scores.filter((_, row) => {
        const path = ours.table.paths[ours.table.path[row] ?? -1];
        return path !== undefined && keep(path[0] ?? '');
      });
    for (const pair of fixture.values.pairs === undefined ? [] : rows(fixture.values, 'pairs')) {
      const [a, b] = [String(pair.a), String(pair.b)];
      addDifference(from, `${request.data} ${a}–${b}`, pair, within((unit) => unit === a), within((unit) => unit === b));
    }
    for (const row of rows(fixture.values, 'vs_rest')) {
      const name = String(row.group);
      addDifference(from, `${request.data} ${name}`, row, within((unit) => unit === name), within((unit) => unit !== name));
    }
    results.push(...from.list);
  }
  const fixture = readFixture('sat_act.cohen_d_gender');
  const from = comparisonsWith(fixture);
  const ours = await analysed({ ...satAct, groups: ['gender'] });
  const of = (scale: string, gender: string): Float64Array =>
    scaleScores(ours, scale).filter((_, row) => ours.table.paths[ours.table.path[row] ?? -1]?.[0] === gender);
  for (const name of Object.keys(fixture.values)) {
    const { ci95: _interval, ...expected } = branch(fixture.values, name);
    addDifference(from, `sat_act ${name}`, { ...expected, ci95: [] }, of(name, '1'), of(name, '2'));
  }
  return [...results, ...from.list];
}

/** The change of two sorts of studies: Welch on each person's change, and the difference of differences with clusters. */
export async function compareChangeScores(): Promise<Comparison[]> {
  const fixture = readFixture('sai.did');
  const { list, add, addAll } = comparisonsWith(fixture);
  const ours = await analysed(saiWaves);
  const [before, now] = [scaleScores(ours, 'score_t1'), scaleScores(ours, 'score_t2')];
  const treated = ['Fast', 'FILM', 'FLAT', 'XRAY', 'SHOP'];
  const changes = (isTreated: boolean): Float64Array =>
    now
      .map((score, row) => score - (before[row] ?? Number.NaN))
      .filter((_, row) => treated.includes(ours.table.paths[ours.table.path[row] ?? -1]?.[0] ?? '') === isTreated);
  const found = unpairedDifference(changes(false), changes(true)).value;
  addDifferences({ add }, fixture.values, ours.table, { before, now, treated });
  const at = ['balanced_change_scores'] as const;
  add('Welch n', 'sai change scores', figure(fixture.values, ...at, 'n_treat'), found?.n[1]);
  add('Welch n', 'sai change scores', figure(fixture.values, ...at, 'n_ctrl'), found?.n[0]);
  add('Welch difference', 'sai change scores', figure(fixture.values, ...at, 'did'), found?.difference);
  add('Welch t', 'sai change scores', figure(fixture.values, ...at, 'welch_t'), found?.t.value);
  add('Welch df', 'sai change scores', figure(fixture.values, ...at, 'df'), found?.df.value);
  add('Welch p', 'sai change scores', figure(fixture.values, ...at, 'p'), found?.p.value);
  addAll('Welch ci95', 'sai change scores', numbers(fixture.values, ...at, 'ci95'), found?.interval.value);
  return list;
}

function addDifferences(
  { add }: Pick<ReturnType<typeof comparisonsWith>, 'add'>,
  values: Figures,
  table: FileTable,
  { before, now, treated }: { readonly before: Float64Array; readonly now: Float64Array; readonly treated: readonly string[] },
): void {
  // Only studies that were held twice take part, as in the fixture.
  const isTwice = table.paths.map((_, study) => now.some((score, row) => table.path[row] === study && !Number.isNaN(score)));
  const inStudy = (scores: Float64Array) => scores.map((score, row) => (isTwice[table.path[row] ?? -1] === true ? score : Number.NaN));
  const isTreated = Uint8Array.from(table.path, (path) => (treated.includes(table.paths[path]?.[0] ?? '') ? 1 : 0));
  const person = Int32Array.from({ length: table.rows }, (_, row) => row);
  const byPerson = differenceInDifferences(inStudy(before), inStudy(now), isTreated, person).value;
  const byStudy = differenceInDifferences(inStudy(before), inStudy(now), isTreated, table.path).value;
  add('difference in differences', 'sai', figure(values, 'did'), byPerson?.difference);
  add('difference in differences se', 'sai, person', figure(values, 'cr1_se_id'), byPerson?.standardError);
  add('difference in differences se', 'sai, study', figure(values, 'cr1_se_group'), byStudy?.standardError);
  ['c0', 'c1', 't0', 't1'].forEach((cell, place) => {
    add('difference in differences n', cell, figure(values, 'cell_n', cell), byPerson?.n[place]);
  });
}
