import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ContractDocument } from '@lerend/analysis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { branch, figure, numbers, readFixture, rows } from './fixture.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const data = 'tests/oracle/data/bhr2000.csv';
const instrument = 'tests/oracle/instruments/bhr2000.json';

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function lerend(...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['cli/lerend.ts', ...args], { cwd: root });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => (stdout += piece));
    child.stderr.setEncoding('utf8').on('data', (piece: string) => (stderr += piece));
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

const folder = mkdtempSync(join(tmpdir(), 'lerend-analyse-'));
afterAll(() => rmSync(folder, { recursive: true }));

function within(actual: number | null | undefined, expected: number | null, tolerance: number): void {
  expect(Math.abs((actual ?? Number.NaN) - (expected ?? Number.NaN))).toBeLessThanOrEqual(tolerance * (1 + Math.abs(expected ?? 0)));
}

describe('lerend analyse on bhr2000: 5,400 soldiers, 99 companies, eleven items as one scale', () => {
  let document: ContractDocument;
  let scale: ContractDocument['scales'][number];

  beforeAll(async () => {
    const counts: Record<string, number> = {};
    for (const line of readFileSync(join(root, data), 'utf8').trimEnd().split(/\r?\n/).slice(1)) {
      const company = line.slice(0, line.indexOf(','));
      counts[company] = (counts[company] ?? 0) + 1;
    }
    const heads = Object.fromEntries(Object.entries(counts).map(([company, n]) => [company, Math.ceil(n / 0.7)]));
    const population = join(folder, 'population.json');
    writeFileSync(population, JSON.stringify(heads));
    const outcome = await lerend(
      'analyse', data, '--instrument', instrument, '--group', 'GRP', '--format', 'json', '--min-group', '1', '--population', population,
    );
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    document = JSON.parse(outcome.stdout) as ContractDocument;
    scale = document.scales[0] as typeof scale;
  });

  test('prints one JSON document with the names of the contract', () => {
    expect(document).toMatchObject({ version: 1, instrument: 'bhr2000', respondents: 5400, groupColumn: 'GRP', plan: [] });
    expect(document.groups).toHaveLength(99);
    expect(document.groups.every(({ published }) => published)).toBe(true);
  });

  test('the items are those of psych::describe', () => {
    const { values } = readFixture('bhr2000.describe');
    expect(document.items).toHaveLength(11);
    for (const { id, n, mean, sd, counts } of document.items) {
      expect(n).toBe(figure(values, id, 'n'));
      within(mean, figure(values, id, 'mean'), 1e-8);
      within(sd, figure(values, id, 'sd'), 1e-8);
      expect(counts).toEqual(Object.values(branch(values, id, 'counts')));
    }
  });

  test('the scale is that of psych, lavaan and survey', () => {
    const scores = branch(readFixture('bhr2000.scale_scores').values, 'LEADERSHIP', 'overall');
    within(scale.mean, figure(scores, 'mean'), 1e-8);
    within(scale.sd, figure(scores, 'sd'), 1e-8);
    const alpha = branch(readFixture('bhr2000.alpha').values, 'LEADERSHIP', 'pairwise');
    within(scale.alpha.pairwise, figure(alpha, 'raw_alpha'), 1e-8);
    numbers(alpha, 'feldt95').forEach((limit, index) => within(scale.alpha.ci95?.[index], limit, 1e-8));
    for (const item of scale.itemStatistics) within(item.itemRest, figure(alpha, 'items', item.id, 'r_drop'), 1e-8);
    within(scale.omegaTotal, figure(readFixture('bhr2000.omega').values, 'scales', 'ALL', 'omega_total_cfa'), 1e-5);
    const intervals = branch(readFixture('bhr2000.ci_clustered').values, 'score');
    numbers(intervals, 'svy_ci95').forEach((limit, index) => within(scale.ci95?.[index], limit, 1e-8));
    numbers(intervals, 'fpc_strat', 'ci95').forEach((limit, index) => within(scale.ci95Finite?.[index], limit, 1e-8));
  });

  test('the model is that of lavaan', () => {
    const fit = branch(readFixture('bhr2000.cfa_one_factor').values, 'ml', 'fit');
    for (const name of ['chisq', 'df', 'cfi', 'tli', 'rmsea', 'srmr'] as const) within(document.model[name], figure(fit, name), 1e-6);
    within(document.model.rmseaCi90?.[1], figure(fit, 'rmsea.ci.upper'), 1e-6);
    within(document.modelFiml.chisq, figure(readFixture('bhr2000.cfa_one_factor').values, 'fiml', 'fit', 'chisq'), 1e-6);
  });

  test('the companies are those of multilevel and lme4', () => {
    const icc = branch(readFixture('bhr2000.icc').values, 'score');
    within(scale.agreement?.icc1, figure(icc, 'icc1_k0'), 1e-8);
    within(scale.agreement?.icc2, figure(icc, 'icc2_multilevel'), 1e-8);
    within(scale.agreement?.F, figure(icc, 'F'), 1e-8);
    const agreement = branch(readFixture('bhr2000.agreement').values, 'sets', 'ALL11');
    within(scale.agreement?.rwgj?.mean, figure(agreement, 'rwgj_uniform', 'summary', 'mean'), 1e-8);
    within(scale.agreement?.rwgjSkewed?.median, figure(agreement, 'rwgj_slight_skew', 'summary', 'median'), 1e-8);
    within(scale.agreement?.ad.mean, figure(agreement, 'ad_mean', 'summary', 'mean'), 1e-8);
    for (const row of rows(readFixture('bhr2000.shrinkage').values, 'score', 'groups')) {
      const group = document.groups.find(({ path }) => path[0] === row.group);
      expect(group?.n).toBe(row.n);
      within(group?.scales[0]?.mean, figure(row, 'raw_mean'), 1e-8);
      within(group?.scales[0]?.shrunkMean, figure(row, 'eb_mean'), 1e-5);
    }
  });
});

describe('lerend analyse with its options, on bfi', () => {
  const five = 'tests/oracle/instruments/bfi.json';
  const answers = 'tests/oracle/data/bfi.csv';

  test('gives what relaimpo, survey and ordinal give, beside the plain analysis', async () => {
    const margins = join(folder, 'margins.json');
    const education = { 1: 300, 2: 400, 3: 1000, 4: 477, 5: 400 };
    writeFileSync(margins, JSON.stringify({ gender: { 1: 1100, 2: 1477 }, education }));
    const { code, stdout, stderr } = await lerend(
      'analyse', answers, '--instrument', five, '--outcome', 'N', '--also', 'age', '--resamples', '100', '--margins', margins, '--dif', 'gender',
      '--previous', answers, '--id', 'id',
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const found = JSON.parse(stdout) as ContractDocument;
    const drivers = readFixture('bfi.drivers').values;
    expect(found.drivers?.map(({ outcome, n }) => ({ outcome, n }))).toEqual([{ outcome: 'N', n: 2796 }]);
    within(found.drivers?.[0]?.r2, figure(drivers, 'r2'), 1e-8);
    for (const { id, shapley, johnson, shapleyCi95 } of found.drivers?.[0]?.predictors ?? []) {
      const name = id === 'age' ? id : `score_${id}`;
      within(shapley, figure(drivers, 'lmg', name), 1e-8);
      within(johnson, figure(drivers, 'johnson_relative_weights', 'raw', name), 1e-8);
      expect(shapleyCi95?.[0]).toBeLessThan(shapley ?? Number.NaN);
    }
    const weighting = readFixture('bfi.weighting').values;
    const scale = found.weighting?.scales.find(({ id }) => id === 'C');
    within(scale?.weightedMean, figure(weighting, 'raked_mean'), 1e-8);
    within(scale?.se, figure(weighting, 'raked_se'), 1e-8);
    const item = found.dif?.scales.find(({ id }) => id === 'N')?.items.find(({ id }) => id === 'N5');
    within(item?.r2Change, figure(readFixture('bfi.dif').values, 'N5', 'r2Change'), 1e-6);
    within(item?.pHolm, figure(readFixture('bfi.dif').values, 'N5', 'pHolm'), 1e-6);
    expect(found.previous).toMatchObject({ respondents: 2800, pairs: { both: 2800, onlyNow: 0, onlyBefore: 0 } });
    expect(found.change?.[0]?.paired).toMatchObject({ meanDifference: 0, sd: 0, t: null, undefined: { t: 'noVariance' } });
  });
});

describe('lerend analyse and bad input', () => {
  test('names file, line and column of every fault, in the language asked for, and writes nothing', async () => {
    const file = join(folder, 'answers.csv');
    const small = join(folder, 'small.json');
    writeFileSync(file, 'T;Q1;Q2\na;1;2\na;9;x\nb;2.5;\n');
    const items = [{ id: 'Q1' }, { id: 'Q2' }];
    writeFileSync(small, JSON.stringify({ id: 's', title: { nl: 's', en: 's' }, response: { min: 1, max: 5 }, scales: [{ id: 'S', title: { nl: 's', en: 's' }, items }] }));
    const out = join(folder, 'out');
    const dutch = await lerend('analyse', file, '--instrument', small, '--group', 'T', '--out', out);
    expect(dutch).toMatchObject({ code: 2, stdout: '' });
    expect(dutch.stderr.trimEnd().split('\n')).toEqual([
      `${file}, regel 3, kolom Q1: '9' valt buiten 1–5`,
      `${file}, regel 3, kolom Q2: 'x' is geen getal`,
      `${file}, regel 4, kolom Q1: '2.5' is geen heel getal`,
    ]);
    const english = await lerend('analyse', file, '--instrument', small, '--group', 'T', '--lang', 'en');
    expect(english.stderr).toContain(`${file}, line 3, column Q1: '9' is outside 1–5`);
    expect(readdirSync(folder)).not.toContain('out');
  });

  test('what looks like a mistake is said on standard error; standard output holds the document and nothing else', async () => {
    const items = ['A1', 'A2', 'A3', 'A4', 'A5'].map((id) => ({ id }));
    const title = { nl: 'Vriendelijk', en: 'Agreeable' };
    const file = join(folder, 'agreeable.json');
    writeFileSync(file, JSON.stringify({ id: 'a', title, response: { min: 1, max: 6 }, scales: [{ id: 'A', title, items }] }));
    const { code, stdout, stderr } = await lerend('analyse', 'tests/oracle/data/bfi.csv', '--instrument', file, '--lang', 'en');
    expect(code).toBe(0);
    expect(stderr.split('\n')).toEqual([
      'Note: Agreeable: A1 goes against the other items. It is probably worded the other way round.',
      expect.stringMatching(/^Note: Put ‘reverse’ in the instrument/u),
      '',
    ]);
    const { warnings } = JSON.parse(stdout) as ContractDocument;
    expect(warnings).toEqual([{ kind: 'perhapsReversed', scale: 'A', items: ['A1'], turned: [], isWholeScale: false }]);
  });

  test('options that need another, and a previous file that doesn’t fit, are refused in a sentence', async () => {
    const alone = await lerend('analyse', data, '--instrument', instrument, '--also', 'HRS', '--id', 'x', '--resamples', '7');
    expect(alone).toMatchObject({ code: 2, stdout: '' });
    expect(alone.stderr.split('\n')).toEqual([
      '--also kan alleen samen met --outcome',
      '--id kan alleen samen met --previous',
      "--resamples is 0 (geen marges) of een heel getal van 100 tot 99999, niet '7'",
      '',
    ]);
    const before = join(folder, 'before.csv');
    const columns = readFileSync(join(root, data), 'utf8').split(/\r?\n/, 1)[0]?.split(',') ?? [];
    const line = columns.map((name) => (name === 'AF07' ? '8' : '1')).join(',');
    writeFileSync(before, `${columns.filter((name) => name !== 'AF06').join(',')}\n`);
    const other = await lerend('analyse', data, '--instrument', instrument, '--previous', before);
    expect(other.stderr).toBe(`${before}, kolom AF06: deze kolom staat in de vragenlijst, maar niet in het bestand\n`);
    writeFileSync(before, `${columns.join(',')}\n${line}\n`);
    const range = await lerend('analyse', data, '--instrument', instrument, '--previous', before);
    expect(range).toMatchObject({ code: 2, stdout: '', stderr: `${before}, regel 2, kolom AF07: '8' valt buiten 1–5\n` });
  });

  test('a column of --invariance that isn’t there is named, and --fiml takes nothing behind it', async () => {
    const { code, stderr } = await lerend('analyse', data, '--instrument', instrument, '--fiml', '--invariance', 'taal');
    expect(code).toBe(2);
    expect(stderr).toBe(`${data}, kolom taal: deze kolom van --invariance staat niet in het bestand\n`);
    const two = await lerend('analyse', data, '--instrument', instrument, '--invariance');
    expect(two).toMatchObject({ code: 2, stderr: 'achter --invariance ontbreekt iets\n' });
  });

  test('refuses unknown options in a sentence', async () => {
    const { code, stderr } = await lerend('analyse', data, '--instrument', instrument, '--colour');
    expect(code).toBe(2);
    expect(stderr).toBe('--colour ken ik niet\n');
  });
});
