import type { CutScores, FormName } from '@lerend/instrument';
import type { Snapshot, SpeedCounts } from './snapshot.ts';

/** A unit of the peiling's own frozen tree. Counts are of the people who work in the unit itself, what is below it left out. */
export interface SnapshotUnit {
  readonly id: string;
  readonly sourceUnitId: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly invited: number;
  readonly headCount: number | null;
  /** The unit under which those people are counted (`joinSmallGroups`), itself or one above it; left out: itself. */
  readonly reportingGroupId?: string;
}

/** The answers of the people directly in one unit: n rows of as many bytes as `snapshotForm(form).itemIds` has. */
export interface AnswerRows {
  readonly unitId: string;
  readonly n: number;
  /** Row by row. 0 left open, 1–5, 9 "weet ik niet / geldt niet voor mij". */
  readonly items: Uint8Array;
}

/** Answers to profile questions, while ballots are being opened: in memory, and in nothing that is kept. */
export interface ProfileAnswers {
  readonly questions: readonly {
    readonly id: string;
    readonly bands: number;
    /** How many people of the organisation are in each band, where that is known. */
    readonly heads?: readonly number[];
  }[];
  /** Row by row as in the answers of the same unit, n × questions: 0 skipped, else the band. */
  readonly rows: readonly { readonly unitId: string; readonly bands: Uint8Array }[];
}

export interface PreviousPeiling {
  readonly snapshot: Snapshot;
  /**
   * By `sourceUnitId`: how many people are on one of the two invited lists and not on the other, everything below the
   * unit included. A unit that isn't in it can't be compared.
   */
  readonly rosterDifference: { readonly [sourceUnitId: string]: number };
}

export interface SnapshotInput {
  readonly scanId: string;
  readonly instrumentVersion: string;
  readonly form: FormName;
  /** Those that held when the peiling opened; the built-in ones when left out. */
  readonly cutScores?: CutScores;
  /** As the peiling chose it; never lower than the rules' own minimum in effect. */
  readonly minimumGroupSize: number;
  readonly units: readonly SnapshotUnit[];
  /** Zero or one block per unit under which people are counted. */
  readonly answers: readonly AnswerRows[];
  readonly profile?: ProfileAnswers;
  readonly quality?: { readonly speed: SpeedCounts };
  readonly previous?: PreviousPeiling;
}
