import { toBase64url } from '@lerend/ballot';
import type { PublicScan } from '#lib/features/scan/contract.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { answeringMessages } from '../messages.ts';
import { answeringStore } from './store.ts';

const hashBytes = 32;

/**
 * The public list of the ballots that were counted: whoever kept their own number's hash sees that theirs is among them,
 * and nothing more. Refused before the count.
 */
export async function countedNumbers(
  platform: Pick<Platform, 'database'>,
  { organisationId, scanId }: Pick<PublicScan, 'organisationId' | 'scanId'>,
  language: Language,
): Promise<{ readonly counted: readonly string[] }> {
  const hashes = await answeringStore(platform.database.of(organisationId)).countedNumbers(scanId);
  if (!hashes) throw new Refusal(404, answeringMessages(language)('not-counted-yet'));
  const count = hashes.length / hashBytes;
  return {
    counted: Array.from({ length: count }, (_, at) =>
      toBase64url(new Uint8Array(hashes.subarray(at * hashBytes, (at + 1) * hashBytes))),
    ),
  };
}
