import { redirect } from '@sveltejs/kit';
import type { Actions, RequestEvent, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import {
  addPaperSheet,
  adoptOutcome,
  closeSession,
  endRoundOne,
  removePanellist,
  removeSession,
  sessionPage,
  startRoundTwo,
} from '#lib/features/standard-setting/server/index.ts';

const sessionId = (event: RequestEvent): string => event.params['session'] ?? '';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  return { session: await ask(() => sessionPage(context, sessionId(event))) };
};

/** A command about this session, with the form's own fields beside its id. */
const about =
  <Result>(command: (context: Context, input: unknown) => Promise<Result>) =>
  async (event: RequestEvent) => {
    const context = await enter(event);
    return act(event, (fields) => command(context, { ...fields, sessionId: sessionId(event) }));
  };

export const actions: Actions = {
  end: about(endRoundOne),
  second: about(startRoundTwo),
  close: about(closeSession),
  out: about(removePanellist),
  adopt: about(async (context, input) => ({ adopted: (await adoptOutcome(context, input)).version })),
  paper: about(async (context, input) => {
    const { panellistId } = await addPaperSheet(context, input);
    redirect(303, `./${(input as { sessionId: string }).sessionId}/paper/${panellistId}`);
  }),
  remove: about(async (context, input) => {
    await removeSession(context, input);
    redirect(303, '../levels');
  }),
};
