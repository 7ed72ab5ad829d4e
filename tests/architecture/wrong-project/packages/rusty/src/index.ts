import { readFileSync } from 'node:fs';
import { thing } from '../../../src/lib/features/other/server/hidden.ts';

export const now = (): number => Date.now() + Math.random();
export const text = (): string => readFileSync('x', 'utf8') + thing;
fetch('/');
