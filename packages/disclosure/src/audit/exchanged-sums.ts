import type { AuditedCell } from './audited.ts';
import type { Interval } from './tree-intervals.ts';

const full = 100;

/**
 * What the sum of some cells of one rest can be made by exchanges: they get points of others in their rest, and in another rest
 * people of the same two combinations of classes give them back the other way. Every rest and every class keeps its sum, so no
 * score changes, whatever the rules for classes are. Not every way is tried (only over one other rest at a time): the sum may
 * well reach further.
 */
export class ExchangedSums {
  /** Per cell what it can give away, and what it can still get, in points. */
  readonly #points: Float64Array;
  readonly #room: Float64Array;
  readonly #restOf: Int32Array;
  readonly #inRest: ReadonlyMap<number, readonly number[]>;
  /** Per cell the cells of the same combination of classes, by rest. */
  readonly #alike: readonly ReadonlyMap<number, number>[];
  /** Points that were moved out of or into a cell. */
  readonly #moved: Float64Array;

  constructor(cells: readonly AuditedCell[]) {
    this.#points = Float64Array.from(cells, ({ scores }) => scores.reduce((sum, one) => sum + one, 0));
    this.#room = Float64Array.from(cells, ({ scores }, at) => full * scores.length - (this.#points[at] ?? 0));
    this.#restOf = Int32Array.from(cells, ({ rest }) => rest);
    this.#moved = new Float64Array(cells.length);
    this.#inRest = Map.groupBy(cells.keys(), (at) => this.#restOf[at] ?? -1);
    const alike = new Map<string, Map<number, number>>();
    this.#alike = cells.map(({ rest, classes }, at) => {
      const name = classes.join();
      const own = alike.get(name) ?? new Map<number, number>();
      alike.set(name, own.set(rest, at));
      return own;
    });
  }

  /**
   * @param set      places of cells; of several rests: they keep their sum
   * @param without  cells that keep their sums
   * @param isEnough looks no further once this is so of a range
   */
  range(set: readonly number[], without: readonly number[], isEnough: (range: Interval) => boolean): Interval {
    let low = set.reduce((sum, at) => sum + (this.#points[at] ?? 0), 0);
    let high = low;
    if (isEnough({ low, high }) || new Set(set.map((at) => this.#restOf[at])).size > 1) return { low, high };
    const kept = new Set([...set, ...without]);
    this.#exchange(set, kept, { own: this.#room, others: this.#points }, (some) =>
      isEnough({ low, high: (high += some) }),
    );
    this.#exchange(set, kept, { own: this.#points, others: this.#room }, (some) =>
      isEnough({ low: (low -= some), high }),
    );
    return { low, high };
  }

  /**
   * The set gets points of others in its rest or gives them some, one exchange after the other, until `after` one that is
   * enough.
   *
   * @param left of the set and of whoever stands for the others in another rest: what each cell has to move
   */
  #exchange(
    set: readonly number[],
    kept: ReadonlySet<number>,
    left: { readonly own: Float64Array; readonly others: Float64Array },
    after: (points: number) => boolean,
  ): void {
    this.#moved.fill(0);
    const leftOf = (side: Float64Array, at: number) => (side[at] ?? 0) - (this.#moved[at] ?? 0);
    const rest = this.#restOf[set[0] ?? -1] ?? -1;
    for (const own of set) {
      for (const other of this.#inRest.get(rest) ?? []) {
        if (kept.has(other)) continue;
        const [back, forth] = [this.#alike[own], this.#alike[other]];
        if (!back || !forth) continue;
        for (const elsewhere of (back.size < forth.size ? back : forth).keys()) {
          const some = Math.min(leftOf(left.own, own), leftOf(left.others, other));
          if (some <= 0) break;
          const [giver, getter] = [back.get(elsewhere), forth.get(elsewhere)];
          if (elsewhere === rest || giver === undefined || getter === undefined) continue;
          const points = Math.min(some, leftOf(left.others, giver), leftOf(left.own, getter));
          if (points <= 0) continue;
          for (const at of [own, other, giver, getter]) this.#moved[at] = (this.#moved[at] ?? 0) + points;
          if (after(points)) return;
        }
      }
    }
  }
}
