import { publicationRules, publishForWhole } from '@lerend/disclosure';
import type { Published } from '@lerend/disclosure';
import { outcomeItems } from '@lerend/instrument';
import type { Outcome } from '@lerend/instrument';
import { importanceIntervals, relativeImportance, seededRandom } from '@lerend/psychometrics';
import type { UnitIndex } from '@lerend/psychometrics';
import type { AnswerTable } from './answer-table.ts';
import type { SnapshotForm } from './snapshot-form.ts';

/** What goes together with one outcome, over everyone. It says nothing about what leads to what. */
export interface OutcomeDrivers {
  readonly outcome: Outcome;
  /** People with an answer on the outcome and a score on every area. */
  readonly n: number;
  /** Whole per cent of the differences between people in the outcome that go together with the eleven areas. */
  readonly explained: number;
  /** The largest share first. */
  readonly areas: readonly AreaShare[];
}

export interface AreaShare {
  readonly areaId: string;
  /** The area's part of `explained`, in whole per cent of all differences in the outcome (Shapley's value, LMG). */
  readonly share: number;
  /** Its 95 % interval, by drawing units again and again; null under five units. */
  readonly interval: readonly [number, number] | null;
}

/** Enough for intervals in whole per cents; all four outcomes together take about a third of a second. */
const resamples = 500;
/** The same answers give the same intervals. */
const seed = 1;

const perCent = (share: number): number => Math.round(100 * share);

/**
 * Which areas go together with the outcomes that the form asks about (see METHOD, drivers). From 200 people who
 * answered all of it; an outcome that can't be worked out (nobody differs) is left out. Null for a form without
 * outcome items.
 */
export function wholeDrivers(
  form: SnapshotForm,
  table: AnswerTable,
  units: UnitIndex,
  areas: readonly { readonly areaId: string; readonly points: Float64Array }[],
): Published<readonly OutcomeDrivers[]> | null {
  const asked = outcomeItems.flatMap(({ id, outcome }) => {
    const column = table.columns[form.itemIds.indexOf(id)];
    return column === undefined
      ? []
      : [{ outcome, values: Float64Array.from(column.codes, (code) => (code === 0 ? Number.NaN : code)) }];
  });
  const found = asked.flatMap(({ outcome, values }) => driversOf(outcome, values, units, areas));
  const fewest = Math.min(...found.map(({ n }) => n));
  return found.length === 0 ? null : publishForWhole(fewest, publicationRules.minimumForDrivers, () => found);
}

function driversOf(
  outcome: Outcome,
  values: Float64Array,
  units: UnitIndex,
  areas: readonly { readonly areaId: string; readonly points: Float64Array }[],
): OutcomeDrivers[] {
  const columns = areas.map(({ points }) => points);
  const { n, importance } = relativeImportance(columns, values);
  const shares = importance.value?.shapley.value;
  if (!importance.value || !shares) return [];
  const draws = { division: 'shapley', resamples, random: seededRandom(seed) } as const;
  const intervals = importanceIntervals(columns, values, units, draws).value?.shares;
  const parts = areas.map(({ areaId }, at): AreaShare => {
    const interval = intervals?.[at];
    return {
      areaId,
      share: perCent(shares[at] ?? 0),
      interval: interval ? [perCent(interval[0]), perCent(interval[1])] : null,
    };
  });
  const order = areas.map((_, at) => at).sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0));
  return [
    {
      outcome,
      n,
      explained: perCent(importance.value.rSquared),
      areas: order.flatMap((at) => parts[at] ?? []),
    },
  ];
}
