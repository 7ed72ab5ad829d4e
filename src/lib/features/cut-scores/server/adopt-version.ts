import { z } from 'zod';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { cutScoreFaults, cutScoreMessages } from '../messages.ts';
import { mayAdoptCutScores } from './policy.ts';
import { cutScoreStore } from './store.ts';

const AdoptVersion = z.object({
  versionId: z.union([z.literal('built-in').transform(() => null), z.uuid()], 'version-unknown'),
});

/** Returns to a version that was kept, or to the built-in one. Peilingen that were opened keep theirs. */
export async function adoptVersion(context: Context, input: unknown): Promise<void> {
  const { versionId } = read(AdoptVersion, input, cutScoreFaults(context.language));
  authorize(context, mayAdoptCutScores(context.actor));
  await inTransaction(context, async (inside) => {
    const store = cutScoreStore(inside.database);
    await store.lock();
    if (versionId !== null && !(await store.version(versionId)))
      throw new Refusal(404, cutScoreMessages(context.language)('version-unknown'));
    if (((await store.current())?.versionId ?? null) === versionId) return;
    await store.adopt({ versionId, adoptedAt: inside.clock.now(), adoptedBy: inside.actor.name });
    await audit(inside, versionId === null ? 'cut-scores.returned' : 'cut-scores.adopted', versionId ?? 'built-in');
  });
}
