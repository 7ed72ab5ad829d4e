import type { Highs, Model } from 'highs';

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** A linear programme of which several things are asked. Terms are [coefficient, variable]. */
export class LinearProgramme {
  readonly #highs: Highs;
  readonly #variables = new Map<string, Bounds & { readonly at: number; readonly isWhole: boolean }>();
  readonly #rows: (Bounds & { readonly terms: ReadonlyMap<number, number> })[] = [];

  constructor(highs: Highs) {
    this.#highs = highs;
  }

  variable(name: string, low: number, high: number, isWhole = false): string {
    this.#variables.set(name, { at: this.#variables.size, low, high, isWhole });
    return name;
  }

  within(terms: readonly Term[], { low, high }: Bounds): void {
    if (terms.length > 0) this.#rows.push({ terms: this.#summed(terms), low, high });
  }

  /** Per sum the least and the most that it can be; null where nothing meets the conditions. */
  boundsOf(sums: readonly (readonly Term[])[]): (Bounds | null)[] {
    if (sums.length === 0) return [];
    const variables = [...this.#variables.values()];
    let entries = 0;
    const starts = [0, ...this.#rows.map(({ terms }) => (entries += terms.size))];
    const model = {
      numCols: variables.length,
      numRows: this.#rows.length,
      colCost: variables.map(() => 0),
      colLower: variables.map(({ low }) => low),
      colUpper: variables.map(({ high }) => high),
      rowLower: this.#rows.map(({ low }) => low),
      rowUpper: this.#rows.map(({ high }) => high),
      matrix: {
        format: 'csr' as const,
        numRows: this.#rows.length,
        numCols: variables.length,
        starts,
        indices: this.#rows.flatMap(({ terms }) => [...terms.keys()]),
        values: this.#rows.flatMap(({ terms }) => [...terms.values()]),
      },
      integrality: variables.map(({ isWhole }) => (isWhole ? 1 : 0)),
    };
    return this.#highs.withModel(model, (solver) => {
      solver.options.set({ output_flag: false, mip_rel_gap: 0 });
      return sums.map((terms) => this.#bounds(solver, terms));
    });
  }

  #bounds(solver: Model, terms: readonly Term[]): Bounds | null {
    const cost = new Float64Array(this.#variables.size);
    for (const [at, coefficient] of this.#summed(terms)) cost[at] = coefficient;
    solver.changeColsCost({ kind: 'range', from: 0, to: cost.length - 1 }, cost);
    const low = this.#optimum(solver, 'minimize');
    const high = low === null ? null : this.#optimum(solver, 'maximize');
    return low === null || high === null ? null : { low, high };
  }

  #optimum(solver: Model, sense: 'minimize' | 'maximize'): number | null {
    const { objectiveSense, modelStatus } = this.#highs.constants;
    solver.changeObjectiveSense(objectiveSense[sense]);
    solver.run();
    const status = solver.getModelStatus();
    if (status === modelStatus.optimal) return solver.getObjectiveValue();
    if (status === modelStatus.infeasible) return null;
    throw new Error(`HiGHS: status ${status}`);
  }

  #summed(terms: readonly Term[]): ReadonlyMap<number, number> {
    const summed = new Map<number, number>();
    for (const [coefficient, name] of terms) {
      const { at } = this.#variables.get(name) ?? {};
      if (at === undefined) throw new Error(`no variable ${name}`);
      summed.set(at, (summed.get(at) ?? 0) + coefficient);
    }
    return summed;
  }
}

export type Term = readonly [number, string];
