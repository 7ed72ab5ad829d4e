/** The drawings as SVG text, for documents: no Svelte and, with `isStandalone`, no style sheet. */
export { changeChart, changeDescription, changeDirection, changeFinding } from './change.ts';
export type { AreaChangeRow, ChangeChartInput } from './change.ts';
export { chartTexts, localNumber, localPercentage } from './chart-texts.ts';
export type { ChartLanguage, ChartTexts } from './chart-texts.ts';
export type { OtherScore } from './gauge-lettering.ts';
export { itemClassesChart, itemClassWords } from './item-classes.ts';
export { countDots, levelMarks } from './level-marks.ts';
export type { DotCount, LevelMark } from './level-marks.ts';
export { peilschaal, peilschaalDescription } from './peilschaal.ts';
export type { PeilschaalInput } from './peilschaal.ts';
export { palette } from './palette.ts';
export type { Svg } from './svg.ts';
export { parcelSummary, verkaveling } from './verkaveling.ts';
export type { Parcel, ParcelArea, ParcelUnit, VerkavelingInput } from './verkaveling.ts';
