import { round } from './utils.ts';

export const circle: string = round;
