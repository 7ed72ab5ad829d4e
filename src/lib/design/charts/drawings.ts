/** The drawings as SVG text, for documents: no Svelte and, with `isStandalone`, no style sheet. */
export { changeChart, changeDescription, changeDirection, changeFinding } from './change.ts';
export type { AreaChangeRow, ChangeChartInput } from './change.ts';
export { chartTexts, localNumber, localPercentage } from './chart-texts.ts';
export type { ChartLanguage, ChartTexts } from './chart-texts.ts';
export type { ParentFigure, PreviousScore } from './gauge-lettering.ts';
export { itemClassesChart, itemClassWords } from './item-classes.ts';
export { countDots, levelMarks } from './level-marks.ts';
export type { DotCount, LevelMark } from './level-marks.ts';
export { peilschaal, peilschaalDescription } from './peilschaal.ts';
export type { PeilschaalInput } from './peilschaal.ts';
export { palette } from './palette.ts';
export type { Svg } from './svg.ts';
export { parcelSummary } from './parcel.ts';
export type { Parcel, ParcelArea, ParcelUnit } from './parcel.ts';
export { verkaveling } from './verkaveling.ts';
export type { VerkavelingInput } from './verkaveling.ts';
