import { snapshotForm } from '@lerend/analysis';
import type { AnswerRows, SnapshotInput, SnapshotUnit } from '@lerend/analysis';
import { builtInCutScores, instrumentVersion } from '@lerend/instrument';
import type { FormName } from '@lerend/instrument';

type Chance = () => number;

/** One random organisation that holds two peilingen; in between people come and go, and units are moved. */
export interface MadeOrganisation {
  readonly first: SnapshotInput;
  readonly second: SnapshotInput;
  /** By `sourceUnitId`: people on one of the two invited lists only, everything below included. */
  readonly rosterDifference: { readonly [sourceUnitId: string]: number };
}

interface Person {
  readonly id: number;
  readonly unit: number;
}

const dontKnow = 9;
const chosen = <T>(list: readonly T[], chance: Chance): T => list[Math.floor(chance() * list.length)] as T;
const between = (low: number, high: number, chance: Chance) => low + Math.floor(chance() * (high - low + 1));

/** Units of 1 to 30 people in two to four levels, response of 30 to 100 %, and teams that agree as teams rarely do. */
export function makeOrganisation(chance: Chance): MadeOrganisation {
  const form = chosen<FormName>(['pulse', 'pulse', 'short', 'full'], chance);
  const parents = makeTree(chance);
  const people = parents.flatMap((_, unit) =>
    Array.from({ length: sizeOf(parents, unit, chance) }, (): Omit<Person, 'id'> => ({ unit })),
  );
  const first = people.map((person, id): Person => ({ ...person, id }));
  const laterParents = reorganised(parents, chance);
  const second = nextPeople(first, laterParents.length, chance);
  return {
    first: peilingOf('first', form, parents, first, chance),
    second: peilingOf('second', form, laterParents, second, chance),
    rosterDifference: differenceOf({ parents, people: first }, { parents: laterParents, people: second }),
  };
}

function makeTree(chance: Chance): number[] {
  const parents = [-1];
  const departments = between(1, 4, chance);
  for (let department = 0; department < departments; department++) {
    parents.push(0);
    const own = parents.length - 1;
    const teams = between(0, 4, chance);
    for (let team = 0; team < teams; team++) parents.push(chance() < 0.15 ? parents.length - 1 : own);
  }
  return parents;
}

/** Who leads sits in the unit above its teams: a few people, or none. */
function sizeOf(parents: readonly number[], unit: number, chance: Chance): number {
  if (parents.includes(unit)) return between(0, 5, chance);
  return chance() < 0.5 ? between(1, 12, chance) : between(5, 30, chance);
}

/** One unit hangs elsewhere, with everything below it. */
function reorganised(parents: readonly number[], chance: Chance): number[] {
  const moved = between(1, parents.length, chance);
  if (chance() < 0.5 || moved >= parents.length) return [...parents];
  return parents.map((parent, unit) => (unit === moved ? 0 : parent));
}

/** Some leave, some come, a few move to another unit. */
function nextPeople(people: readonly Person[], units: number, chance: Chance): Person[] {
  const turnover = 0.15 * chance();
  const stayed = people.flatMap((person): Person[] => {
    const fate = chance();
    if (fate < turnover) return [];
    return [fate < turnover + 0.03 ? { ...person, unit: between(0, units - 1, chance) } : person];
  });
  const came = Array.from({ length: Math.round(turnover * people.length) }, (_, at): Person => ({
    id: people.length + at,
    unit: between(0, units - 1, chance),
  }));
  return [...stayed, ...came];
}

function peilingOf(
  scanId: string,
  form: FormName,
  parents: readonly number[],
  people: readonly Person[],
  chance: Chance,
): SnapshotInput {
  const invited = Map.groupBy(people, ({ unit }) => unit);
  const response = 0.3 + 0.7 * chance();
  const units = parents.map((parent, unit): SnapshotUnit => ({
    id: `u${unit}`,
    sourceUnitId: `source-${unit}`,
    parentId: parent < 0 ? null : `u${parent}`,
    name: `Unit ${unit}`,
    invited: invited.get(unit)?.length ?? 0,
    headCount: invited.get(unit)?.length ?? 0,
    reportingGroupId: `u${unit}`,
  }));
  const answers = parents.flatMap((_, unit): AnswerRows[] => {
    const n = (invited.get(unit) ?? []).filter(() => chance() < response).length;
    return n === 0 ? [] : [{ unitId: `u${unit}`, n, items: answersOf(form, n, chance) }];
  });
  return { scanId, form, instrumentVersion, cutScores: builtInCutScores, minimumGroupSize: 5, units, answers };
}

/** Teams that all say the same, or two things, or lie at an end, are what gives people away; half are as teams are. */
function answersOf(form: FormName, n: number, chance: Chance): Uint8Array {
  const { itemIds } = snapshotForm(form);
  const kind = chance();
  const one = between(1, 5, chance);
  const other = between(1, 5, chance);
  const mean = 1.5 + 3 * chance();
  const missing = chance() < 0.5 ? 0 : 0.05;
  const answer = (): number => {
    if (chance() < missing) return chance() < 0.5 ? 0 : dontKnow;
    if (kind < 0.1) return one;
    if (kind < 0.25) return chance() < 0.85 ? one : other;
    if (kind < 0.5) return chance() < 0.5 ? one : other;
    return Math.min(5, Math.max(1, Math.round(mean + 2.5 * (chance() + chance() - 1))));
  };
  return Uint8Array.from({ length: n * itemIds.length }, answer);
}

interface Roster {
  readonly parents: readonly number[];
  readonly people: readonly Person[];
}

function differenceOf(before: Roster, after: Roster): Record<string, number> {
  const inside = ({ parents, people }: Roster, top: number) => {
    const isBelow = (unit: number): boolean => unit === top || (unit >= 0 && isBelow(parents[unit] ?? -1));
    return new Set(people.filter(({ unit }) => isBelow(unit)).map(({ id }) => id));
  };
  return Object.fromEntries(
    after.parents.map((_, unit) => {
      const [first, second] = [inside(before, unit), inside(after, unit)];
      const onOne = (some: ReadonlySet<number>, other: ReadonlySet<number>) =>
        [...some].filter((id) => !other.has(id)).length;
      return [`source-${unit}`, onOne(first, second) + onOne(second, first)];
    }),
  );
}
