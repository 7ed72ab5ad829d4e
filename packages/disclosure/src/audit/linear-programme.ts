import type { Highs, Model, ModelData, ObjectiveSense } from 'highs';
import type { Interval } from './tree-intervals.ts';

/** A coefficient and the number of a variable. */
export type Term = readonly [number, number];

/** A mixed-integer linear programme of which the range of several sums is asked; HiGHS solves it. */
export class LinearProgramme {
  readonly #variables: (Interval & { readonly isWhole: boolean })[] = [];
  readonly #rows: (Interval & { readonly terms: readonly Term[] })[] = [];

  /** The number of a new variable that lies between these. */
  variable(low: number, high: number, isWhole = false): number {
    return this.#variables.push({ low, high, isWhole }) - 1;
  }

  /** Each variable at most once. */
  within(terms: readonly Term[], { low, high }: Interval): void {
    if (terms.length > 0) this.#rows.push({ terms, low, high });
  }

  /**
   * The least and the most that each of these sums of variables can be. null where that isn't known: nothing meets the conditions, or
   * the solver gave up or broke off.
   */
  rangesOf(highs: Highs, sums: readonly (readonly number[])[]): (Interval | null)[] {
    const ranges: (Interval | null)[] = sums.map(() => null);
    try {
      highs.withModel(this.#model(), (model) => {
        model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: smallGap });
        sums.forEach((sum, at) => {
          ranges[at] = rangeOf(highs, model, sum);
        });
      });
    } catch (error) {
      if (!(error instanceof highs.errors.HighsError || error instanceof WebAssembly.RuntimeError)) throw error;
    }
    return ranges;
  }

  #model(): ModelData {
    const { continuous, integer } = { continuous: 0, integer: 1 } as const;
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
      integrality: this.#variables.map(({ isWhole }) => (isWhole ? integer : continuous)),
    };
  }
}

/** Points: far under a step. */
const smallGap = 1e-3;

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
