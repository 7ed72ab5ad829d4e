import type { ResearchConsent } from './contract.ts';

// What goes over the line between a respondent's device and the server. All bytes are base64url.

/** What was fixed at the opening, as the server signed it: the bytes of the manifest's head and the signature under them. */
export interface SignedManifest {
  readonly head: string;
  readonly signature: string;
}

/** One reporting group as the manifest has it; `key`: SHA-256 of its public key, null where nobody can be. */
export interface GroupEntry {
  readonly id: string;
  readonly parent: string | null;
  readonly name: string;
  /** The most people who may be invited. */
  readonly invited: number;
  readonly key: string | null;
}

/** The first thing that a device asks: which group does this code belong to? It changes nothing on the server. */
export interface GroupRequest {
  readonly code: string;
}

/** All that the device needs to make sure that the key it gets is one of those that were fixed at the opening. */
export interface GroupAnswer {
  readonly manifest: SignedManifest;
  readonly group: GroupEntry;
  /** The way from the group to the manifest's root. */
  readonly path: { readonly index: number; readonly hashes: readonly string[] };
  /** The group's public key (SPKI), and that of the ballots with words. */
  readonly key: string;
  readonly wordsKey: string | null;
}

/** The number, blinded: the server signs it against the code without seeing it. The same one gets the same answer again. */
export interface CredentialRequest extends ResearchConsent {
  readonly code: string;
  readonly blinded: string;
  /** For the ballot with words, on forms that have open questions. */
  readonly blindedWords: string | null;
}

export interface CredentialAnswer {
  readonly signature: string;
  readonly signatureWords: string | null;
}

/** A ballot that nobody can read before the opening, with what shows that it may be counted. */
export interface SealedBallot {
  /** The ballot's public key, 65 bytes. */
  readonly number: string;
  readonly prefix: string;
  readonly credential: string;
  /** From 1; of one number the highest counts. */
  readonly counter: number;
  readonly sealed: string;
  readonly signature: string;
}

export interface BallotRequest extends SealedBallot, ResearchConsent {
  readonly group: string;
}

/** The ballot with words: it carries no group. */
export type OpenBallotRequest = SealedBallot;

/** What everyone may read of a count, sorted: it says of nobody's number whether it was counted or withdrawn. */
export interface PublishedCount {
  /** SHA-256 of each number of which the last version was in order. */
  readonly numbers: readonly string[];
  /** Of each withdrawal the SHA-256 of what only the holder of its key knows. */
  readonly withdrawals: readonly string[];
}

/** A refusal, as the doors for scripts say it. */
export interface RefusedAnswer {
  readonly sentence: string;
  readonly field?: string;
}
