import { redirect } from '@sveltejs/kit';
import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import { mailAgenda } from '#lib/features/agenda/server/index.ts';
import { latestPlacing } from '#lib/features/conversation/server/index.ts';
import { maySeeOverview, proposals, tickAction, unitPlan } from '#lib/features/step-plan/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  const unitId = event.params['unit'] ?? '';
  const plan = await ask(() => unitPlan(context, unitId));
  const proposed = plan.mayLead
    ? await ask(async () => proposals(context, unitId, { placing: await latestPlacing(context, unitId) }))
    : [];
  return { plan, proposals: proposed, hasOthers: maySeeOverview(context.actor) || context.actor.leads.size > 1 };
};

export const actions: Actions = {
  tick: async (event) => {
    const context = await enter(event);
    return act(event, async (fields) => {
      await tickAction(context, fields);
      redirect(303, `${event.url.pathname}#action-${String(fields['actionId'])}`);
    });
  },
  agenda: async (event) => {
    const context = await enter(event);
    return act(event, async (fields) => ({ agendaTo: (await mailAgenda(context, fields)).to }));
  },
};
