import { cutFault, narrowestLevel } from '@lerend/instrument';
import type { LevelCuts } from '@lerend/instrument';
import { studentTQuantile } from '../distributions/student-t.ts';
import type { PanelCuts, PanelOutcome } from './panel-cuts.ts';

/**
 * Panellists from which cut scores can be adopted. Hurtz & Hertz (1999), Educational and Psychological Measurement
 * 59:885, advise 10 to 15 judges for a dependable Angoff cut.
 */
export const fewestPanellists = 10;

/**
 * Points. A cut's standard error at most: then its 95 % interval is about as wide as the smallest difference that
 * matters (5 points) to each side.
 */
export const largestStandardError = 2.5;

/**
 * Answer steps. Mean distance from the item's median at most: options / 6, the practical limit of Burke & Dunlap (2002),
 * Organizational Research Methods 5:159, for five options.
 */
export const largestAverageDeviation = 5 / 6;

export type UnsettledReason =
  'too-few-panellists' | 'cuts-wrong' | 'levels-not-apart' | 'cuts-uncertain' | 'panel-disagrees';

/** The cuts of a panel in whole half points, as they are adopted; null where the panel has none. */
export function cutsToAdopt({ cuts }: PanelCuts): LevelCuts | null {
  const [begun = null, usual = null, improving = null] = cuts.map(({ mean }) => mean.value);
  if (begun === null || usual === null || improving === null) return null;
  return { begun: inHalves(begun), usual: inHalves(usual), improving: inHalves(improving) };
}

/**
 * Why a panel's cut scores aren't settled yet; [] when they are. Levels are apart when the lower end of the 95 % t
 * interval of the distance between two cuts is at least the narrowest level: another panel would see the level as well.
 */
export function unsettledReasons(outcome: PanelOutcome): readonly UnsettledReason[] {
  const cuts = cutsToAdopt(outcome);
  const { averageDeviation } = outcome;
  return [
    ...(outcome.panellists < fewestPanellists ? (['too-few-panellists'] as const) : []),
    ...(cuts === null || cutFault(cuts) !== null ? (['cuts-wrong'] as const) : []),
    ...(areApart(outcome, outcome.panellists) ? [] : (['levels-not-apart'] as const)),
    ...(areCertain(outcome) ? [] : (['cuts-uncertain'] as const)),
    ...(averageDeviation.value !== null && averageDeviation.value <= largestAverageDeviation
      ? []
      : (['panel-disagrees'] as const)),
  ];
}

/** Whether one area's own cuts are sound, apart and certain enough to be adopted beside the others. */
export function isAreaSettled(area: PanelCuts, panellists: number): boolean {
  const cuts = cutsToAdopt(area);
  return cuts !== null && cutFault(cuts) === null && areApart(area, panellists) && areCertain(area);
}

function areCertain({ cuts }: PanelCuts): boolean {
  return cuts.every(({ standardError: { value } }) => value !== null && value <= largestStandardError);
}

function areApart({ gaps }: PanelCuts, panellists: number): boolean {
  if (panellists < 2) return false;
  const t = studentTQuantile(0.975, panellists - 1);
  return gaps.every(
    ({ mean, standardError }) =>
      mean.value !== null && standardError.value !== null && mean.value - t * standardError.value >= narrowestLevel,
  );
}

function inHalves(points: number): number {
  return Math.round(points * 2) / 2;
}
