interface Step {
  readonly below: Map<string, Step>;
  readonly path: readonly string[];
  /** Its number among the paths that somebody has; −1 while nobody has it. */
  index: number;
}

/** Numbers the different paths of units in the order in which they first occur. */
export class UnitPaths {
  readonly paths: (readonly string[])[] = [];
  readonly #top: Step = { below: new Map(), path: [], index: -1 };

  /**
   * The number of a person's path: the units from the top down, '' = not filled in. −1 without any unit.
   * Gives the depth of the gap when a unit is missing above one that is filled in.
   */
  indexOf(units: readonly string[]): number | { readonly gapAt: number } {
    let step = this.#top;
    let depth = 0;
    for (; depth < units.length; depth += 1) {
      const name = units[depth] as string;
      if (name === '') break;
      let next = step.below.get(name);
      if (next === undefined) {
        next = { below: new Map(), path: [...step.path, name], index: -1 };
        step.below.set(name, next);
      }
      step = next;
    }
    for (let below = depth + 1; below < units.length; below += 1) if (units[below] !== '') return { gapAt: depth };
    if (depth === 0) return -1;
    if (step.index < 0) {
      step.index = this.paths.length;
      this.paths.push(step.path);
    }
    return step.index;
  }
}
