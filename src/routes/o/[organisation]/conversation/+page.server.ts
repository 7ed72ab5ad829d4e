import { redirect } from '@sveltejs/kit';
import type { ServerLoad } from '@sveltejs/kit';
import { ask, enter } from '#lib/entry/index.ts';
import { conversationList } from '#lib/features/conversation/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  const units = await ask(() => conversationList(context));
  const [only] = units;
  if (only && units.length === 1) redirect(303, `${event.url.pathname}/${only.unitId}`);
  return { units };
};
