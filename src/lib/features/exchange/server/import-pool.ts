import { parsePool } from '@lerend/analysis';
import { isExample } from '#lib/features/organisation/server/index.ts';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context, Platform } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { exchangeMessages } from '../messages.ts';
import { mayExchange } from './policy.ts';
import { exchangeStore } from './store.ts';

const mostBytes = 200_000;

/** Takes a pool in, to stand beside the results of this organisation; the one that was here goes. */
export async function importPool(
  platform: Platform,
  context: Context,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<{ organisations: number }> {
  authorize(context, mayExchange(context.actor));
  const say = exchangeMessages(context.language);
  if (await isExample(platform, context.database.organisationId))
    throw new Refusal(422, say('example-takes-no-pool'), 'file');
  if (file.bytes.length === 0) throw new Refusal(422, say('file-missing'), 'file');
  const parsed = parsePool(file.bytes.length > mostBytes ? null : jsonIn(file.bytes));
  if (!parsed.ok) throw new Refusal(422, `${parsed.message[context.language]} ${say('nothing-changed')}`, 'file');
  await inTransaction(context, async (inside) => {
    await exchangeStore(inside.database).keepPool({
      id: newId(),
      fileName: file.name.slice(0, 200),
      pool: parsed.value,
      importedAt: inside.clock.now(),
      importedBy: inside.actor.name,
    });
    await audit(inside, 'exchange.imported');
  });
  return { organisations: parsed.value.organisations };
}

/** Takes the pool away: from then on nothing of it stands on any page. */
export async function removePool(context: Context): Promise<void> {
  authorize(context, mayExchange(context.actor));
  await inTransaction(context, async (inside) => {
    const removed = await exchangeStore(inside.database).removePool();
    if (!removed) throw new Refusal(404, exchangeMessages(context.language)('no-pool'));
    await audit(inside, 'exchange.import-removed');
  });
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
