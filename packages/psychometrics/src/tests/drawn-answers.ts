import { numberColumn } from '../answer-column.ts';
import type { NumberColumn } from '../answer-column.ts';
import { normalQuantile } from '../distributions/normal.ts';
import type { UnitIndex } from '../unit-index.ts';

/** Answers made by a known model, of which each person gives a part drawn by chance. */
export interface DrawnAnswers {
  readonly columns: readonly NumberColumn[];
  readonly units: UnitIndex;
  /** The true mean of each unit on all items. */
  readonly unitMeans: Float64Array;
  /** How easy the items were that a unit's people happened to draw: mean effect. */
  readonly ease: Float64Array;
}

interface Design {
  readonly seed: number;
  readonly units?: number;
  readonly size?: number;
  readonly drawn?: number;
}

/** Items far apart: from rarely to often. */
const itemMeans = [2, 2.6, 3.4, 4];
const sds = { unit: 0.31, person: 0.67, residual: 0.84 };

/** answer = item + unit + person + rest, with the variances of `bhr2000` (tests/oracle), not rounded to options. */
export function drawnAnswers({ seed, units = 30, size = 8, drawn = 2 }: Design): DrawnAnswers {
  const chance = seededChance(seed);
  const normal = () => normalQuantile(Math.max(1e-12, chance()));
  const middle = itemMeans.reduce((sum, mean) => sum + mean, 0) / itemMeans.length;
  const answers: (number | null)[][] = itemMeans.map(() => []);
  const unit = new Int32Array(units * size);
  const unitMeans = new Float64Array(units);
  const ease = new Float64Array(units);
  for (let person = 0; person < unit.length; person += 1) {
    const at = Math.floor(person / size);
    unit[person] = at;
    if (person % size === 0) unitMeans[at] = middle + sds.unit * normal();
    const own = (unitMeans[at] as number) - middle + sds.person * normal();
    const asked = new Set(shuffled(itemMeans.length, chance).slice(0, drawn));
    itemMeans.forEach((mean, item) => {
      answers[item]?.push(asked.has(item) ? mean + own + sds.residual * normal() : null);
      if (asked.has(item)) ease[at] = (ease[at] as number) + (mean - middle) / drawn / size;
    });
  }
  const columns = answers.map((column) => numberColumn(column, -20, 20));
  return { columns, units: { unit, count: units }, unitMeans, ease };
}

function shuffled(count: number, chance: () => number): number[] {
  const order = Array.from({ length: count }, (_, at) => at);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(chance() * (last + 1));
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  return order;
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function seededChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
