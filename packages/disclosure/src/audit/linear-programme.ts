import type { Highs, Model, ModelData, ObjectiveSense } from 'highs';
import type { Interval } from './tree-intervals.ts';

/** A coefficient and the number of a variable. */
export type Term = readonly [number, number];

/** A linear programme of which the range of several sums is asked; HiGHS solves it. */
export class LinearProgramme {
  readonly #variables: Interval[] = [];
  readonly #rows: (Interval & { readonly terms: readonly Term[] })[] = [];

  /** The number of a new variable that lies between these. */
  variable(low: number, high: number): number {
    return this.#variables.push({ low, high }) - 1;
  }

  /** A new variable that is a part of another one: neither it nor what is left of the other is below 0 or above these. */
  partOf(whole: number, most: number, mostOfOthers: number): number {
    const part = this.variable(0, most);
    this.within(
      [
        [1, whole],
        [-1, part],
      ],
      { low: 0, high: mostOfOthers },
    );
    return part;
  }

  /** Each variable at most once. */
  within(terms: readonly Term[], { low, high }: Interval): void {
    if (terms.length > 0) this.#rows.push({ terms, low, high });
  }

  /**
   * Asks for the least and the most that sums of variables can be; null where that isn't known: nothing meets the conditions, or
   * the solver gave up or broke off. What a solver does that breaks off isn't foreseen, so whatever it throws counts.
   */
  solved(highs: Highs, ask: (rangeOf: (sum: readonly number[]) => Interval | null) => void): void {
    let isBroken = false;
    const unlessBroken = <Answer>(work: () => Answer): Answer | null => {
      if (isBroken) return null;
      try {
        return work();
      } catch {
        isBroken = true;
        return null;
      }
    };
    const model = unlessBroken(() => highs.createModel(this.model()));
    unlessBroken(() => model?.options.set({ output_flag: false, simplex_iteration_limit: mostIterations }));
    ask((sum) => model && unlessBroken(() => rangeOf(highs, model, sum)));
    unlessBroken(() => model?.dispose());
  }

  /** As HiGHS takes it. */
  model(): ModelData {
    let entries = 0;
    const starts = [0, ...this.#rows.map(({ terms }) => (entries += terms.length))];
    return {
      numCols: this.#variables.length,
      numRows: this.#rows.length,
      colCost: this.#variables.map(() => 0),
      colLower: this.#variables.map(({ low }) => low),
      colUpper: this.#variables.map(({ high }) => high),
      rowLower: this.#rows.map(({ low }) => low),
      rowUpper: this.#rows.map(({ high }) => high),
      matrix: {
        format: 'csr',
        numRows: this.#rows.length,
        numCols: this.#variables.length,
        starts,
        indices: this.#rows.flatMap(({ terms }) => terms.map(([, variable]) => variable)),
        values: this.#rows.flatMap(({ terms }) => terms.map(([coefficient]) => coefficient)),
      },
    };
  }
}

/** Some tens of thousands of variables take a few thousand. A limit of steps is the same on every machine; one of time isn't. */
const mostIterations = 200_000;

function rangeOf(highs: Highs, model: Model, sum: readonly number[]): Interval | null {
  const cost = new Float64Array(model.getDimensions().numCols);
  for (const variable of sum) cost[variable] = 1;
  model.changeColsCost({ kind: 'range', from: 0, to: cost.length - 1 }, cost);
  const { minimize, maximize } = highs.constants.objectiveSense;
  const low = optimum(highs, model, minimize);
  const high = low === null ? null : optimum(highs, model, maximize);
  return low === null || high === null ? null : { low, high };
}

function optimum(highs: Highs, model: Model, sense: ObjectiveSense): number | null {
  model.changeObjectiveSense(sense);
  model.run();
  return model.getModelStatus() === highs.constants.modelStatus.optimal ? model.getObjectiveValue() : null;
}
