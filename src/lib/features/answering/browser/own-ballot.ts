import { fromBase64url, sha256, toBase64url, withdrawalSecret } from '@lerend/ballot';
import type { PublishedCount } from '../contract-line.ts';
import type { Sealing } from './sealing.ts';

/** What the published lists say of a ballot, for who holds its key; the names of the sentences on the page. */
export type OwnBallot = 'own-counted' | 'own-withdrawn' | 'own-absent' | 'own-not-counted-yet' | 'own-unreachable';

/** Looks the ballot up: in all that was published, so that the server isn't told which one is looked for. */
export async function ownBallot(sealing: Sealing, scanCode: string): Promise<OwnBallot> {
  const answer = await fetch(`/s/${scanCode}/counted`, { credentials: 'omit', referrerPolicy: 'no-referrer' }).catch(
    () => undefined,
  );
  if (answer?.status === 404) return 'own-not-counted-yet';
  if (!answer?.ok) return 'own-unreachable';
  return foundIn((await answer.json()) as PublishedCount, sealing, crypto.subtle);
}

/** Which of the two it was only shows to who can make the proof. */
export async function foundIn(
  { numbers, withdrawals }: PublishedCount,
  { ballot: { number, privateKey } }: Pick<Sealing, 'ballot'>,
  subtle: SubtleCrypto,
): Promise<OwnBallot> {
  const hashOf = async (bytes: Uint8Array) => toBase64url(await sha256(subtle, bytes));
  const secret = await withdrawalSecret(subtle, fromBase64url(privateKey) ?? new Uint8Array());
  if (withdrawals.includes(await hashOf(secret))) return 'own-withdrawn';
  const isThere = numbers.includes(await hashOf(fromBase64url(number) ?? new Uint8Array()));
  return isThere ? 'own-counted' : 'own-absent';
}
