/** How often something held. */
export interface Share {
  readonly held: number;
  readonly of: number;
}

/** Counts by name; a name is made when it is first counted. */
export class Tally {
  readonly #counts = new Map<string, { held: number; of: number }>();

  add(name: string, isHeld: boolean): void {
    this.addMany(name, Number(isHeld), 1);
  }

  addMany(name: string, held: number, of: number): void {
    const known = this.#counts.get(name);
    if (known) {
      known.held += held;
      known.of += of;
    } else this.#counts.set(name, { held, of });
  }

  shares(): Readonly<Record<string, Share>> {
    return Object.fromEntries([...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
