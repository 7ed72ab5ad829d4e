import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { settingFaults } from '../messages.ts';
import { newSessionCode } from './panel-key.ts';
import { mayHoldSession } from './policy.ts';
import { StartSession } from './session-input.ts';
import { settingStore } from './store.ts';

/** The page on which a session begins shows nothing; it is for who may begin one. */
export function sessionForm(context: Context): void {
  authorize(context, mayHoldSession(context.actor));
}

/** Starts a session: its first round is open at once, for whoever has the link. */
export async function startSession(context: Context, input: unknown): Promise<{ sessionId: string }> {
  const wish = read(StartSession, input, settingFaults(context.language));
  authorize(context, mayHoldSession(context.actor));
  const sessionId = newId();
  await inTransaction(context, async (inside) => {
    const session = { id: sessionId, code: newSessionCode(), createdAt: inside.clock.now(), ...wish };
    await settingStore(inside.database).insertSession(session);
    await audit(inside, 'standard-setting.started', sessionId);
  });
  return { sessionId };
}
