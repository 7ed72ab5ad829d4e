import { isBallotKeyNumber, signatureBytes } from './ballot-key.ts';
import type { BallotCryptography, CredentialCheck } from './ballot-cryptography.ts';
import { prefixBytes } from './blind-signature.ts';
import { credentialBytes } from './credential.ts';
import { sealedBytes } from './sealed-ballot.ts';
import type { BallotKind, BallotPlace } from './sealed-ballot.ts';

/** A ballot as it came in and is kept until the count. */
export interface ReceivedBallot {
  /** null for words. */
  readonly groupId: string | null;
  readonly number: Uint8Array;
  readonly prefix: Uint8Array;
  readonly credential: Uint8Array;
  readonly counter: number;
  readonly sealed: Uint8Array;
  readonly signature: Uint8Array;
  /** On the respondent's device, or by the server when the form came without script. */
  readonly sealedOn: 'device' | 'arrival';
  /** The server's own, of `receiptText`; without it nobody here has found the ballot in order. */
  readonly mark?: Uint8Array | null;
}

export type ReceiptFault = 'malformed' | 'bad-credential' | 'bad-signature';

/** Where a received ballot says that it belongs. */
export function placeOf(
  { groupId, number, counter }: Pick<ReceivedBallot, 'groupId' | 'number' | 'counter'>,
  scan: { readonly kind: BallotKind; readonly scanId: string },
): BallotPlace {
  return { ...scan, groupId, number, counter };
}

interface OutsideChecks extends Pick<BallotCryptography, 'isSigned'> {
  readonly isCredential: CredentialCheck;
}

/**
 * What is wrong with a ballot as far as one can see from outside: sizes, the credential under its group's key, the
 * signature of its number. undefined when nothing is. Whether its counter is the highest is for the store to say.
 */
export async function faultOutside(
  received: ReceivedBallot,
  scan: { readonly kind: BallotKind; readonly scanId: string },
  { isCredential, isSigned }: OutsideChecks,
): Promise<ReceiptFault | undefined> {
  if (!hasRightSizes(received, scan.kind)) return 'malformed';
  if (!(await isCredential(received))) return 'bad-credential';
  return (await isSigned(placeOf(received, scan), received.sealed, received.signature)) ? undefined : 'bad-signature';
}

const highestCounter = 0xffff_ffff;

function hasRightSizes(
  { groupId, number, prefix, credential, counter, sealed, signature }: ReceivedBallot,
  kind: BallotKind,
): boolean {
  return (
    (groupId === null) === (kind === 'words') &&
    isBallotKeyNumber(number) &&
    prefix.length === prefixBytes &&
    credential.length === credentialBytes &&
    Number.isInteger(counter) &&
    counter >= 1 &&
    counter <= highestCounter &&
    sealed.length === sealedBytes[kind] &&
    signature.length === signatureBytes
  );
}
