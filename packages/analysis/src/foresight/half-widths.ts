import { normalQuantile, studentTQuantile } from '@lerend/psychometrics';
import { fewestUnitsToDrawIn } from '../snapshot/method.ts';
import { nearestShown, seenAtDepth, shownParts } from '../snapshot/shown-parts.ts';
import type { FormDesign } from './form-design.ts';
import type { UnitOrder } from './unit-order.ts';
import { withAllBelow } from './unit-order.ts';

/** Half-widths (95 %, in points) of what a unit's score would say, in one table of counts; NaN without answers. */
export interface HalfWidths {
  /** For the people who work there now, answered or not. */
  readonly now: Float64Array;
  /** For the climate, of which these people are a sample: what the dots and the level show. */
  readonly climate: Float64Array;
  /** The score by itself: half of what a change has to overcome. */
  readonly noise: Float64Array;
}

/**
 * As the snapshot would, with the assumed variances in the place of the estimated ones: from five units of a depth drawn
 * towards their mean, else a t interval over the parts inside. Its weights by heads are left out: here every unit
 * answers alike.
 *
 * @param scored people with a score directly in each unit
 * @param isShown whether a unit would show a figure
 */
export function halfWidths(
  order: UnitOrder,
  { scored, isShown }: { readonly scored: Float64Array; readonly isShown: (unit: number) => boolean },
  design: FormDesign,
  between: number,
): HalfWidths {
  const n = withAllBelow(scored, order.parents);
  const owners = nearestShown(order.parents, isShown);
  const parts = shownParts(owners, { n: scored, means: scored }).n;
  const spreads = Array.from({ length: order.levels }, (_, depth) => {
    const { shown, partsOf } = seenAtDepth(order.depths, owners, n, depth);
    const sizes = [...shown.map((unit) => n[unit] ?? 0), ...partsOf.map((unit) => parts[unit] ?? 0)];
    return depthSpread(sizes, design, between);
  });
  const clusters = clusterSpread(order, parts, design, between);
  const none = () => new Float64Array(n.length).fill(Number.NaN);
  const widths = { now: none(), climate: none(), noise: none() };
  n.forEach((people, unit) => {
    if (people < 1) return;
    const { within, error } = design;
    const missed = 1 - Math.min(1, people / Math.max(people, order.invited[unit] ?? 0));
    widths.now[unit] = normal95 * Math.sqrt((missed * (within - error) + error) / people);
    const spread = spreads[order.depths[unit] ?? 0];
    if (spread === undefined) {
      // Without five units to compare, or five inside, the snapshot has no answer about the climate: that of now stands.
      widths.climate[unit] = clusters(unit, people) ?? widths.now[unit] ?? 50;
    } else {
      const share = spread.between / (spread.between + within / people);
      widths.climate[unit] =
        normal95 * Math.sqrt(spread.between * (1 - share) + (1 - share) ** 2 * spread.meanVariance);
    }
    widths.noise[unit] = normal95 * Math.sqrt(within / people);
  });
  return widths;
}

function depthSpread(sizes: readonly number[], { within }: FormDesign, between: number) {
  if (sizes.length < fewestUnitsToDrawIn) return undefined;
  const harmonicSize = sizes.length / sizes.reduce((sum, size) => sum + 1 / size, 0);
  const oneStandardError = (Math.sqrt(2 / (sizes.length - 1)) * within) / harmonicSize;
  const used = Math.max(between, oneStandardError);
  return { between: used, meanVariance: 1 / sizes.reduce((sum, size) => sum + 1 / (used + within / size), 0) };
}

/** Half-width over the parts inside, as the expected value of the linearised variance; undefined with fewer than five. */
function clusterSpread(order: UnitOrder, scored: Float64Array, { within }: FormDesign, between: number) {
  const parts = scored.map((size) => (size > 0 ? size * size * between + size * within : 0));
  const squares = withAllBelow(parts, order.parents);
  const counts = withAllBelow(
    scored.map((size) => (size > 0 ? 1 : 0)),
    order.parents,
  );
  return (unit: number, people: number): number | undefined => {
    const groups = counts[unit] ?? 0;
    return groups < fewestUnitsToDrawIn ? undefined : t95(groups - 1) * Math.sqrt((squares[unit] ?? 0) / people ** 2);
  };
}

const normal95 = normalQuantile(0.975);
const quantiles = new Map<number, number>();

function t95(degreesOfFreedom: number): number {
  const known = quantiles.get(degreesOfFreedom);
  if (known !== undefined) return known;
  const quantile = studentTQuantile(0.975, degreesOfFreedom);
  quantiles.set(degreesOfFreedom, quantile);
  return quantile;
}
