import { fromBase64url } from '@lerend/ballot';
import { z } from 'zod';
import { dropOpeningKey, keepOpeningKey } from '#lib/features/manifest/server/index.ts';
import { hasWorksCouncil } from '#lib/features/organisation/server/index.ts';
import { holdForKey } from '#lib/features/scan/server/index.ts';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { openingKeyFaults, openingKeyMessages } from '../messages.ts';
import { mayKeepOpeningKey, maySeeCeremony } from './policy.ts';
import { scanOfKey } from './scan-of-key.ts';

const keyBytes = 32;

const ofScan = z.object({ scanId: z.uuid('scan-unknown') });
const RegisterKey = ofScan.extend({
  publicKey: z.string('key-unclear').refine((text) => fromBase64url(text)?.length === keyBytes, 'key-unclear'),
});

/**
 * Keeps the public half of a key that its keeper made on their own device. The other half never comes here before the
 * opening. A second key takes the place of the first, until the peiling is open; consent to the first then stands no more.
 */
export async function registerOpeningKey(context: Context, input: unknown): Promise<void> {
  const { scanId, publicKey } = read(RegisterKey, input, openingKeyFaults(context.language));
  await authorizeKeeper(context, scanId);
  await inTransaction(context, async (inside) => {
    const key = { scanId, publicKey: fromBase64url(publicKey) ?? new Uint8Array(), keptBy: context.actor.name };
    await holdForKey(inside, scanId, key.publicKey);
    if (!(await keepOpeningKey(inside.database, key)))
      throw new Refusal(409, openingKeyMessages(context.language)('not-draft'));
    await audit(inside, 'opening-key.registered', scanId);
  });
}

/** The key lapses: opening the peiling then asks the coordinator to choose, in so many words, that the server holds it. */
export async function withdrawOpeningKey(context: Context, input: unknown): Promise<void> {
  const { scanId } = read(ofScan, input, openingKeyFaults(context.language));
  await authorizeKeeper(context, scanId);
  await inTransaction(context, async (inside) => {
    await holdForKey(inside, scanId, null);
    await dropOpeningKey(inside.database, scanId);
    await audit(inside, 'opening-key.withdrawn', scanId);
  });
}

async function authorizeKeeper(context: Context, scanId: string): Promise<void> {
  const scan = await scanOfKey(context, scanId, maySeeCeremony(context.actor));
  authorize(context, mayKeepOpeningKey(context.actor, !(await hasWorksCouncil(context))));
  if (scan.state !== 'draft') throw new Refusal(409, openingKeyMessages(context.language)('not-draft'));
}
