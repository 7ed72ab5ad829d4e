import type { ReceivedBallot } from '@lerend/ballot';

/** A ballot that somebody outside got hold of, and its place in the order in which ballots came. */
export interface FoundBallot extends ReceivedBallot {
  readonly groupId: string;
  readonly order: number;
}

/** That a code was used, as the database says it. */
export interface FoundIssuance {
  readonly issueTag: Uint8Array;
  readonly requestDigest: Uint8Array;
}

/** What a place that was looked into holds. */
export interface Found {
  readonly ballots: readonly FoundBallot[];
  readonly issuance: readonly FoundIssuance[];
  /** How many ballots' numbers stand there. */
  readonly numbers: number;
}

/** One line of a web server in front of the product, for the request in which a ballot came. */
export interface BallotLine {
  readonly at: number;
  /** Whose address it is; nobody knows without addresses. */
  readonly person: number;
  readonly requestBytes: number;
}

/** One peiling of which all came in and was counted, with all that can be seen of it, and the truth. */
export interface Observed {
  /** Per person: in which group they are, and what the invitation's row says. */
  readonly people: readonly { readonly groupId: string; readonly codeTag: Uint8Array }[];
  /** Per person, the row that is theirs: what an attacker is after. */
  readonly truth: readonly Uint8Array[];
  /** The rows of each group as they stand in the database after the count. */
  readonly rows: ReadonlyMap<string, readonly Uint8Array[]>;
  readonly copies: Found;
  readonly files: Found;
  readonly log: Found;
  readonly web: readonly BallotLine[];
  /** Reads a ballot with the opening key, or without it where nothing is sealed: its row; undefined when that can't be. */
  read(ballot: FoundBallot, hasKey: boolean): Promise<Uint8Array | undefined>;
  /** The public exponent's result on a credential: what was signed for it. */
  signedFor(ballot: FoundBallot): Uint8Array;
  /** How many bytes a row's answers take in a ballot that isn't padded. */
  bytesOf(row: Uint8Array): number;
}
