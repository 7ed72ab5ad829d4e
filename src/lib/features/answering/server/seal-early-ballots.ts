import { bindEarlyUses } from '#lib/features/invitation/server/index.ts';
import { groupSigner, makeGroupKeys, manifestOf } from '#lib/features/manifest/server/index.ts';
import { fixOpenedScan, scanUnits } from '#lib/features/scan/server/index.ts';
import { contextOf, inTransaction, productActor } from '#lib/platform/context/index.ts';
import type { Context, Platform } from '#lib/platform/context/index.ts';
import { arrivalKey, sealOnArrival } from './seal-on-arrival.ts';
import { answeringDirectory } from './store-directory.ts';
import { earlyStore } from './store-early.ts';
import type { EarlyBallot } from './store-early.ts';
import { answeringStore } from './store.ts';

/**
 * Takes over peilingen that a version before ballots were sealed has opened: makes their keys, seals what had come in, and
 * keeps every code that was used as used. For the start, before anyone comes in; broken off, it begins again with what is
 * left.
 */
export async function sealEarlyBallots(platform: Platform): Promise<void> {
  for (const organisationId of await answeringDirectory(platform.database).organisations()) {
    // It does what the opening would have done, also where a new peiling would need a keeper.
    const actor = { ...productActor, roles: new Set(['coordinator'] as const) };
    const context = { ...contextOf(platform, { organisationId, actor, language: 'nl' }), anonymity: 'usual' as const };
    for (const scanId of await earlyStore(context.database).scansWithoutKeys()) {
      await inTransaction(context, (inside) => fixOpenedScan(inside, scanId));
    }
    for (const scanId of await earlyStore(context.database).scansWithEarly()) {
      await makeGroupKeys(platform, { organisationId, scanId });
      await inTransaction(context, (inside) => sealScan(inside, scanId));
    }
  }
}

async function sealScan(inside: Context, scanId: string): Promise<void> {
  const early = earlyStore(inside.database);
  await answeringStore(inside.database).lockScan(scanId);
  const units = await scanUnits(inside.database, scanId);
  const groupOf = new Map(units.map(({ id, reportingGroupId }) => [id, reportingGroupId]));
  await bindEarlyUses(inside, scanId);
  for (const ballot of await early.ballots(scanId))
    await sealOne(inside, scanId, { ...ballot, groupId: groupOf.get(ballot.scanUnitId) ?? ballot.scanUnitId });
  for (const ballot of await early.openBallots(scanId)) await sealOne(inside, scanId, { ...ballot, groupId: null });
  await early.drop(scanId);
}

async function sealOne(
  inside: Context,
  scanId: string,
  { groupId, number, payload }: EarlyBallot & { readonly groupId: string | null },
): Promise<void> {
  const manifest = await manifestOf(inside.database, scanId);
  const signer = await groupSigner(inside, scanId, groupId);
  // Without people there was nobody to answer, and without open questions nothing to write.
  if (!manifest || !signer) return;
  const pageNumber = Buffer.from(number).toString('base64url');
  const form = { scanId, groupId, pageNumber, signer, payload, openingKey: manifest.openingKey.publicKey };
  const sealed = await sealOnArrival(arrivalKey(inside.secrets, form), form, 1);
  await answeringStore(inside.database).keepEarlyBallot(scanId, sealed);
}
