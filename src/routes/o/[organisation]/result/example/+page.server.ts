import type { ServerLoad } from '@sveltejs/kit';
import { enter } from '#lib/entry/index.ts';
import { exampleResult } from '#lib/features/result/server/index.ts';

export const load: ServerLoad = async (event) => {
  const { language } = await enter(event);
  return { page: exampleResult(language) };
};
