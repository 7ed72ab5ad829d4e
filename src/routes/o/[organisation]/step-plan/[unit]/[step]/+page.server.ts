import { redirect } from '@sveltejs/kit';
import type { Actions, RequestEvent, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import {
  activeStepOf,
  addAction,
  changeAction,
  decideStuck,
  finishStep,
  removeAction,
  reopenStep,
  reportStuck,
  startStep,
  stepDetail,
  stopStep,
  tickAction,
  withdrawStuck,
} from '#lib/features/step-plan/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  const step = await ask(() => stepDetail(context, event.params['step'] ?? ''));
  const active = await ask(() => activeStepOf(context, step.unitId));
  return { step, isOtherActive: active !== null && active.id !== step.id };
};

/** Does it and shows the page again, so that reloading doesn't do it twice. */
const then = (command: (context: Context, fields: unknown) => Promise<unknown>) => async (event: RequestEvent) => {
  const context = await enter(event);
  return act(event, async (fields) => {
    await command(context, fields);
    const action = fields['actionId'];
    redirect(303, typeof action === 'string' ? `${event.url.pathname}#action-${action}` : event.url.pathname);
  });
};

export const actions: Actions = {
  tick: then(tickAction),
  addAction: then(addAction),
  changeAction: then(changeAction),
  removeAction: then(removeAction),
  start: then(startStep),
  stuck: then(reportStuck),
  loose: then(withdrawStuck),
  finish: then(finishStep),
  stop: then(stopStep),
  reopen: then(reopenStep),
  decide: async (event) => {
    const context = await enter(event);
    return act(event, async (fields) => {
      await decideStuck(context, fields);
      return { isDecided: true };
    });
  },
};
