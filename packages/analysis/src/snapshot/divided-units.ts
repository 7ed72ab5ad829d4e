import { intraclassCorrelation, uniformVariance, unitSpread, withinGroupAgreement } from '@lerend/psychometrics';
import { publicationRules } from '@lerend/disclosure';
import type { AnswerTable } from './answer-table.ts';
import { agreementItems, fewestUnitsToDrawIn, unitsDifferProbability, weakAgreement } from './method.ts';
import type { ScaleFigures } from './scale-figures.ts';
import type { Divided } from './unit-result.ts';
import type { UnitTree } from './unit-tree.ts';

/**
 * Which units are divided on an area: rwg(j) and ICC together. rwg(j) says that the answers inside a unit lie far
 * apart; ICC says whether people of one unit see the same at all in this organisation, so whether that is about this
 * unit or about everyone. rwg(j) alone can mislead (Woehr, Loignon, Schmidt, Loughry & Ohland 2015, Organizational
 * Research Methods 18:704). The figures themselves go nowhere: no unit's agreement is shown.
 *
 * Per unit; undefined with fewer than ten people who answered every item of the area.
 */
export function dividedUnits(
  tree: UnitTree,
  table: AnswerTable,
  figures: ScaleFigures,
): (unit: number) => Divided | undefined {
  const spreads = table.unitsAtDepth.map((units) => unitSpread(figures.columns, units));
  const pattern = patternOf(figures);
  return (unit) => {
    const spread = spreads[tree.depths[unit] ?? 0];
    const people = spread?.n[unit] ?? 0;
    if (spread === undefined || people < publicationRules.minimumForItems) return undefined;
    const variance = spread.meanVariance[unit] ?? 0;
    const { value } = withinGroupAgreement(people, variance, agreementItems, uniformVariance(5));
    return value !== null && value < weakAgreement ? pattern : 'no';
  };
}

function patternOf(figures: ScaleFigures): Exclude<Divided, 'no'> {
  const { groups, icc1, p } = intraclassCorrelation(figures.direct);
  if (groups < fewestUnitsToDrawIn || icc1.value === null || p.value === null) return 'somewhere';
  return icc1.value > 0 && p.value < unitsDifferProbability ? 'here' : 'everywhere';
}
