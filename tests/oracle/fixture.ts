import { readFileSync } from 'node:fs';

/** A tree of figures, as the fixtures hold them; null = not defined. */
export type Figures = { readonly [name: string]: Figures | number | string | null | readonly (Figures | number | null)[] };

export interface Fixture {
  readonly name: string;
  readonly values: Figures;
  readonly tolerance: { readonly abs: number; readonly rel: number };
}

/** A fixture by its name: `DATASET.STATISTIC`. */
export function readFixture(name: string): Fixture {
  const text = readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8');
  const { values, suggested_tolerance: tolerance } = JSON.parse(text) as { values: Figures; suggested_tolerance: Fixture['tolerance'] };
  return { name, values, tolerance };
}

/** The branch at this path. */
export function branch(figures: Figures, ...path: readonly string[]): Figures {
  let at = figures;
  for (const name of path) {
    const next = at[name];
    if (typeof next !== 'object' || next === null || Array.isArray(next)) throw new Error(`No branch ${path.join('.')}.`);
    at = next as Figures;
  }
  return at;
}

/** The figure at this path. */
export function figure(figures: Figures, ...path: readonly string[]): number | null {
  const value = branch(figures, ...path.slice(0, -1))[path.at(-1) ?? ''];
  if (typeof value !== 'number' && value !== null) throw new Error(`No figure ${path.join('.')}.`);
  return value;
}

/** The list at this path: of numbers (an interval), or of rows. */
export function numbers(figures: Figures, ...path: readonly string[]): readonly number[] {
  const value = branch(figures, ...path.slice(0, -1))[path.at(-1) ?? ''];
  if (!Array.isArray(value)) throw new Error(`No list ${path.join('.')}.`);
  return value as readonly number[];
}

export function rows(figures: Figures, ...path: readonly string[]): readonly Figures[] {
  return numbers(figures, ...path) as unknown as readonly Figures[];
}
