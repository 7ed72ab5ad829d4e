import type { PublicScan } from '#lib/features/scan/contract.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { fixedManifest } from './give-group.ts';
import { signerFor } from './give-credential.ts';
import { storeBallot } from './keep-ballot.ts';
import { arrivalKey, sealOnArrival } from './seal-on-arrival.ts';
import { answeringStore } from './store.ts';

/** A form that is sent twice at once meets itself: the second of them counts on from the first. */
const attempts = 5;

/** Seals what came open, to the same key as the others, and keeps it as the last one of its page. */
export async function keepOnArrival(
  platform: Platform,
  scan: PublicScan,
  form: { readonly groupId: string | null; readonly pageNumber: string; readonly payload: Uint8Array },
  language: Language,
): Promise<void> {
  const { scanId } = scan;
  const signer = await signerFor(platform, scan, form.groupId, language);
  const { openingKey } = await fixedManifest(platform, scan, language);
  const key = arrivalKey(platform.secrets, { scanId, ...form });
  const store = answeringStore(platform.database.of(scan.organisationId));
  for (let attempt = 1; ; attempt++) {
    const there = await store.ballot(scanId, { groupId: form.groupId, number: key.number });
    const ballot = { scanId, ...form, signer, openingKey: openingKey.publicKey };
    const counter = (there?.counter ?? key.start) + 1;
    try {
      return await storeBallot(platform, scan, await sealOnArrival(key, ballot, counter), language);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 409 || attempt === attempts) throw error;
    }
  }
}
