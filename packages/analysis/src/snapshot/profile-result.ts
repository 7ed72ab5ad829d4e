import type { BandClass, Published } from '@lerend/disclosure';

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

/**
 * What a profile question tells, for the whole organisation. Made in memory while ballots are opened: the answers that it
 * comes from are kept nowhere, so it can't be made again.
 */
export interface ProfileResult {
  readonly questionId: string;
  /** null where there are no two classes to compare. */
  readonly classes: readonly ProfileClassResult[] | null;
}
