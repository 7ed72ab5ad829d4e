import type { Soon } from './ballot-cryptography.ts';
import type { BallotTools } from './blind-signature.ts';
import { blocksOf, readBallots } from './open-ballots.ts';
import type { OpenedBallots, OpeningDefinition, RejectReason } from './open-ballots.ts';
import type { ReceivedBallot } from './received-ballot.ts';
import type { SealFault, UnsealedBallots } from './unseal-ballots.ts';
import { setWithdrawnApart } from './withdrawal.ts';
import type { Withdrawn } from './withdrawal.ts';

export interface CountTools extends Pick<BallotTools, 'randomBytes'> {
  sha256(bytes: Uint8Array): Soon<Uint8Array>;
}

/** What counting a peiling needs beside the ballots. */
export interface SealedOpening {
  readonly definition: OpeningDefinition;
  /**
   * Where the ballots of each group go, from how many of each counted: a group with too few goes to one above it, so
   * that no block is a name. A group that isn't in the answer stays what it is.
   */
  regroup(counts: ReadonlyMap<string, number>): ReadonlyMap<string, string>;
  /** Only ballots that were sealed on a device count for `regroup`; the others are in the blocks all the same. */
  readonly isStrict: boolean;
}

/**
 * What everyone may read of a count. Counted and withdrawn numbers stand together, so that nobody can see of a number which
 * of the two it is; but whoever withdrew recognises the proof.
 */
export interface PublishedNumbers {
  /** SHA-256 of each number of which the last version was in order, counted or withdrawn; sorted. */
  readonly numbers: readonly Uint8Array[];
  /** SHA-256 of the secret in each withdrawal, sorted: it belongs to no number for who hasn't its key. */
  readonly withdrawals: readonly Uint8Array[];
}

export interface OpenedSealedBallots extends Omit<OpenedBallots, 'rejected'> {
  readonly rejected: { readonly [reason in RejectReason | SealFault]?: number };
  readonly published: PublishedNumbers;
  /** Of the counted ballots: how many were sealed where. */
  readonly sealedOn: { readonly [place in ReceivedBallot['sealedOn']]: number };
}

/**
 * From ballots that were checked again and opened to rows per group, all in memory: cut loose from their numbers, moved to a
 * group with enough of them, shuffled. A ballot that isn't in order is left out and counted under its first fault, the
 * seal's before the content's; one that withdraws is nowhere but in the published lists. Numbers and rows come back in
 * orders that have nothing to do with one another.
 */
export async function openSealedBallots(
  { unsealed, rejected }: UnsealedBallots,
  { definition, regroup, isStrict }: SealedOpening,
  tools: CountTools,
): Promise<OpenedSealedBallots> {
  const { standing, withdrawn } = setWithdrawnApart(unsealed);
  const sealed = standing.map((ballot) => ({ ...ballot, groupId: ballot.groupId ?? '' }));
  const read = readBallots(sealed, definition, tools.randomBytes);
  const target = regroup(countPerGroup(read.counted, isStrict ? ['device'] : ['device', 'arrival']));
  const moved = read.counted.map(({ groupId, ballot }) => ({ groupId: target.get(groupId) ?? groupId, ballot }));
  return {
    ...blocksOf(moved, definition),
    rejected: { ...rejected, ...read.rejected },
    published: await publishedNumbers(tools, read.counted, withdrawn),
    sealedOn: {
      device: read.counted.filter(({ sealedOn }) => sealedOn === 'device').length,
      arrival: read.counted.filter(({ sealedOn }) => sealedOn === 'arrival').length,
    },
  };
}

/** How many ballots of each group were sealed in one of these places; a group of which none was has 0. */
function countPerGroup(
  counted: readonly { readonly groupId: string; readonly sealedOn: ReceivedBallot['sealedOn'] }[],
  places: readonly ReceivedBallot['sealedOn'][],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { groupId, sealedOn } of counted)
    counts.set(groupId, (counts.get(groupId) ?? 0) + (places.includes(sealedOn) ? 1 : 0));
  return counts;
}

/** Of what was counted and what was withdrawn. */
export async function publishedNumbers(
  tools: Pick<CountTools, 'sha256'>,
  counted: readonly { readonly number: Uint8Array }[],
  withdrawn: readonly (Withdrawn & { readonly number: Uint8Array })[],
): Promise<PublishedNumbers> {
  return {
    numbers: await sortedHashes(
      tools,
      [...counted, ...withdrawn].map(({ number }) => number),
    ),
    withdrawals: await sortedHashes(
      tools,
      withdrawn.map(({ secret }) => secret),
    ),
  };
}

async function sortedHashes(
  { sha256 }: Pick<CountTools, 'sha256'>,
  all: readonly Uint8Array[],
): Promise<readonly Uint8Array[]> {
  const hashes = await Promise.all(all.map((one) => sha256(one)));
  return hashes.sort(inByteOrder);
}

function inByteOrder(one: Uint8Array, other: Uint8Array): number {
  const at = one.findIndex((byte, place) => byte !== other[place]);
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
