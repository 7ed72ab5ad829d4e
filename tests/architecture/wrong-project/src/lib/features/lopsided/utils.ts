import { thing } from '../other/server/hidden.ts';
import { circle } from './circle.ts';

export const round = thing + circle;
