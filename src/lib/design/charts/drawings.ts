/** The drawings and their words without Svelte: for documents and for what a server computes. */
export { chartTexts, localNumber, localPercentage } from './chart-texts.ts';
export { countDots, levelMarks } from './level-marks.ts';
export type { LevelMark } from './level-marks.ts';
export { peilschaal, peilschaalDescription } from './peilschaal.ts';
