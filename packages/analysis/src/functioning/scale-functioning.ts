import { completeRows, itemFunctioning, notDefined, numberStatistics } from '@lerend/psychometrics';
import type { AnswerColumn, Figure, ItemFunctioning, MatchedPeople, UnitIndex } from '@lerend/psychometrics';

/** With fewer people, an item that works differently is mostly missed: Scott et al. (2009), J. Clin. Epidemiol. 62:288. */
export const minimumPerGroup = 200;
/** Matching on a scale of two items would be matching an item on itself and one other. */
const fewestItems = 3;
/** Jodoin & Gierl (2001), Applied Measurement in Education 14:329. */
const moderate = 0.035;
const large = 0.07;
const level = 0.05;

/** Jodoin & Gierl (2001): under 0.035, under 0.070, and from there. */
export type FunctioningSize = 'negligible' | 'moderate' | 'large';

export function functioningSize(rSquaredChange: number): FunctioningSize {
  if (rSquaredChange < moderate) return 'negligible';
  return rSquaredChange < large ? 'moderate' : 'large';
}

/** Whether an item is said to work differently: more than chance over all that is tested (Holm), and not negligible. */
export function isFlagged(pHolm: number, rSquaredChange: number): boolean {
  return pHolm < level && functioningSize(rSquaredChange) !== 'negligible';
}

export interface ScaleInGroups {
  readonly columns: readonly AnswerColumn[];
  readonly scores: Float64Array;
  /** Each row's group, a number from 0; −1: none. */
  readonly groupOf: Int32Array;
  /** Groups by number, the one that others are compared with first. */
  readonly order: readonly number[];
  /** Each row's lowest unit; null: people are independent. */
  readonly units: UnitIndex | null;
}

export interface ScaleFunctioning {
  /** By group number: people who answered the whole scale. */
  readonly counts: Int32Array;
  /** Groups that are large enough, in order; compared when there are two. */
  readonly tested: readonly number[];
  /** One per item. */
  readonly items: readonly Figure<ItemFunctioning>[];
}

/** Every item of one scale, with the scale's own score as what people are matched on. Undefined where no two groups are large enough. */
export function scaleFunctioning(given: ScaleInGroups): ScaleFunctioning {
  const { columns, groupOf, order, units } = given;
  const complete = completeRows(columns);
  const counts = new Int32Array(order.length);
  complete.forEach((isComplete, row) => {
    const group = groupOf[row] as number;
    if (isComplete === 1 && group >= 0) counts[group] = (counts[group] as number) + 1;
  });
  const tested = order.filter((group) => (counts[group] as number) >= minimumPerGroup);
  const placeOf = new Map(tested.map((group, place) => [group, place]));
  const rows = Int32Array.from(groupOf.keys()).filter(
    (row) => complete[row] === 1 && placeOf.has(groupOf[row] as number),
  );
  const people = matched(given, rows, placeOf);
  const own = units && { unit: rows.map((row) => units.unit[row] as number), count: units.count };
  const items = columns.map((column): Figure<ItemFunctioning> => {
    if (column.kind !== 'options') return notDefined('notInteger');
    if (columns.length === 1) return notDefined('singleItem');
    if (columns.length < fewestItems) return notDefined('tooFewItems');
    if (tested.length < 2) return notDefined('tooFewPerGroup');
    const answers = rows.map((row) => (column.codes[row] as number) - 1);
    return itemFunctioning(people, answers, own);
  });
  return { counts, tested, items };
}

function matched(
  { scores, groupOf }: ScaleInGroups,
  rows: Int32Array,
  placeOf: ReadonlyMap<number, number>,
): MatchedPeople {
  const own = Float64Array.from(rows, (row) => scores[row] as number);
  const { mean, sd } = numberStatistics(own);
  const spread = sd.value ?? 0;
  return {
    score: own.map((value) => (spread > 0 ? (value - (mean.value ?? 0)) / spread : 0)),
    group: rows.map((row) => placeOf.get(groupOf[row] as number) as number),
    groups: placeOf.size,
  };
}
