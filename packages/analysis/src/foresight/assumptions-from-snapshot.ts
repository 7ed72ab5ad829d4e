import { bandClasses } from '@lerend/disclosure';
import type { AreaCell } from '@lerend/disclosure';
import { normalQuantile } from '@lerend/psychometrics';
import { fewestUnitsToDrawIn } from '../snapshot/method.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { UnitResult } from '../snapshot/unit-result.ts';
import { formDesign } from './form-design.ts';
import { literatureAssumptions } from './variance-assumptions.ts';
import type { VarianceAssumptions } from './variance-assumptions.ts';

/** Error can't be nearly all of a person's score, whatever chance made of alpha. */
const leastPersonShare = 0.1;

/**
 * The assumptions out of the organisation's own previous peiling, from published figures only: half-widths of the score
 * by itself give the variance within units, the scores' own spread less that gives the variance between them, alpha (from
 * 200 answers, else the literature's share) what of it is error, the top's items how many were left without an answer.
 * undefined under five published units of one depth: then use `literatureAssumptions`.
 *
 * Limits: half-widths are published in classes a factor 1.4 apart, of which the middle is taken; one spread for all areas.
 */
export function assumptionsFromSnapshot(snapshot: Snapshot): VarianceAssumptions | undefined {
  const units = unitsToCompare(snapshot);
  if (units === undefined) return undefined;
  const byArea = snapshot.areaIds.map((_, area) => units.flatMap(({ areas }) => areas[area]?.cell ?? []));
  const spreads = byArea.filter((cells) => cells.length >= fewestUnitsToDrawIn).map(areaSpread);
  if (spreads.length === 0) return undefined;
  const within = average(spreads.map((spread) => spread.within));
  const unit = average(spreads.map((spread) => spread.between));
  const { perAreaPerPerson } = formDesign(snapshot.form, literatureAssumptions);
  const error = Math.min(errorVariance(snapshot, within, unit, perAreaPerPerson), (1 - leastPersonShare) * within);
  return {
    unit,
    person: within - error,
    residual: error * perAreaPerPerson,
    unanswered: unansweredShare(snapshot) ?? literatureAssumptions.unanswered,
    source: {
      kind: 'previous-peiling',
      scanId: snapshot.scanId,
      methodVersion: snapshot.methodVersion,
      units: units.length,
    },
  };
}

/** The share of the invited who answered, of everyone together; undefined where that isn't published. */
export function responseOfSnapshot({ units }: Snapshot): number | undefined {
  const tops = units.filter(({ parentId }) => parentId === null);
  const invited = tops.reduce((sum, top) => sum + top.invited, 0);
  const known = tops.flatMap(({ respondents }) => (respondents === null ? [] : [respondents as number]));
  if (known.length < tops.length || invited === 0) return undefined;
  return Math.min(1, known.reduce((sum, respondents) => sum + respondents, 0) / invited);
}

/** The depth with most published units, the tops left out. */
function unitsToCompare({ units }: Snapshot): readonly UnitResult[] | undefined {
  const published = units.filter(({ id, figuresFrom, depth }) => depth > 0 && figuresFrom === id);
  const largest = [...Map.groupBy(published, ({ depth }) => depth).values()].sort((a, b) => b.length - a.length)[0];
  return largest !== undefined && largest.length >= fewestUnitsToDrawIn ? largest : undefined;
}

/** Within: of each unit what its class says, the middle one of those. Between: moments, never under 0. */
function areaSpread(cells: readonly AreaCell[]): { readonly within: number; readonly between: number } {
  const variances = cells.map(({ n, noise }) => n * middleOfClass(noise) ** 2).sort((a, b) => a - b);
  const within = variances[Math.floor(variances.length / 2)] ?? 0;
  const mean = average(cells.map(({ score }) => score));
  const spread = cells.reduce((sum, { score }) => sum + (score - mean) ** 2, 0) / (cells.length - 1);
  return { within, between: Math.max(0, spread - average(cells.map(({ n }) => within / n))) };
}

const normal95 = normalQuantile(0.975);

/** The standard deviation of which the half-width is in the middle of this class. */
function middleOfClass(edge: number): number {
  const at = bandClasses.findIndex((one) => one === edge);
  const below = at > 0 ? (bandClasses[at - 1] ?? 0) : 0;
  return (below + edge) / 2 / normal95;
}

function errorVariance({ whole }: Snapshot, within: number, between: number, items: number): number {
  const alphas = (whole.reliability ?? []).flatMap(({ alpha }) => (alpha === null ? [] : [alpha]));
  if (alphas.length > 0) return (1 - Math.max(0, average(alphas))) * (within + between);
  const { person, residual } = literatureAssumptions;
  return (within * residual) / items / (person + residual / items);
}

function unansweredShare({ units }: Snapshot): number | undefined {
  const shares = units
    .filter(({ parentId }) => parentId === null)
    .flatMap(({ areas }) =>
      areas.flatMap(({ items }) => items.flatMap(({ cell }) => (cell ? [cell.dontKnow / 100] : []))),
    );
  return shares.length > 0 ? average(shares) : undefined;
}

function average(list: readonly number[]): number {
  return list.reduce((sum, one) => sum + one, 0) / list.length;
}
