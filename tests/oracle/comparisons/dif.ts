import { analysed } from '../analysed.ts';
import type { DataRequest } from '../analysed.ts';
import { comparisonsWith } from '../comparison.ts';
import type { Comparison } from '../comparison.ts';
import { bfi, bhr2000, inventedWeighting } from '../data-requests.ts';
import { branch, figure, readFixture } from '../fixture.ts';

/** Without units, or with only one of the scales. */
const bfiAlone: DataRequest = { data: 'bfi', scales: bfi.scales, reverse: bfi.reverse ?? [], response: bfi.response };
const leadership: DataRequest = { ...bhr2000, scales: { score: bhr2000.scales.score ?? [] } };

/** Cumulative logit models of ordinal::clm, tests by likelihood ratio and by a sandwich over companies (r/item-functioning.R). */
export async function compareDif(): Promise<Comparison[]> {
  const results = [];
  for (const { request, column } of [
    { request: bfiAlone, column: 'gender' },
    { request: leadership, column: 'RELIG' },
    { request: { ...inventedWeighting, scales: { all: ['x1', 'x2', 'x3', 'x4'] } }, column: 'sex' },
  ]) {
    const fixture = readFixture(`${request.data}.dif`);
    const { list, add } = comparisonsWith(fixture);
    const asked = [{ name: column, option: 'dif', kind: 'label' }] as const;
    const { document } = await analysed({ ...request, asked, options: { difColumn: column } });
    for (const scale of document.dif?.scales ?? []) {
      for (const item of scale.items) {
        const expected = branch(fixture.values, item.id);
        add('dif n', item.id, figure(expected, 'n'), scale.groups.reduce((n, group) => n + (group.tested ? group.n : 0), 0));
        for (const test of ['uniform', 'nonUniform', 'total'] as const) {
          add('dif statistic', `${item.id} ${test}`, figure(expected, test, 'statistic'), item[test]?.statistic);
          add('dif df', `${item.id} ${test}`, figure(expected, test, 'df1'), item[test]?.df1);
          if (branch(expected, test).df2 !== undefined)
            add('dif df', `${item.id} ${test}`, figure(expected, test, 'df2'), item[test]?.df2);
          const p = figure(expected, test, 'p') ?? Number.NaN;
          add('dif p', `${item.id} ${test}`, p, item[test]?.p);
          add('dif ln p', `${item.id} ${test}`, Math.log(p), Math.log(item[test]?.p ?? Number.NaN));
        }
        add('dif p (Holm)', item.id, figure(expected, 'pHolm'), item.pHolm);
        add('dif Nagelkerke change', item.id, figure(expected, 'r2Change'), item.r2Change);
        for (const { group, value, se } of item.logOdds ?? []) {
          add('dif log odds', `${item.id} ${group}`, figure(expected, 'logOdds', group), value);
          add('dif log odds se', `${item.id} ${group}`, figure(expected, 'se', group), se);
        }
      }
    }
    results.push(...list);
  }
  return results;
}
