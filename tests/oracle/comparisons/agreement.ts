import {
  SLIGHTLY_SKEWED_VARIANCE,
  notDefined,
  summary,
  uniformVariance,
  unitSpread,
  withinGroupAgreement,
} from '@lerend/psychometrics';
import type { Figure } from '@lerend/psychometrics';
import { analysed, groupScaleOf, scaleColumns, scaleOf } from '../analysed.ts';
import type { Analysed } from '../analysed.ts';
import { comparisonsWith } from '../comparison.ts';
import type { Comparison } from '../comparison.ts';
import { bh1996, bhr2000, cohesion } from '../data-requests.ts';
import { branch, figure, readFixture, rows } from '../fixture.ts';
import type { Fixture } from '../fixture.ts';

const NAMES: Readonly<Record<string, string>> = { ALL11: 'score', AS5: 'AS' };
const SUMMARY = ['mean', 'median', 'min', 'max'] as const;

function compareDocument(fixture: Fixture, ours: Analysed, kind: 'sets' | 'singles', prefix: string): Comparison[] {
  const { list, add } = comparisonsWith(fixture);
  for (const name of Object.keys(branch(fixture.values, kind))) {
    const id = NAMES[name] ?? name;
    const expected = branch(fixture.values, kind, name);
    const { agreement } = scaleOf(ours, id);
    for (const part of SUMMARY) {
      add(`rwgj ${part}`, name, figure(expected, `${prefix}_uniform`, 'summary', part), agreement?.rwgj?.[part]);
      add(`rwgjSkewed ${part}`, name, figure(expected, `${prefix}_slight_skew`, 'summary', part), agreement?.rwgjSkewed?.[part]);
    }
    add('ad mean', name, figure(expected, 'ad_mean', 'summary', 'mean'), agreement?.ad.mean);
    for (const row of rows(expected, `${prefix}_uniform`, 'groups')) {
      const unit = String(row.group);
      add('rwgj by unit', `${name} ${unit}`, figure(row, 'value'), groupScaleOf(ours, unit, id).rwgj);
    }
  }
  return list;
}

/** Scores that aren't whole have no rwg in the document; the functions beneath it take any null variance. */
async function compareFunctions(): Promise<Comparison[]> {
  const fixture = readFixture('bh1996.agreement');
  const { list, add } = comparisonsWith(fixture);
  const ours = await analysed(bh1996);
  const units = { unit: ours.table.path, count: ours.table.paths.length };
  for (const id of Object.keys(branch(fixture.values, 'singles'))) {
    const spread = unitSpread(scaleColumns(ours, id), units);
    const rwg = (nullVariance: number) =>
      Array.from(spread.n, (n, unit) => withinGroupAgreement(n, spread.meanVariance[unit] ?? 0, 1, nullVariance));
    const deviations = Array.from(
      spread.n,
      (n, unit): Figure => (n < 2 ? notDefined('tooFewAnswers') : { value: spread.averageDeviation[unit] ?? 0 }),
    );
    for (const part of SUMMARY) {
      const expected = (index: string): number | null => figure(fixture.values, 'singles', id, index, 'summary', part);
      add(`rwgj ${part}`, id, expected('rwg_uniform'), summary(rwg(uniformVariance(5)))[part].value);
      add(`rwgjSkewed ${part}`, id, expected('rwg_slight_skew'), summary(rwg(SLIGHTLY_SKEWED_VARIANCE))[part].value);
      add(`ad ${part}`, id, expected('ad_mean'), summary(deviations)[part].value);
    }
    const inDocument = scaleOf(ours, id).agreement?.ad.mean;
    add('ad mean', id, figure(fixture.values, 'singles', id, 'ad_mean', 'summary', 'mean'), inDocument);
  }
  return list;
}

/** multilevel's `rwg.j`, `rwg` and `ad.m`. */
export async function compareAgreement(): Promise<Comparison[]> {
  const results = await compareFunctions();
  for (const request of [bhr2000, cohesion]) {
    const fixture = readFixture(`${request.data}.agreement`);
    const ours = await analysed(request);
    results.push(...compareDocument(fixture, ours, 'sets', 'rwgj'), ...compareDocument(fixture, ours, 'singles', 'rwg'));
  }
  return results;
}
