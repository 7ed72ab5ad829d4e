import { codedClasses } from '@lerend/disclosure';
import type { Classes, CodedClasses } from '@lerend/disclosure';
import { countsPerItem } from './answer-table.ts';
import type { AnswerTable } from './answer-table.ts';
import type { ShownClasses } from './coded-figures.ts';
import { restAt } from './rests.ts';
import type { Rests } from './rests.ts';
import { nearestShown } from './shown-parts.ts';
import type { UnitTree } from './unit-tree.ts';

/** The answers to one item as they count, by rest of the area. */
export interface CodedItem {
  /** By owner; null: too few answers to tell anything, so that they are left out of every figure. */
  readonly classes: ReadonlyMap<number, CodedClasses | null>;
  /** Per unit, of the people directly in it: answers from 1 to 5, and those or "weet ik niet"; 0 where left out. */
  readonly answered: Float64Array;
  readonly saidAnything: Float64Array;
}

/** @param column number of the item in the table */
export function codedItem(table: AnswerTable, rests: Rests, column: number): CodedItem {
  const units = rests.owners.length;
  const count = (unit: number, from: number, to: number) => {
    const cell = (unit * table.columns.length + column) * countsPerItem;
    return table.directCounts.subarray(cell + from, cell + to).reduce((sum, one) => sum + one, 0);
  };
  const inClass = (members: readonly number[], from: number, to: number) =>
    members.reduce((sum, unit) => sum + count(unit, from, to), 0);
  const answeredAt = Float64Array.from({ length: units }, (_, unit) => count(unit, 0, 5));
  const classes = new Map<number, CodedClasses | null>();
  for (const [owner, members] of rests.members) {
    const found: Classes = {
      unfavourable: inClass(members, 0, 2),
      middle: inClass(members, 2, 3),
      favourable: inClass(members, 3, 5),
    };
    classes.set(owner, codedClasses(restAt(rests, owner, answeredAt), found));
  }
  const isIn = (unit: number) => (classes.get(rests.owners[unit] ?? -1) ?? null) !== null;
  return {
    classes,
    answered: answeredAt.map((people, unit) => (isIn(unit) ? people : 0)),
    saidAnything: Float64Array.from({ length: units }, (_, unit) => (isIn(unit) ? count(unit, 0, countsPerItem) : 0)),
  };
}

/** @param isToldOf whether a unit's own figure of the item is shown */
export function shownClassesOf(
  { parents }: UnitTree,
  item: CodedItem | undefined,
  isToldOf: (unit: number) => boolean,
): ShownClasses {
  const told = nearestShown(parents, isToldOf);
  const classesOf = (owner: number) => item?.classes.get(owner) ?? null;
  return {
    anywhere: (owner) => (told[owner] === -1 ? null : classesOf(owner)),
    here: (owner) => (isToldOf(owner) ? classesOf(owner) : null),
  };
}
