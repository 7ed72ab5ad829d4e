import { webCryptography } from './ballot-cryptography.ts';
import type { BallotCryptography, CredentialCheck } from './ballot-cryptography.ts';
import type { OpeningKey } from './hpke.ts';
import { carriesMark } from './receipt-mark.ts';
import { faultOutside, placeOf } from './received-ballot.ts';
import type { ReceiptFault, ReceivedBallot } from './received-ballot.ts';
import { openSeal } from './sealed-ballot.ts';
import type { BallotKind, InsideFault } from './sealed-ballot.ts';

/** Which ballots are opened, and the keys for it. */
export interface UnsealingKeys {
  readonly kind: BallotKind;
  readonly scanId: string;
  readonly openingKey: OpeningKey;
  /** SPKI per group id; the key for answers in words under `words`. */
  readonly groupKeys: ReadonlyMap<string, Uint8Array>;
  /** What the server marks ballots with that it found in order at receipt, if it does. */
  readonly receiptKey?: Uint8Array;
}

/** Told after each part how many ballots have been looked at. */
export type Progress = (done: number) => void;

export interface UnsealedBallot {
  readonly groupId: string | null;
  readonly number: Uint8Array;
  readonly sealedOn: ReceivedBallot['sealedOn'];
  readonly payload: Uint8Array;
}

/** `unknown-group`: no key for it in this peiling. `replaced`: the same number was handed in with a higher counter. */
export type SealFault = ReceiptFault | InsideFault | 'unknown-group' | 'replaced';

/** What became of one ballot. */
export type UnsealOutcome = (UnsealedBallot & { readonly counter: number }) | SealFault;

/** The outcomes of some ballots, in their order; of ballots as whoever opens them keeps them. */
export type UnsealPart<Kept = ReceivedBallot> = (part: readonly Kept[]) => Promise<readonly UnsealOutcome[]>;

export interface UnsealedBallots {
  /** In the order in which they came: shuffle them before anything else. */
  readonly unsealed: readonly UnsealedBallot[];
  readonly rejected: { readonly [fault in SealFault]?: number };
}

/** Parts of a list, as a database gives them; one list in an array will do. */
export type InParts<Item> = Iterable<readonly Item[]> | AsyncIterable<readonly Item[]>;

/**
 * Opens sealed ballots, and checks all that was checked at receipt again, or that the server's own mark says so: what isn't sealed, signed and permitted for
 * exactly this peiling, group, number and counter is left out and counted under its first fault. Of one number the
 * ballot with the highest counter counts. A group's key or an opening key that is none is a TypeError.
 */
export async function unsealBallots(
  received: InParts<ReceivedBallot>,
  keys: UnsealingKeys,
  subtle: SubtleCrypto,
): Promise<UnsealedBallots> {
  return unsealInParts(received, await unsealPartWith(webCryptography(subtle), keys));
}

/** The same with parts that are looked at elsewhere: in threads, say. */
export async function unsealInParts<Kept>(
  received: InParts<Kept>,
  unsealPart: UnsealPart<Kept>,
  progress: Progress = () => undefined,
): Promise<UnsealedBallots> {
  const kept = new Map<string, UnsealedBallot & { readonly counter: number }>();
  const rejected: { [fault in SealFault]?: number } = {};
  const reject = (fault: SealFault) => (rejected[fault] = (rejected[fault] ?? 0) + 1);
  const keep = (ballot: UnsealedBallot & { readonly counter: number }) => {
    const number = String.fromCharCode(...ballot.number);
    const former = kept.get(number);
    if (former) reject('replaced');
    if (!former || former.counter < ballot.counter) kept.set(number, ballot);
  };
  let done = 0;
  for await (const outcomes of inOrder(received, unsealPart)) {
    for (const outcome of outcomes) {
      if (typeof outcome === 'string') reject(outcome);
      else keep(outcome);
    }
    done += outcomes.length;
    progress(done);
  }
  const unsealed = [...kept.values()].map(({ counter: _, ...ballot }) => ballot);
  return { unsealed, rejected };
}

/** So many parts are on their way at the same time, so that whoever opens them never waits for whoever reads them. */
const partsAhead = 6;

/** The outcomes of each part, in the order of the parts. */
async function* inOrder<Kept>(received: InParts<Kept>, unsealPart: UnsealPart<Kept>) {
  const underway: Promise<readonly UnsealOutcome[]>[] = [];
  for await (const part of received) {
    const outcomes = unsealPart(part);
    outcomes.catch(() => undefined); // Told when its turn comes.
    underway.push(outcomes);
    if (underway.length === partsAhead) yield (await underway.shift()) ?? [];
  }
  for (const outcomes of underway) yield await outcomes;
}

/** So many at once: enough to keep the processor busy, few enough to stay small. */
const atOnce = 64;

/** Reads the keys once, for many parts. */
export async function unsealPartWith(
  cryptography: BallotCryptography,
  { kind, scanId, openingKey, groupKeys, receiptKey }: UnsealingKeys,
): Promise<UnsealPart> {
  const open = await cryptography.openerWith(openingKey);
  const markOf = receiptKey && (await cryptography.receiptMarkWith(receiptKey));
  const checks = new Map<string, CredentialCheck>();
  for (const [groupId, spki] of groupKeys) checks.set(groupId, await cryptography.credentialCheck(spki));
  const unseal = async (received: ReceivedBallot): Promise<UnsealOutcome> => {
    const isCredential = checks.get(received.groupId ?? 'words');
    if (!isCredential) return 'unknown-group';
    const place = placeOf(received, { kind, scanId });
    const isMarked = markOf && carriesMark(received, await markOf(place, received));
    if (!isMarked) {
      const { isSigned } = cryptography;
      const fault = await faultOutside(received, { kind, scanId }, { isCredential, isSigned });
      if (fault) return fault;
    }
    const opened = await openSeal(open, place, received.sealed);
    if (!opened.ok) return opened.fault;
    const { groupId, number, counter, sealedOn } = received;
    return { groupId, number, counter, sealedOn, payload: opened.payload };
  };
  return async (part) => {
    const outcomes: UnsealOutcome[] = [];
    for (let from = 0; from < part.length; from += atOnce)
      outcomes.push(...(await Promise.all(part.slice(from, from + atOnce).map(unseal))));
    return outcomes;
  };
}
