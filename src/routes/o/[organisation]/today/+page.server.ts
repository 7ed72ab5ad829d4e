import { redirect } from '@sveltejs/kit';
import type { ServerLoad } from '@sveltejs/kit';
import { ask, enter } from '#lib/entry/index.ts';
import { maySeeKeys } from '#lib/features/opening-key/server/index.ts';
import { maySeeToday, todayOf } from '#lib/features/today/server/index.ts';

/** Everyone comes in here; who only keeps keys goes on to them. */
export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  const { actor, database } = context;
  if (!maySeeToday(actor) && maySeeKeys(actor)) redirect(303, `/o/${database.organisationId}/keys`);
  return { today: await ask(() => todayOf(context)) };
};
