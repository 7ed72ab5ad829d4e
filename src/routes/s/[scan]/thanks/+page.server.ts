import type { ServerLoad } from '@sveltejs/kit';
import { answeringLoad } from '../answering-load.ts';

export const load: ServerLoad = (event) => answeringLoad(event);
