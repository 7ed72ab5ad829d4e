import { redirect } from '@sveltejs/kit';
import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import { invitationPlan } from '#lib/features/invitation/server/index.ts';
import { changeScan, scanOverview } from '#lib/features/scan/server/index.ts';
import { dayOf } from '#lib/platform/clock/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  const scan = await ask(() => scanOverview(context, event.params['scan'] ?? ''));
  if (scan.state !== 'draft') redirect(303, `/o/${context.database.organisationId}/scan/${scan.id}`);
  const plan = await ask(() => invitationPlan(context, scan.research !== null));
  return { scan, plan, today: dayOf(context.clock.now()) };
};

export const actions: Actions = {
  default: async (event) => {
    const context = await enter(event);
    const scanId = event.params['scan'] ?? '';
    return act(event, async (fields) => {
      await changeScan(context, { ...fields, scanId });
      redirect(303, `/o/${context.database.organisationId}/scan/${scanId}`);
    });
  },
};
