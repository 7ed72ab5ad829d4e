import { redirect } from '@sveltejs/kit';
import type { ServerLoad } from '@sveltejs/kit';
import { answeringLoad } from '../answering-load.ts';

export const load: ServerLoad = async (event) => {
  const loaded = await answeringLoad(event);
  if (loaded.page.research === null) redirect(303, `/s/${loaded.page.code}?language=${loaded.language}`);
  return loaded;
};
