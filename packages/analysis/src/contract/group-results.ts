import {
  clusteredMean,
  defined,
  finitePopulationMean,
  independentMean,
  numberStatistics,
  notDefined,
  randomInterceptModel,
  scaleByUnit,
  scoreFromMean,
  uniformVariance,
  unitSums,
  withinGroupAgreement,
} from '@lerend/psychometrics';
import type {
  Figure,
  Interval,
  RandomInterceptModel,
  ScaleByUnit,
  UnitIndex,
  UnitSpread,
  UnitSums,
} from '@lerend/psychometrics';
import type { GroupResult, GroupScaleResult } from './contract-document.ts';
import { levelOutcome, noLevel } from './level-outcome.ts';
import type { PreparedScale } from './prepared-scale.ts';
import { intervalOf } from './scale-result.ts';
import { errorVarianceOf, unitPlaces } from './unit-place.ts';
import type { UnitNode, UnitTree } from './unit-tree.ts';
import { withheldGroups } from './withheld-groups.ts';
import { notGiven, withReasons } from './with-reasons.ts';

interface GroupInput {
  readonly tree: UnitTree;
  readonly paths: readonly (readonly string[])[];
  readonly rows: number;
  readonly minimumGroup: number;
  readonly population: Float64Array | null;
  readonly isBuiltIn: boolean;
}

/** What one scale gives for the units of one depth. */
interface DepthFigures {
  readonly sums: UnitSums;
  readonly spread: UnitSpread;
  readonly model: Figure<RandomInterceptModel>;
  readonly placeOf: ReturnType<typeof unitPlaces>;
}

function picked(values: Float64Array, units: readonly number[]): Float64Array {
  const found = new Float64Array(units.length);
  for (let at = 0; at < units.length; at += 1) found[at] = values[units[at] as number] as number;
  return found;
}

function pick({ n, means, withinSquares }: UnitSums, units: readonly number[]): UnitSums {
  return { n: picked(n, units), means: picked(means, units), withinSquares: picked(withinSquares, units) };
}

/** A unit without units below: its people are independent. Above: its lowest units are the clusters. */
function unitInterval(node: UnitNode, at: DepthFigures, leaves: UnitSums): Figure<Interval> {
  if (node.hasUnitsBelow) return intervalOf(clusteredMean(leaves));
  const { n, means, withinSquares } = at.sums;
  const place = node.position;
  return intervalOf(independentMean(n[place] as number, means[place] as number, withinSquares[place] as number));
}

function groupScale(node: UnitNode, prepared: PreparedScale, at: DepthFigures, input: GroupInput): GroupScaleResult {
  const { scale, min, max, columns, options, byUnit } = prepared;
  const place = node.position;
  const n = at.sums.n[place] as number;
  const mean: Figure = n === 0 ? notDefined('noAnswers') : defined(at.sums.means[place] as number);
  const leaves = pick(byUnit, node.leaves);
  const heads = input.population;
  const { model } = at;
  const shrunkMean: Figure =
    n === 0
      ? notDefined('noAnswers')
      : model.value === null
        ? model
        : defined(model.value.shrunkMeans[place] as number);
  const toScore = (value: number): number => scoreFromMean(value, min, max);
  const stands = input.isBuiltIn ? at.placeOf(place, leaves) : notGiven('notBuiltIn');
  const level =
    stands.value === null
      ? noLevel(stands.reason)
      : levelOutcome(scale, { centre: toScore(stands.value.centre), sd: (stands.value.sd / (max - min)) * 100 });
  return {
    id: scale.id,
    ...withReasons({
      n: defined(n),
      mean,
      score: mean.value === null ? mean : defined(toScore(mean.value)),
      ci95: unitInterval(node, at, leaves),
      ci95Finite:
        heads === null
          ? notGiven('noPopulation')
          : intervalOf(finitePopulationMean(leaves, picked(heads, node.leaves))),
      shrunkMean,
      rwgj:
        options === null
          ? notGiven('notInteger')
          : withinGroupAgreement(
              at.spread.n[place] as number,
              at.spread.meanVariance[place] as number,
              columns.length,
              uniformVariance(options),
            ),
      ...level,
    }),
  };
}

function withheldScale(id: string): GroupScaleResult {
  const none = notGiven('withheld');
  const figures = { n: none, mean: none, score: none, ci95: none, ci95Finite: none, shrunkMean: none, rwgj: none };
  return { id, ...withReasons({ ...figures, ...noLevel('withheld') }) };
}

/** The scale by the units of a depth. Where each of them is one lowest unit, that was counted already. */
function figuresAtDepth(prepared: PreparedScale, tree: UnitTree, units: UnitIndex, depth: number): ScaleByUnit {
  const leaves = tree.nodes.flatMap(({ path, leaves: own }) => (path.length === depth + 1 ? [own] : []));
  if (leaves.some(({ length }) => length !== 1)) return scaleByUnit(prepared.columns, prepared.scores, units);
  const { byUnit, spreadByUnit: spread } = prepared;
  const places = leaves.flat();
  return {
    sums: pick(byUnit, places),
    spread: {
      n: picked(spread.n, places),
      meanVariance: picked(spread.meanVariance, places),
      averageDeviation: picked(spread.averageDeviation, places),
    },
  };
}

/** The document's `groups`: every unit, those that the publication rules hide without figures. */
export function groupResults(scales: readonly PreparedScale[], input: GroupInput): GroupResult[] {
  const { tree, paths, rows } = input;
  if (tree.nodes.length === 0) return [];
  const people = unitSums(new Float64Array(rows), tree.lowest).n;
  const withheld = withheldGroups(tree, paths, input.minimumGroup);
  const decision = withheld.ofPeople(people, rows);
  const figures = scales.map((prepared) => {
    const total = numberStatistics(prepared.scores).n;
    const errorVariance = input.isBuiltIn ? errorVarianceOf(prepared) : 0;
    const byDepth = tree.byDepth.map((units, depth): DepthFigures => {
      const { sums, spread } = figuresAtDepth(prepared, tree, units, depth);
      const model = randomInterceptModel(sums);
      return { sums, spread, model, placeOf: unitPlaces(sums, errorVariance) };
    });
    return { prepared, byDepth, decision: withheld.ofScale(prepared.byUnit.n, total, decision) };
  });
  return tree.nodes.map((node): GroupResult => {
    if (!decision.isShown(node.id)) {
      return { path: node.path, ...withReasons({ n: notGiven('withheld') }), n: null, published: false, scales: [] };
    }
    const results = figures.map(({ prepared, byDepth, decision: ofScale }) =>
      input.minimumGroup <= 1 || ofScale.isShown(node.id)
        ? groupScale(node, prepared, byDepth[node.path.length - 1] as DepthFigures, input)
        : withheldScale(prepared.scale.id),
    );
    return { path: node.path, n: decision.count(node.id), published: true, scales: results };
  });
}
