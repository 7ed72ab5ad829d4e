import { toBase64url } from './base64url.ts';
import { importGroupKey } from './group-key.ts';
import { openerWith } from './hpke.ts';
import type { Opener, OpeningKey } from './hpke.ts';
import { faultOfReceived, placeOf } from './received-ballot.ts';
import type { ReceiptFault, ReceivedBallot } from './received-ballot.ts';
import { openSeal } from './sealed-ballot.ts';
import type { BallotKind, InsideFault } from './sealed-ballot.ts';

/** What is needed to open the ballots of one kind in one peiling. */
export interface Unsealing {
  readonly kind: BallotKind;
  readonly scanId: string;
  readonly openingKey: OpeningKey;
  /** SPKI per group id; the key for answers in words under `words`. */
  readonly groupKeys: ReadonlyMap<string, Uint8Array>;
  /** Told after each part how many ballots have been looked at. */
  progress?(done: number): void;
}

export interface UnsealedBallot {
  readonly groupId: string | null;
  readonly number: Uint8Array;
  readonly sealedOn: ReceivedBallot['sealedOn'];
  readonly payload: Uint8Array;
}

/** `unknown-group`: no key for it in this peiling. `replaced`: the same number was handed in with a higher counter. */
export type SealFault = ReceiptFault | InsideFault | 'unknown-group' | 'replaced';

export interface UnsealedBallots {
  /** In the order in which they came: shuffle them before anything else. */
  readonly unsealed: readonly UnsealedBallot[];
  readonly rejected: { readonly [fault in SealFault]?: number };
}

/** So many at once: enough to keep the processor busy, few enough to report progress and to stay small. */
const atOnce = 64;

/** Parts of a list, as a database gives them; one list in an array will do. */
export type InParts<Item> = Iterable<readonly Item[]> | AsyncIterable<readonly Item[]>;

/**
 * Opens sealed ballots, and checks again all that was checked at receipt: what isn't sealed, signed and permitted for
 * exactly this peiling, group, number and counter is left out and counted under its first fault. Of one number the
 * ballot with the highest counter counts. A group's key or an opening key that is none is a TypeError.
 */
export async function unsealBallots(
  received: InParts<ReceivedBallot>,
  unsealing: Unsealing,
  subtle: SubtleCrypto,
): Promise<UnsealedBallots> {
  const tools = { subtle, open: await openerWith(subtle, unsealing.openingKey), keys: await keysOf(unsealing, subtle) };
  const kept = new Map<string, UnsealedBallot & { readonly counter: number }>();
  const rejected: { [fault in SealFault]?: number } = {};
  const reject = (fault: SealFault) => (rejected[fault] = (rejected[fault] ?? 0) + 1);
  let done = 0;
  for await (const part of received) {
    for (const some of inParts(part, atOnce)) {
      for (const ballot of await Promise.all(some.map((one) => unseal(one, unsealing, tools)))) {
        if (typeof ballot === 'string') reject(ballot);
        else {
          const number = toBase64url(ballot.number);
          const former = kept.get(number);
          if (former) reject('replaced');
          if (!former || former.counter < ballot.counter) kept.set(number, ballot);
        }
      }
      done += some.length;
      unsealing.progress?.(done);
    }
  }
  const unsealed = [...kept.values()].map(({ counter: _, ...ballot }) => ballot);
  return { unsealed, rejected };
}

async function unseal(
  received: ReceivedBallot,
  { kind, scanId }: Unsealing,
  { subtle, open, keys }: { subtle: SubtleCrypto; open: Opener; keys: ReadonlyMap<string, CryptoKey> },
): Promise<(UnsealedBallot & { counter: number }) | SealFault> {
  const groupKey = keys.get(received.groupId ?? 'words');
  if (!groupKey) return 'unknown-group';
  const fault = await faultOfReceived(subtle, received, { kind, scanId, groupKey });
  if (fault) return fault;
  const opened = await openSeal(open, placeOf(received, { kind, scanId }), received.sealed);
  if (!opened.ok) return opened.fault;
  const { groupId, number, counter, sealedOn } = received;
  return { groupId, number, counter, sealedOn, payload: opened.payload };
}

async function keysOf({ groupKeys }: Unsealing, subtle: SubtleCrypto): Promise<ReadonlyMap<string, CryptoKey>> {
  const read = async ([group, spki]: [string, Uint8Array]) => [group, await importGroupKey(subtle, spki)] as const;
  return new Map(await Promise.all(Array.from(groupKeys, read)));
}

function inParts<Item>(items: readonly Item[], size: number): (readonly Item[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, part) => items.slice(part * size, (part + 1) * size));
}
