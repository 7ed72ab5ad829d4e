import { now } from '../../rusty/src/index.ts';

export const then = now;
