import { redirect } from '@sveltejs/kit';
import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import { invitationPlan } from '#lib/features/invitation/server/index.ts';
import { prepareScan, suggestedScan } from '#lib/features/scan/server/index.ts';
import { dayOf } from '#lib/platform/clock/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  const isPilot = event.url.searchParams.get('kind') === 'pilot';
  return ask(async () => ({
    fields: suggestedScan(context, isPilot ? 'pilot' : 'regular'),
    plan: await invitationPlan(context, isPilot),
    today: dayOf(context.clock.now()),
  }));
};

export const actions: Actions = {
  default: async (event) => {
    const context = await enter(event);
    return act(event, async (fields) => {
      const { scanId } = await prepareScan(context, fields);
      redirect(303, `/o/${context.database.organisationId}/scan/${scanId}`);
    });
  },
};
