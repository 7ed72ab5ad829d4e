import { error, redirect } from '@sveltejs/kit';
import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import { budgetOf, changeStep, stepDetail } from '#lib/features/step-plan/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  const step = await ask(() => stepDetail(context, event.params['step'] ?? ''));
  if (!step.may.lead) error(403);
  return { step, budget: await budgetOf(context, step.unitId) };
};

export const actions: Actions = {
  default: async (event) => {
    const context = await enter(event);
    return act(event, async (fields) => {
      await changeStep(context, fields);
      redirect(303, event.url.pathname.replace(/\/change$/, ''));
    });
  },
};
