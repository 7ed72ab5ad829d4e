import { instrumentVersion } from '@lerend/instrument';
import { z } from 'zod';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { cutScoreFaults, cutScoreMessages } from '../messages.ts';
import { readKept } from './kept-cut-scores.ts';
import { mayAdoptCutScores } from './policy.ts';
import { cutScoreStore } from './store.ts';

const OfVersion = z.object({ versionId: z.uuid('version-unknown') });

/** A kept version as a file that another organisation can adopt. Nothing about this organisation is in it. */
export async function cutScoreFile(context: Context, versionId: string): Promise<{ text: string; fileName: string }> {
  const wish = read(OfVersion, { versionId }, cutScoreFaults(context.language));
  authorize(context, mayAdoptCutScores(context.actor));
  const row = await cutScoreStore(context.database).version(wish.versionId);
  if (!row) throw new Refusal(404, cutScoreMessages(context.language)('version-unknown'));
  const { status: _status, ...cutScores } = readKept(row.document);
  const file = { format: 'lerend-cut-scores/1', instrumentVersion, ...cutScores };
  return { text: `${JSON.stringify(file, null, 2)}\n`, fileName: `cut-scores-${row.version}.json` };
}
