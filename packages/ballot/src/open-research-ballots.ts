import { decodeBallot } from './decode-ballot.ts';
import type { BallotLanguage, SpeedBand } from './ballot.ts';
import { reasonToReject, rowOf } from './open-ballots.ts';
import type { OpeningDefinition, RejectReason } from './open-ballots.ts';
import { shuffle } from './shuffle.ts';
import type { RandomBytes } from './shuffle.ts';

export interface ResearchRow {
  /** In the order of the definition's items: 0 left open, 1–5, 9 "weet ik niet". */
  readonly items: Uint8Array;
  readonly language: BallotLanguage;
  readonly speedBand: SpeedBand;
}

export interface OpenedResearchBallots {
  readonly rows: readonly ResearchRow[];
  readonly rejected: { readonly [reason in RejectReason]?: number };
}

/**
 * Opens the sealed ballots of a pilot for research: rows that belong to no group, shuffled before they are looked at,
 * each with its language and speed. Those two still have to be coarsened before a row is kept. A ballot that isn't in
 * order is left out and counted under its first fault.
 */
export function openResearchBallots(
  sealed: readonly Uint8Array[],
  definition: OpeningDefinition,
  randomBytes: RandomBytes,
): OpenedResearchBallots {
  const columnOf = new Map(definition.itemIds.map((id, column) => [id, column]));
  const rejected: { [reason in RejectReason]?: number } = {};
  const rows = shuffle(sealed, randomBytes).flatMap((payload): ResearchRow[] => {
    const decoded = decodeBallot(payload);
    const reason = decoded.ok ? reasonToReject(decoded.ballot, definition, columnOf) : decoded.fault;
    if (reason !== undefined) rejected[reason] = (rejected[reason] ?? 0) + 1;
    if (!decoded.ok || reason !== undefined) return [];
    const { language, speedBand } = decoded.ballot;
    return [{ items: rowOf(decoded.ballot, columnOf), language, speedBand }];
  });
  return { rows, rejected };
}
