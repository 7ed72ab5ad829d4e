import type { ItemCell } from '../cells.ts';
import type { GroupNode } from '../group-tree.ts';
import type { Interval } from './tree-intervals.ts';

/*
 * What the audit reads: the figures of a peiling as everybody can see them, and what is known without them. By group in the
 * order of `groups`. It is taken that everybody knows how many people of each unit answered what, though no page says so.
 */

export interface AuditedItem {
  readonly itemId: string;
  /** People directly in each group who gave an answer from 1 to 5. */
  readonly answered: readonly number[];
  readonly cells: readonly (Pick<ItemCell, 'n' | 'favourable' | 'unfavourable'> | null)[];
}

export interface AuditedScale {
  readonly areaId: string;
  /** People directly in each group who have a score. */
  readonly answered: readonly number[];
  /** 0–100, in whole points. */
  readonly scores: readonly (number | null)[];
  readonly items: readonly AuditedItem[];
  /** Groups of which a change since the previous peiling is shown on this scale. */
  readonly changes: readonly boolean[];
}

/** The profile questions that are told on one scale, for everyone together. */
export interface AuditedProfile {
  /** The top of the tree. */
  readonly groupId: string;
  readonly areaId: string;
  /** Everybody with a score, and their score as shown. */
  readonly people: number;
  readonly score: number;
  /** Items of the scale. */
  readonly itemCount: number;
  /** Per question the classes that are shown. */
  readonly questions: readonly (readonly ShownClass[])[];
  /** Known while ballots are opened; left out later, when the answers that say who is in which class are gone. */
  readonly table?: AuditedTable;
}

export interface ShownClass {
  readonly people: number;
  readonly score: number;
}

/** The rows of which every figure of a scale is made (`coding/rest.ts`), and who is alike in them by the profile questions. */
export interface AuditedTable {
  readonly rests: readonly AuditedRest[];
  /** Everybody with a score; a rest and a combination of classes at most once. */
  readonly cells: readonly AuditedCell[];
}

export interface AuditedRest {
  /** The shown group whose rest it is. */
  readonly groupId: string;
  readonly people: number;
  /** Their mean score as it counts, in points of 0–100. */
  readonly mean: number;
  /** Of a mean at an end of its window: the range of the means that it stands for. */
  readonly range: Interval | null;
  /** Between which ends a mean counts as it is; null: nowhere. */
  readonly window: Interval | null;
}

/** People of one rest who are in the same class of every question. */
export interface AuditedCell {
  readonly rest: number;
  /** Per question the place of the class; −1: in none that is shown. */
  readonly classes: readonly number[];
  /** How many of them are directly in each unit that has any. */
  readonly ofUnits: ReadonlyMap<number, number>;
  /** Their scores as answered, in points, the lowest first. */
  readonly scores: readonly number[];
}

export interface AuditedPeiling {
  readonly minimum: number;
  /** Whether ends are coded (`coding/`); not in results of before that rule. */
  readonly isCoded: boolean;
  readonly groups: readonly GroupNode[];
  readonly scales: readonly AuditedScale[];
  /** What is told of profile questions; left out where there are none. */
  readonly profile?: readonly AuditedProfile[];
  /** Per group by how many people the invited lists of this and the previous peiling differ; null: not known, or new. */
  readonly rosterDifferences: readonly (number | null)[];
}

/** What somebody could be after. */
export type TargetKind =
  /** A group under the minimum, a remainder, or hidden units together. */
  | 'small-group'
  /** One person, for a colleague who knows their own answers. */
  | 'person'
  /** The few by whom the invited lists of two peilingen differ. */
  | 'difference-in-time';

/** How closely something is enclosed. */
export interface EnclosedTarget {
  readonly kind: TargetKind;
  /** The shown group in whose own people it lies. */
  readonly groupId: string;
  readonly areaId: string;
  /** null: the mean over the area. */
  readonly itemId: string | null;
  /** People in it. */
  readonly people: number;
  /** The width of what is possible for its mean, in steps of the five; 0: it is known. */
  readonly steps: number;
}

export interface AuditReport {
  /** Scores and cells of items that are shown, and those that aren't. */
  readonly shownFigures: number;
  readonly hiddenFigures: number;
  readonly targets: number;
  /** The targets that are enclosed most closely, the closest first; at most ten. */
  readonly closest: readonly EnclosedTarget[];
  /** How many lie within less than `leastSteps`: then the peiling can't be published. */
  readonly enclosed: number;
}

/** Steps of the five within which nothing may be enclosed. */
const leastSteps = 2;

/** Of an interval of whole steps, after divisions. */
const tolerance = 1e-4;

/** Whether a target that is left this many steps is enclosed: then its figures may not be shown together. */
export const isEnclosed = (steps: number): boolean => steps < leastSteps - tolerance;
