import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { settingFaults, settingMessages } from '../messages.ts';
import { mayHoldSession } from './policy.ts';
import { ofPanellist, ofSession } from './session-input.ts';
import { lockedSession, refuseOutsideRound } from './session-of.ts';
import { settingStore } from './store.ts';

/** Throws a session away with everything in it; not one whose cut scores were adopted: its document is their reason. */
export async function removeSession(context: Context, input: unknown): Promise<void> {
  const { sessionId } = read(ofSession, input, settingFaults(context.language));
  authorize(context, mayHoldSession(context.actor));
  await inTransaction(context, async (inside) => {
    const session = await lockedSession(inside, sessionId);
    if (session.versionId !== null) throw new Refusal(409, settingMessages(context.language)('remove-adopted'));
    await settingStore(inside.database).deleteSession(sessionId);
    await audit(inside, 'standard-setting.removed', sessionId);
  });
}

/** Takes out a sheet that was begun twice, or by who isn't of the panel. */
export async function removePanellist(context: Context, input: unknown): Promise<void> {
  const { sessionId, panellistId } = read(ofPanellist, input, settingFaults(context.language));
  authorize(context, mayHoldSession(context.actor));
  await inTransaction(context, async (inside) => {
    refuseOutsideRound(await lockedSession(inside, sessionId), context.language);
    const removed = await settingStore(inside.database).removePanellist(sessionId, panellistId);
    if (!removed) throw new Refusal(404, settingMessages(context.language)('panellist-unknown'));
    await audit(inside, 'standard-setting.panellist-removed', sessionId);
  });
}
