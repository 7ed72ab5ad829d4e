import { redirect } from '@sveltejs/kit';
import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import { recordPromise, scanOverview } from '#lib/features/scan/server/index.ts';
import { addDays } from '#lib/platform/clock/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  const scan = await ask(() => scanOverview(context, event.params['scan'] ?? ''));
  return { scan, firstResultDay: addDays(scan.closesOn, 1) };
};

export const actions: Actions = {
  default: async (event) => {
    const context = await enter(event);
    const scanId = event.params['scan'] ?? '';
    return act(event, async (fields) => {
      await recordPromise(context, { ...fields, scanId });
      redirect(303, `/o/${context.database.organisationId}/scan/${scanId}`);
    });
  },
};
