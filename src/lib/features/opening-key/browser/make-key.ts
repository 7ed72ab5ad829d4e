import { manifestFingerprint, toBase64url } from '@lerend/ballot';
import { joinShares, makeOpeningKey, splitOpeningKey } from '@lerend/ballot';
import { shareHolders } from '../contract.ts';
import type { ShareHolder } from '../contract.ts';

/** A key that was made here and fell apart into its three shares; nothing else of the secret half is left. */
export interface MadeKey {
  readonly publicKey: string;
  readonly shortForm: string;
  readonly shares: Readonly<Record<ShareHolder, string>>;
}

/**
 * Makes a key, splits it, and tries all three pairs: what is written on paper now is all that there will ever be. A pair
 * that doesn't give the key back is an Error.
 */
export async function makeKey(subtle: SubtleCrypto): Promise<MadeKey> {
  const key = await makeOpeningKey(subtle);
  const shares = await splitOpeningKey(subtle, key);
  const made = {
    publicKey: toBase64url(key.publicKey),
    shortForm: await manifestFingerprint(subtle, key.publicKey),
    shares,
  };
  key.privateKey.fill(0);
  for (const without of shareHolders) {
    const pair = shareHolders.filter((holder) => holder !== without).map((holder) => shares[holder]);
    const joined = await joinShares(subtle, pair, key.publicKey);
    if (!joined.ok) throw new Error('the shares don’t give the key back.');
    joined.privateKey.fill(0);
  }
  return made;
}

/** The lines of a share, as they stand on its sheet. */
export function rowsOf(share: string): string[] {
  return share.trim().split('\n');
}

/** Whether somebody typed this line: capitals, spaces and hyphens don't matter, nor what looks alike. */
export function isRow(typed: string, row: string): boolean {
  return plain(typed) !== '' && plain(typed) === plain(row);
}

function plain(text: string): string {
  return text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}
