import {
  SLIGHTLY_SKEWED_VARIANCE,
  fUpperTail,
  intraclassCorrelation,
  personScores,
  scoreFromMean,
  uniformVariance,
  unitSpread,
  unitSums,
  withinGroupAgreement,
} from '@lerend/psychometrics';
import type { OptionColumn, UnitIndex, UnitSums } from '@lerend/psychometrics';
import { publicationRules } from '@lerend/disclosure';
import { referents } from '@lerend/instrument';
import type { Referent } from '@lerend/instrument';
import type { AnswerTable } from './answer-table.ts';
import {
  agreementItems,
  campEdges,
  farApartProbability,
  fewestUnitsToDrawIn,
  smallestCamp,
  unitsDifferProbability,
  weakAgreement,
} from './method.ts';
import type { ScaleFigures } from './scale-figures.ts';
import type { Divided } from './unit-result.ts';
import type { UnitTree } from './unit-tree.ts';

/*
 * Which units are divided on an area. Three things together, since each by itself deceives:
 * - rwg(j): the answers inside the unit lie far apart. It can be low because of a few, and high by pseudo-agreement
 *   (Woehr, Loignon, Schmidt, Loughry & Ohland 2015, Organizational Research Methods 18:704).
 * - two camps: at least a quarter of the people stands on either side of "soms". One in five who disagrees with all the
 *   others is a minority, not a camp.
 * - ICC: whether people of one unit see the same at all in this organisation, so whether it is about this unit or everywhere.
 *
 * The items of an area speak of different levels: me, my team, my manager, the organisation. People may agree on their
 * team and be divided about the organisation, which the area as a whole doesn't show. So all is computed per referent as
 * well. One or two items are less certain than an area: there the variance must lie above that of answers that only lean
 * to one side (1.34, LeBreton & Senter 2008) by more than chance (χ², 5 %). Items about "me" are left out of that: people
 * who differ in what they do themselves aren't divided about anything.
 *
 * The figures themselves go nowhere: no unit's agreement is shown.
 */

export interface DividedOn {
  readonly pattern: Divided;
  readonly referents: readonly Referent[];
}

interface Part {
  readonly referent: Referent | null;
  readonly pattern: Exclude<Divided, 'no'>;
  /** Per depth. */
  readonly spreads: readonly { readonly n: Float64Array; readonly meanVariance: Float64Array }[];
  readonly camps: readonly Camps[];
}

interface Camps {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Per unit; undefined with fewer than ten people who answered every item of the area. */
export function dividedUnits(
  tree: UnitTree,
  table: AnswerTable,
  figures: ScaleFigures,
  referentOf: readonly (Referent | undefined)[],
): (unit: number) => DividedOn | undefined {
  const whole = partOf(table, figures.columns, null, figures);
  const parts = referents
    .filter((referent) => referent !== 'self')
    .flatMap((referent) => {
      const columns = figures.columns.filter((_, at) => referentOf[at] === referent);
      return columns.length === 0 ? [] : [partOf(table, columns, referent)];
    });
  return (unit) => {
    const depth = tree.depths[unit] ?? 0;
    const people = whole.spreads[depth]?.n[unit] ?? 0;
    if (people < publicationRules.minimumForItems) return undefined;
    const on = parts.filter((part) => isTwoCamps(part, depth, unit) && isFarApart(part, depth, unit));
    const variance = whole.spreads[depth]?.meanVariance[unit] ?? 0;
    const { value } = withinGroupAgreement(people, variance, agreementItems, uniformVariance(5));
    const isWhole = value !== null && value < weakAgreement && isTwoCamps(whole, depth, unit);
    const pattern = isWhole ? whole.pattern : (on[0]?.pattern ?? 'no');
    return { pattern, referents: on.flatMap(({ referent }) => referent ?? []) };
  };
}

function isFarApart({ spreads }: Part, depth: number, unit: number): boolean {
  const people = spreads[depth]?.n[unit] ?? 0;
  if (people < publicationRules.minimumForItems) return false;
  const ratio = (spreads[depth]?.meanVariance[unit] ?? 0) / SLIGHTLY_SKEWED_VARIANCE;
  return ratio > 1 && fUpperTail(ratio, people - 1, infiniteDegrees) < farApartProbability;
}

/** χ²/df is F with so many degrees of freedom below. */
const infiniteDegrees = 1e7;

function isTwoCamps({ camps }: Part, depth: number, unit: number): boolean {
  const { low, high } = camps[depth] ?? {};
  return (low?.[unit] ?? 0) >= smallestCamp && (high?.[unit] ?? 0) >= smallestCamp;
}

function partOf(
  table: AnswerTable,
  columns: readonly OptionColumn[],
  referent: Referent | null,
  known?: Pick<ScaleFigures, 'points' | 'direct'>,
): Part {
  const points = known?.points ?? personScores(columns).map((mean) => scoreFromMean(mean, 1, 5));
  return {
    referent,
    pattern: patternOf(known?.direct ?? unitSums(points, table.ownUnits)),
    spreads: table.unitsAtDepth.map((units) => unitSpread(columns, units)),
    camps: table.unitsAtDepth.map((units) => campsIn(points, units)),
  };
}

/** Which share of each unit stands on either side. */
function campsIn(points: Float64Array, units: UnitIndex): Camps {
  const make = () => new Float64Array(units.count);
  const n = make();
  const camps = { low: make(), high: make() };
  points.forEach((score, person) => {
    const unit = units.unit[person] ?? -1;
    if (unit < 0 || Number.isNaN(score)) return;
    n[unit] = (n[unit] ?? 0) + 1;
    if (score < campEdges.low) camps.low[unit] = (camps.low[unit] ?? 0) + 1;
    if (score > campEdges.high) camps.high[unit] = (camps.high[unit] ?? 0) + 1;
  });
  const share = (counts: Float64Array) => counts.map((count, unit) => count / Math.max(1, n[unit] ?? 0));
  return { low: share(camps.low), high: share(camps.high) };
}

function patternOf(direct: UnitSums): Exclude<Divided, 'no'> {
  const { groups, icc1, p } = intraclassCorrelation(direct);
  if (groups < fewestUnitsToDrawIn || icc1.value === null || p.value === null) return 'somewhere';
  return icc1.value > 0 && p.value < unitsDifferProbability ? 'here' : 'everywhere';
}
