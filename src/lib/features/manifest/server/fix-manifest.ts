import { toBase64url } from '@lerend/ballot';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { ToFix } from '../contract.ts';
import { completeManifest, makeGroupKeysJob } from './complete-manifest.ts';
import { sealingKey } from './opening-key.ts';
import { mayFixManifest } from './policy.ts';
import { manifestStore } from './store.ts';

/** Up to so many keys are made at once while somebody waits: a few seconds. More are made by a job. */
const mostKeysAtOnce = 50;

/**
 * Fixes what can't change any more, within the opening of a peiling: for `scan` only. Where there are many groups their
 * keys are made in the background; until then nobody can be invited or answer.
 */
export async function fixManifest(inside: Context, { groups, ...fixed }: ToFix): Promise<void> {
  authorize(inside, mayFixManifest(inside.actor));
  const { scanId } = fixed;
  const store = manifestStore(inside.database);
  const { kind, publicKey } = await sealingKey(inside, scanId);
  await store.fix(scanId, {
    ...fixed,
    openingKey: { kind, publicKey: toBase64url(publicKey) },
    page: inside.respondentPage,
  });
  await store.insertGroups(scanId, groups);
  if (groups.filter(({ invited }) => invited > 0).length <= mostKeysAtOnce) {
    await completeManifest(inside, scanId, mostKeysAtOnce);
    return;
  }
  const { organisationId } = inside.database;
  await inside.jobs.add(inside.database, makeGroupKeysJob, { organisationId, scanId }, { key: `group-keys:${scanId}` });
}
