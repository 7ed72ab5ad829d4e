import type { Highs } from 'highs';

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** A linear programme of which several things are asked. Terms are [coefficient, variable]. */
export class LinearProgramme {
  readonly #highs: Highs;
  readonly #rows: string[] = [];
  readonly #bounds: string[] = [];
  readonly #whole: string[] = [];

  constructor(highs: Highs) {
    this.#highs = highs;
  }

  variable(name: string, low: number, high: number, isWhole = false): string {
    this.#bounds.push(`${low} <= ${name} <= ${high}`);
    if (isWhole) this.#whole.push(name);
    return name;
  }

  within(terms: readonly Term[], { low, high }: Bounds): void {
    if (terms.length === 0) return;
    const sum = written(terms);
    if (low > -Infinity) this.#rows.push(`${sum} >= ${low}`);
    if (high < Infinity) this.#rows.push(`${sum} <= ${high}`);
  }

  /** null where nothing meets the conditions. */
  bounds(terms: readonly Term[]): Bounds | null {
    const low = this.#solve('Minimize', terms);
    const high = low === null ? null : this.#solve('Maximize', terms);
    return low === null || high === null ? null : { low, high };
  }

  #solve(direction: string, terms: readonly Term[]): number | null {
    const rows = this.#rows.length > 0 ? this.#rows : ['nothing: 0 unused = 0'];
    const whole = this.#whole.length > 0 ? `General\n ${this.#whole.join(' ')}\n` : '';
    const text = `${direction}\n obj: ${written(terms)}\nSubject To\n ${rows.join('\n ')}\nBounds\n ${this.#bounds.join('\n ')}\n${whole}End`;
    const { Status, ObjectiveValue } = this.#highs.solve(text, { mip_rel_gap: 0 });
    if (Status === 'Optimal') return ObjectiveValue;
    if (Status === 'Infeasible') return null;
    throw new Error(`HiGHS: ${Status}`);
  }
}

export type Term = readonly [number, string];

function written(terms: readonly Term[]): string {
  return terms
    .map(([coefficient, name]) => `${coefficient < 0 ? '-' : '+'} ${Math.abs(coefficient)} ${name}`)
    .join(' ');
}
