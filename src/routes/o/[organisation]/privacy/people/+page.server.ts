import type { ServerLoad } from '@sveltejs/kit';
import { ask, enter } from '#lib/entry/index.ts';
import { subjectList } from '#lib/features/personal-data/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  const looksFor = event.url.searchParams.get('name')?.trim() ?? '';
  return { people: await ask(() => subjectList(context, looksFor)), looksFor };
};
