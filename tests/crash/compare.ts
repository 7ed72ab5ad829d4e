import type { StoredBallot } from './stored-ballots.ts';
import type { Ledger } from './submitter.ts';

export interface Comparison {
  /** Numbers that the server said it has. */
  readonly acknowledged: number;
  readonly stored: number;
  /** Acknowledged, and not there. */
  readonly lost: number;
  /** There more than once. */
  readonly doubled: number;
  /** There with other answers than the acknowledged ones and those sent after them. */
  readonly altered: number;
  /** There without having been sent; once everyone has been answered also: without having been acknowledged. */
  readonly unasked: number;
}

/** Holds what is stored against what the respondents know. */
export function compare(ledgers: readonly Ledger[], stored: readonly StoredBallot[]): Comparison {
  const ledgerOf = new Map(ledgers.map((ledger) => [ledger.number, ledger]));
  const held = new Map(stored.map((ballot) => [ballot.number, ballot.sealed]));
  const acknowledged = ledgers.filter((ledger) => ledger.acknowledged !== null);
  const isRight = (ledger: Ledger) => {
    const sealed = held.get(ledger.number);
    return sealed === undefined || sealed === ledger.acknowledged || ledger.unanswered.has(sealed);
  };
  const isAsked = (number: string) => {
    const ledger = ledgerOf.get(number);
    return ledger !== undefined && (ledger.acknowledged !== null || ledger.unanswered.size > 0);
  };
  return {
    acknowledged: acknowledged.length,
    stored: stored.length,
    lost: acknowledged.filter(({ number }) => !held.has(number)).length,
    doubled: stored.length - held.size,
    altered: ledgers.filter((ledger) => !isRight(ledger)).length,
    unasked: [...held.keys()].filter((number) => !isAsked(number)).length,
  };
}

/** Nothing lost, doubled, altered or made up. */
export const isWhole = ({ lost, doubled, altered, unasked }: Comparison): boolean =>
  lost + doubled + altered + unasked === 0;
