import type { Fixture } from './fixture.ts';

/** Our figure beside R's. */
export interface Comparison {
  readonly fixture: string;
  /** What is compared: one row in the table of largest differences. */
  readonly statistic: string;
  readonly what: string;
  readonly expected: number | null;
  readonly actual: number | null;
  readonly allowed: number;
}

/** Collects the comparisons with one fixture, each with that fixture's own tolerance. */
export function comparisonsWith(fixture: Fixture): {
  readonly list: Comparison[];
  add(statistic: string, what: string, expected: number | null, actual: number | null | undefined): void;
  addAll(statistic: string, what: string, expected: readonly number[], actual: readonly number[] | null | undefined): void;
} {
  const list: Comparison[] = [];
  const { abs, rel } = fixture.tolerance;
  const add = (statistic: string, what: string, expected: number | null, actual: number | null | undefined): void => {
    const allowed = abs + rel * Math.abs(expected ?? 0);
    list.push({ fixture: fixture.name, statistic, what, expected, actual: actual ?? null, allowed });
  };
  return {
    list,
    add,
    addAll: (statistic, what, expected, actual) => {
      expected.forEach((each, index) => add(statistic, `${what}[${index}]`, each, actual?.[index]));
    },
  };
}

/** The difference; 0 when both are undefined, infinite when one of them is. */
export function difference({ expected, actual }: Comparison): number {
  if (expected === null || actual === null) return expected === actual ? 0 : Number.POSITIVE_INFINITY;
  return Math.abs(expected - actual);
}
