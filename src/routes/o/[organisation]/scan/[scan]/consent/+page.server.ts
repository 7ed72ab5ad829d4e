import { redirect } from '@sveltejs/kit';
import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import { recordConsent, scanOverview } from '#lib/features/scan/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  return { scan: await ask(() => scanOverview(context, event.params['scan'] ?? '')) };
};

export const actions: Actions = {
  default: async (event) => {
    const context = await enter(event);
    const scanId = event.params['scan'] ?? '';
    return act(event, async (fields) => {
      await recordConsent(context, { ...fields, scanId });
      redirect(303, `/o/${context.database.organisationId}/scan/${scanId}`);
    });
  },
};
