import { thing } from '../../features/other/server/hidden.ts';

export const nosy = thing;
