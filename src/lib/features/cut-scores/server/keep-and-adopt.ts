import { isDeepStrictEqual } from 'node:util';
import type { CutScores } from '@lerend/instrument';
import { audit } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { cutScoreMessages } from '../messages.ts';
import { readKept } from './kept-cut-scores.ts';
import { cutScoreStore } from './store.ts';

/**
 * Keeps checked cut scores as a version and lets them hold from now on; inside the caller's transaction, after its own
 * policy. The same version once more is adopted again; another one under a name that is taken is refused.
 */
export async function keepAndAdopt(
  inside: Context,
  cutScores: CutScores,
  source: 'session' | 'file',
): Promise<{ versionId: string }> {
  const store = cutScoreStore(inside.database);
  await store.lock();
  const known = (await store.versions()).find(({ version }) => version === cutScores.version);
  if (known && !isDeepStrictEqual(readKept(known.document), cutScores)) {
    throw new Refusal(409, cutScoreMessages(inside.language)('version-taken', { version: cutScores.version }), 'file');
  }
  const versionId = known?.id ?? newId();
  const now = inside.clock.now();
  if (!known) await store.keepVersion({ id: versionId, source, cutScores, keptAt: now });
  await store.adopt({ versionId, adoptedAt: now, adoptedBy: inside.actor.name });
  await audit(inside, 'cut-scores.adopted', versionId);
  return { versionId };
}
