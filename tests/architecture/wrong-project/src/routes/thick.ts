import { thing } from '../lib/features/other/server/hidden.ts';

export const thick = thing;
