import { thing } from '../src/lib/features/other/server/hidden.ts';

export const thick = thing;
