import { createHmac, timingSafeEqual } from 'node:crypto';
import { ballotNumberBytes, toBase64url } from '@lerend/ballot';
import type { PublicScan } from '#lib/features/scan/contract.ts';
import type { Platform } from '#lib/platform/context/index.ts';

type Keys = Pick<Platform, 'secrets'>;
type Scan = Pick<PublicScan, 'scanId'>;

/**
 * The number of the ballot with words that goes with a ballot: one each, and always the same one, yet nobody without
 * the installation's key can say which two belong together. So nothing has to be stored that ties them.
 */
export function openNumber(platform: Keys, scan: Scan, number: string): string {
  return toBase64url(digest(platform, 'open-number', scan, number).subarray(0, ballotNumberBytes));
}

/** Proof that we gave out this number. */
export function openCredential(platform: Keys, scan: Scan, number: string): string {
  return toBase64url(digest(platform, 'open-credential', scan, number));
}

export function isOpenCredential(platform: Keys, scan: Scan, number: string, credential: string): boolean {
  const right = Buffer.from(openCredential(platform, scan, number));
  const given = Buffer.from(credential);
  return right.length === given.length && timingSafeEqual(right, given);
}

function digest({ secrets }: Keys, purpose: string, { scanId }: Scan, number: string): Uint8Array {
  return new Uint8Array(
    createHmac('sha256', secrets.keyFor(`answering/${purpose}`))
      .update(`${scanId}/${number}`)
      .digest(),
  );
}
