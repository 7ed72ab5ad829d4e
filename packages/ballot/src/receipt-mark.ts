import { isSameBytes, joinBytes, textBytes } from './byte-strings.ts';
import type { Bytes } from './byte-strings.ts';
import type { ReceivedBallot } from './received-ballot.ts';
import { signedText } from './sealed-ballot.ts';
import type { BallotPlace } from './sealed-ballot.ts';

const label = textBytes('lerend receipt v1');
const placeBytes: Readonly<Record<ReceivedBallot['sealedOn'], number>> = { device: 1, arrival: 2 };

/**
 * What a server puts a keyed mark on when it has found a ballot in order at receipt: everything of it that the count uses,
 * `sealed` by its SHA-256. Only who holds the key can make the mark, so at the count it stands for both signatures; a
 * ballot without it, or with another, is looked at in full.
 */
export function receiptText(place: BallotPlace, sealedOn: ReceivedBallot['sealedOn'], sealedHash: Uint8Array): Bytes {
  return joinBytes(label, Uint8Array.of(placeBytes[sealedOn]), place.number, signedText(place, sealedHash));
}

/** Whether a ballot carries exactly this mark. */
export function carriesMark({ mark }: Pick<ReceivedBallot, 'mark'>, expected: Uint8Array): boolean {
  return mark ? isSameBytes(mark, expected) : false;
}
