import { studentTQuantile, studentTUpperTail } from '../distributions/student-t.ts';
import { defined, notDefined } from '../figure.ts';
import type { Figure, Interval } from '../figure.ts';
import { MINIMUM_CLUSTERS } from '../mean-interval.ts';

/** How much more one group changed than another. */
export interface DifferenceInDifferences {
  /** (now − before) of the group less (now − before) of the others. */
  readonly difference: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** 95 %. */
  readonly interval: Interval;
  /** Answers in the four cells: others before, others now, group before, group now. */
  readonly n: readonly [number, number, number, number];
}

const CELLS = 4;

/**
 * How much more a group changed than the others did, from two occasions, with people (or whole units) as clusters.
 *
 * `before`, `now`: element for element the same person, NaN = no answer then; who answered once counts with that answer.
 * `inGroup`: 1 for the group, 0 for the others. `clusterOf`: what is alike, each from 0; the person's own number when
 * only their two answers are. Difference of four cell means, as a regression on group × occasion gives; standard error
 * clustered with G/(G − 1) · (n − 1)/(n − 4), as sandwich's `vcovCL(type = "HC1")`; t with G − 1 degrees of freedom.
 * No proof of an effect: it takes it that both would have changed alike. Undefined: an empty cell (`noAnswers`); fewer
 * than {@link MINIMUM_CLUSTERS} clusters; no spread. Source: Angrist & Pischke (2009), Mostly Harmless Econometrics, ch. 5
 * and 8.
 */
export function differenceInDifferences(
  before: Float64Array,
  now: Float64Array,
  inGroup: Uint8Array,
  clusterOf: Int32Array,
): Figure<DifferenceInDifferences> {
  const sums = new Float64Array(CELLS);
  const n = new Float64Array(CELLS);
  const everyAnswer = (visit: (value: number, cell: number, person: number) => void): void => {
    [before, now].forEach((values, occasion) => {
      values.forEach((value, person) => {
        if (!Number.isNaN(value)) visit(value, 2 * (inGroup[person] as number) + occasion, person);
      });
    });
  };
  everyAnswer((value, cell) => {
    sums[cell] = (sums[cell] as number) + value;
    n[cell] = (n[cell] as number) + 1;
  });
  if (n.includes(0)) return notDefined('noAnswers');
  const means = sums.map((sum, cell) => sum / (n[cell] as number));
  const [othersBefore = 0, othersNow = 0, groupBefore = 0, groupNow = 0] = means;
  const difference = groupNow - groupBefore - (othersNow - othersBefore);
  const signs = [1, -1, -1, 1];
  const byCluster = new Map<number, number>();
  everyAnswer((value, cell, person) => {
    const share = ((signs[cell] as number) * (value - (means[cell] as number))) / (n[cell] as number);
    const cluster = clusterOf[person] as number;
    byCluster.set(cluster, (byCluster.get(cluster) ?? 0) + share);
  });
  const clusters = byCluster.size;
  if (clusters < MINIMUM_CLUSTERS) return notDefined('tooFewUnits');
  const answers = n.reduce((sum, count) => sum + count, 0);
  const squares = [...byCluster.values()].reduce((sum, value) => sum + value * value, 0);
  const adjustment = (clusters / (clusters - 1)) * ((answers - 1) / (answers - CELLS));
  const standardError = Math.sqrt(adjustment * squares);
  if (!(standardError > 0)) return notDefined('noVariance');
  const degreesOfFreedom = clusters - 1;
  const reach = studentTQuantile(0.975, degreesOfFreedom) * standardError;
  const interval: Interval = [difference - reach, difference + reach];
  defined(interval);
  const p = 2 * studentTUpperTail(Math.abs(difference) / standardError, degreesOfFreedom);
  const [one = 0, two = 0, three = 0, four = 0] = n;
  return { value: { difference, standardError, degreesOfFreedom, p, interval, n: [one, two, three, four] } };
}
