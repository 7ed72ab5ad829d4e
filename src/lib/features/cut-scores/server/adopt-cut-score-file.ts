import { parseCutScores } from '@lerend/instrument';
import { isExample } from '#lib/features/organisation/server/index.ts';
import { authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context, Platform } from '#lib/platform/context/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { cutScoreMessages } from '../messages.ts';
import { keepAndAdopt } from './keep-and-adopt.ts';
import { mayAdoptCutScores } from './policy.ts';

const mostBytes = 200_000;
/** More faults than this help nobody. */
const mostFaults = 3;

/** Adopts the cut scores of a session that was held elsewhere. The example organisation, where everyone plays, takes no file. */
export async function adoptCutScoreFile(
  platform: Platform,
  context: Context,
  bytes: Uint8Array,
): Promise<{ version: string }> {
  authorize(context, mayAdoptCutScores(context.actor));
  const say = cutScoreMessages(context.language);
  if (await isExample(platform, context.database.organisationId))
    throw new Refusal(422, say('example-no-file'), 'file');
  if (bytes.length === 0) throw new Refusal(422, say('file-missing'), 'file');
  const parsed = parseCutScores(bytes.length > mostBytes ? null : jsonIn(bytes));
  if (!parsed.ok) {
    const sentences = parsed.faults.slice(0, mostFaults).map(({ message }) => message[context.language]);
    throw new Refusal(422, `${sentences.join(' ')} ${say('nothing-changed')}`, 'file');
  }
  await inTransaction(context, (inside) => keepAndAdopt(inside, parsed.cutScores, 'file'));
  return { version: parsed.cutScores.version };
}

/** null for what isn't JSON: the check says in a sentence what is expected. */
function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (fault) {
    if (fault instanceof SyntaxError) return null;
    throw fault;
  }
}
