import type { BandClass, Published, ResponseBand } from '@lerend/disclosure';

/** One class of a profile question on one area. In points of 0–100, whole. */
export interface ProfileCell {
  readonly n: number;
  readonly score: number;
  /** Class of the 95 % half-width of `score`, as if for other people, as its upper edge. */
  readonly band: BandClass;
}

/** People who gave one answer; the largest class may hold others with it, so that these are not too few by themselves. */
export interface ProfileClassResult {
  /** From 1; 0: who skipped the question. */
  readonly bands: readonly number[];
  readonly people: Published<number>;
  /** One per area, in the order of the snapshot's; null where an area may not be told. */
  readonly areas: readonly (Published<ProfileCell> | null)[];
}

/** One band of which is known how many people are in it. */
export interface BandResponse {
  /** As given before the peiling opened. */
  readonly people: number;
  /** How many of them answered, in quarters; null under twenty people. */
  readonly response: Published<ResponseBand> | null;
}

/** An item that people of one band answer differently from others with the same score on its area. */
export interface ItemByGroup {
  readonly itemId: string;
  /** From 1. */
  readonly band: number;
  /** neither: it goes along with the rest of the area more, or less, in this band. */
  readonly direction: 'higher' | 'lower' | 'neither';
}

export interface ItemsByGroup {
  /** Items that could be tested. */
  readonly tested: number;
  /** Those that differ, at most one an area, in the order of the form. */
  readonly differing: readonly ItemByGroup[];
}

/**
 * What a profile question tells, for the whole organisation. Made in memory while ballots are opened: the answers that it
 * comes from are kept nowhere, so it can't be made again.
 */
export interface ProfileResult {
  readonly questionId: string;
  /** null where there are no two classes to compare, and where they are held back. */
  readonly classes: readonly ProfileClassResult[] | null;
  /** Whether what is told of classes would, beside the figures of units, tell too much of a few (`withGroupsHeldBack`). */
  readonly isHeldBack?: true;
  /** One per band; absent where nobody said how many people are in each. */
  readonly response?: readonly BandResponse[];
  /** Absent where nothing was tested (older results); null where there are too few people. */
  readonly items?: Published<ItemsByGroup> | null;
}

/** The score of everyone on one area as if people had answered in proportion to how many they are. 0–100, whole. */
export interface WeightedScore {
  readonly score: number;
  readonly weighted: number;
}

/** Weighted to known head counts. A function of published figures and of numbers of people. */
export interface ProfileWeighting {
  /** The questions whose head counts weigh on some area. */
  readonly questionIds: readonly string[];
  /** One per area, in the order of the snapshot's; null where none of these questions is told, or weights are too unequal. */
  readonly areas: readonly (Published<WeightedScore> | null)[];
}
