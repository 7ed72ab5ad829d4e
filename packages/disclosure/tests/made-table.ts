import type { PagesOfUnits } from '../src/audit/pages-of-units.ts';
import type { AuditedCell, AuditedRest, AuditedTable } from '../src/audit/audited.ts';

/** A row that counts as it is. */
export const row = (groupId: string, people: number, mean: number): AuditedRest => ({
  groupId,
  people,
  mean,
  range: null,
  window: { low: 5, high: 95 },
});

/** Pages that round nothing. */
export function tellingAll({ rests }: AuditedTable): PagesOfUnits {
  const left = rests.map(({ people, mean }) => ({ low: people * mean, high: people * mean }));
  return { left, sums: left.map((interval, rest) => ({ interval, leaves: [rest], sums: [] })) };
}

/** People of units 0, 1 …, who all say the same. */
export const cell = (rest: number, classes: number[], ofUnits: number[], points: number): AuditedCell => {
  const people = ofUnits.reduce((sum, one) => sum + one, 0);
  const units = ofUnits.map((some, unit) => [10 * rest + unit, some] as const).filter(([, some]) => some > 0);
  return { rest, classes, ofUnits: new Map(units), scores: Array.from({ length: people }, () => points / people) };
};

/** With one cell of every rest and combination of classes. */
export function joined(cells: readonly AuditedCell[]): AuditedCell[] {
  const named = Map.groupBy(cells, ({ rest, classes }) => `${rest} ${classes.join()}`);
  return [...named.values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    const ofUnits = new Map(some.flatMap((one) => [...one.ofUnits]));
    return [{ ...first, ofUnits, scores: some.flatMap(({ scores }) => scores).toSorted((x, y) => x - y) }];
  });
}
