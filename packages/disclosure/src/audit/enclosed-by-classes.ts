import type { AuditedProfile, EnclosedTarget } from './audited.ts';
import { isEnclosed } from './audited.ts';
import { stepsOfGroup, stepsOfPerson } from './enclose-mean.ts';
import type { KnownRest } from './known-rests.ts';
import type { Interval } from './tree-intervals.ts';
import { cellsOfTable } from './two-way-table.ts';

const full = 100;

/** The people of one rest in one class. */
interface Cell {
  readonly people: number;
  /** Under the minimum, and of one unit. 0: none. */
  readonly fewOfOneUnit: number;
}

/**
 * What the classes of one profile question tell together with the figures of units: of the people of one rest who are in one class. Every
 * rest has a sum, every class has one, and nobody goes past the ends of the scale: a table with margins. What the units
 * alone enclose is left to them.
 *
 * @param classSums what is known of the sum of each class as it counts, who is in none last where there are any
 */
export function enclosedByClasses(
  { groupId, areaId, peopleIn = [] }: AuditedProfile,
  rests: readonly KnownRest[],
  classSums: readonly Interval[],
  minimum: number,
): EnclosedTarget[] {
  if (peopleIn.length !== classSums.length) return [];
  const cells = rests.map(({ groups }) =>
    peopleIn.map((byGroup) =>
      cellOf(
        groups.map((group) => byGroup[group] ?? 0),
        minimum,
      ),
    ),
  );
  const found = cellsOfTable({
    rows: rests.map(({ codedSum }) => codedSum),
    columns: classSums,
    cells: rests.map((rest, at) => (cells[at] ?? []).map(({ people }) => roomOf(rest, people))),
  });
  return rests.flatMap((rest, at) =>
    (cells[at] ?? []).flatMap(({ people, fewOfOneUnit }, place): EnclosedTarget[] => {
      const counted = found[at]?.[place];
      if (people === 0 || counted === undefined) return [];
      const sum = asAnswered(rest, people, counted);
      const target = { groupId, areaId, itemId: null };
      const isTold = (steps: number) => !isEnclosed(steps);
      const targets: EnclosedTarget[] = [];
      if (people > 1 && isTold(stepsOfPerson(rest.rest.people, rest.sum)))
        targets.push({ ...target, kind: 'person', people: 1, steps: stepsOfPerson(people, sum) });
      if (fewOfOneUnit > 0 && isTold(stepsOfGroup(rest.rest.people, fewOfOneUnit, rest.sum)))
        targets.push({
          ...target,
          kind: 'small-group',
          people: fewOfOneUnit,
          steps: stepsOfGroup(people, fewOfOneUnit, sum),
        });
      return targets;
    }),
  );
}

function cellOf(counts: readonly number[], minimum: number): Cell {
  const people = counts.reduce((sum, count) => sum + count, 0);
  const few = counts.filter((count) => count < minimum);
  return { people, fewOfOneUnit: people < minimum ? people : Math.max(0, ...few) };
}

/**
 * Where the sum of some people of a rest can lie as it counts: each moved with the rest's coded mean. Of a rest at an end of
 * its window these can be moved past it, the more the further out its own mean lies.
 */
function roomOf(rest: KnownRest, people: number): Interval {
  const all = full * people;
  const n = rest.rest.people;
  const past = (sum: number) => Math.min(sum, people * (full + Math.max(0, (sum - all) / n)));
  return {
    low: rest.sum.high > rest.codedSum.high ? all - past(full * n - rest.codedSum.low) : 0,
    high: rest.sum.low < rest.codedSum.low ? past(rest.codedSum.high) : all,
  };
}

/** What was answered, where this is how it counts. */
function asAnswered({ rest, sum, codedSum }: KnownRest, people: number, counted: Interval): Interval {
  const share = people / rest.people;
  const up = sum.low < codedSum.low ? share * codedSum.high : 0;
  const down = sum.high > codedSum.high ? share * (full * rest.people - codedSum.low) : 0;
  return { low: Math.max(0, counted.low - up), high: Math.min(full * people, counted.high + down) };
}
