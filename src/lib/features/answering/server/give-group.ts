import { toBase64url } from '@lerend/ballot';
import { groupOfCode } from '#lib/features/invitation/server/index.ts';
import { manifestOf } from '#lib/features/manifest/server/index.ts';
import type { KeptManifest } from '#lib/features/manifest/server/index.ts';
import type { PublicScan } from '#lib/features/scan/contract.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { GroupAnswer } from '../contract.ts';
import { answeringFaults, answeringMessages } from '../messages.ts';
import { GroupInput } from './ballot-input.ts';
import { refuseUnlessOpen } from './while-open.ts';

/**
 * The first of the requests: in which group whoever holds this code answers, with all that a device needs to check it
 * against what was fixed at the opening. It changes nothing, and a used code gets the same answer as an unused one.
 */
export async function giveGroup(
  platform: Platform,
  scan: PublicScan,
  input: unknown,
  language: Language,
): Promise<GroupAnswer> {
  const { code } = read(GroupInput, input, answeringFaults(language));
  refuseUnlessOpen(scan, platform, language);
  const { groupId } = await groupOfCode(platform, scan, code, language);
  const manifest = await fixedManifest(platform, scan, language);
  const group = manifest.groupById.get(groupId);
  const key = manifest.groupKeys.get(groupId);
  if (!group || !key) throw new Error('an invitation leads to a group without a key');
  return {
    manifest: { head: toBase64url(manifest.head), signature: toBase64url(manifest.signature) },
    group,
    path: manifest.tree.pathOf(groupId),
    key: toBase64url(key),
    wordsKey: manifest.wordsKey && toBase64url(manifest.wordsKey),
  };
}

/** What was fixed at the opening; refused as long as its keys are being made. */
export async function fixedManifest(
  platform: Pick<Platform, 'database'>,
  { organisationId, scanId }: Pick<PublicScan, 'organisationId' | 'scanId'>,
  language: Language,
): Promise<KeptManifest> {
  const manifest = await manifestOf(platform.database.of(organisationId), scanId);
  if (!manifest) throw new Refusal(503, answeringMessages(language)('keys-being-made'));
  return manifest;
}
