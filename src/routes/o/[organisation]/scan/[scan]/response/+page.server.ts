import { redirect } from '@sveltejs/kit';
import type { ServerLoad } from '@sveltejs/kit';
import { ask, enter } from '#lib/entry/index.ts';
import { mayInvite, responseOverview } from '#lib/features/invitation/server/index.ts';
import { scanOverview } from '#lib/features/scan/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  const { id, title, state } = await ask(() => scanOverview(context, event.params['scan'] ?? ''));
  // Once counted there are no ballots any more: the result says how many answered.
  if (state === 'draft' || state === 'opened') redirect(303, `/o/${context.database.organisationId}/scan/${id}`);
  return {
    scan: { id, title },
    response: await ask(() => responseOverview(context, id)),
    mayInvite: mayInvite(context.actor),
  };
};
