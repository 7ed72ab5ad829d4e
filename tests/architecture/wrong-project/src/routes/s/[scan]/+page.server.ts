import type { ServerLoad } from '@sveltejs/kit';
import { enter } from '#lib/entry/index.ts';
import { seenBefore } from './seen-before.ts';

export const load: ServerLoad = async (event) => ({ ...(await enter(event)), ...seenBefore(event) });
