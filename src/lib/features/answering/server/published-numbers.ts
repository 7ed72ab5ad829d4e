import { toBase64url } from '@lerend/ballot';
import type { PublicScan } from '#lib/features/scan/contract.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { PublishedCount } from '../contract-line.ts';
import { answeringMessages } from '../messages.ts';
import { answeringStore } from './store.ts';

const hashBytes = 32;

/**
 * What everyone may read of a count: whoever kept their own key sees that their ballot was counted, or that it was
 * withdrawn as they wished; nobody else sees which of the two a number was. Refused before the count.
 */
export async function publishedNumbers(
  platform: Pick<Platform, 'database'>,
  { organisationId, scanId }: Pick<PublicScan, 'organisationId' | 'scanId'>,
  language: Language,
): Promise<PublishedCount> {
  const published = await answeringStore(platform.database.of(organisationId)).published(scanId);
  if (!published) throw new Refusal(404, answeringMessages(language)('not-counted-yet'));
  return {
    numbers: hashesIn(published.publishedNumbers),
    withdrawals: hashesIn(published.withdrawalProofs),
  };
}

function hashesIn(bytes: Uint8Array): string[] {
  return Array.from({ length: bytes.length / hashBytes }, (_, at) =>
    toBase64url(new Uint8Array(bytes.subarray(at * hashBytes, (at + 1) * hashBytes))),
  );
}
