import { fewestUnitsThatHold, markErrorRate } from '../snapshot/method.ts';
import { nameOfCell } from './grid.ts';
import { chanceClasses } from './level-tally.ts';
import type { SimulatedCell } from './simulate-cell.ts';
import type { Share } from './tally.ts';

/** The four intervals, as they are counted. */
export const intervals = ['now whole', 'now unit', 'climate whole', 'climate unit'] as const;

/** Of 95 % intervals before rounding; a shown one may hold more, since it goes up to the edge of its class. */
const coverageBounds = { least: 0.93, most: 0.97, leastShown: 0.95 } as const;

/** Greatest distance between a chance that is stated and the share that comes true, in a class of chances. */
const calibrationBound = 0.03;

/** Of the stated accuracy of sorting units into levels. */
const accuracyBound = 0.02;

/** A class of chances with fewer cases says nothing. */
const fewestCases = 1000;

/** One class of stated chances, with what came true. */
export interface ChanceClass {
  readonly stated: number;
  readonly found: number;
  readonly cases: number;
}

export function shareOf({ shares }: Pick<SimulatedCell, 'shares'>, name: string): number | null {
  const share = shares[name];
  return share && share.of > 0 ? share.held / share.of : null;
}

/** All cells together, of those that are held to the bounds. */
export function pooled(cells: readonly SimulatedCell[], name: string): Share {
  return cells
    .flatMap(({ shares }) => shares[name] ?? [])
    .reduce((sum, { held, of }) => ({ held: sum.held + held, of: sum.of + of }), { held: 0, of: 0 });
}

/** Stated chances of levels against how often they came true; empty classes are left out. */
export function calibration(cells: readonly SimulatedCell[]): ChanceClass[] {
  return Array.from({ length: chanceClasses }, (_, at): ChanceClass[] => {
    const stated = pooled(cells, `level chance stated:${at}`);
    const found = pooled(cells, `level chance:${at}`);
    if (found.of === 0) return [];
    return [{ stated: stated.held / stated.of, found: found.held / found.of, cases: found.of }];
  }).flat();
}

/**
 * What of the promises doesn't hold, a sentence each; [] when all do. `slack`: how many standard errors of a simulated
 * share are forgiven, for a short run; areas of one organisation are alike, so a share counts organisations, not areas.
 */
export function brokenBounds(cells: readonly SimulatedCell[], slack = 0): string[] {
  const held = cells.filter(({ cell }) => cell.units >= fewestUnitsThatHold && isApart(cell));
  return [
    ...held.flatMap((cell) => brokenCoverage(cell, slack)),
    ...cells.flatMap((cell) => brokenMarks(cell, slack)),
    ...brokenLevels(held, slack),
  ];
}

const isApart = ({ areas }: SimulatedCell['cell']) => areas.some(({ intraclass }) => intraclass > 0);

function brokenCoverage(one: SimulatedCell, slack: number): string[] {
  const { least, most, leastShown } = coverageBounds;
  const forgiven = slack * Math.sqrt((0.05 * 0.95) / one.organisations);
  return intervals.flatMap((name) => {
    const found = shareOf(one, name) ?? 0;
    const shown = shareOf(one, `${name}/shown`) ?? 0;
    const where = `${nameOfCell(one.cell)}, ${name}`;
    return [
      ...(found < least - forgiven || found > most + forgiven ? [`${where}: holds ${inPerCent(found)}`] : []),
      ...(shown < leastShown - forgiven ? [`${where}: as shown holds ${inPerCent(shown)}`] : []),
    ];
  });
}

function brokenMarks(one: SimulatedCell, slack: number): string[] {
  const wrong = shareOf(one, 'wrong share per organisation') ?? 0;
  const most = markErrorRate + slack * Math.sqrt((markErrorRate * (1 - markErrorRate)) / one.organisations);
  return wrong > most ? [`${nameOfCell(one.cell)}: ${inPerCent(wrong)} of the marks are wrong`] : [];
}

function brokenLevels(cells: readonly SimulatedCell[], slack: number): string[] {
  const organisations = cells.reduce((sum, one) => sum + one.organisations, 0);
  const far = calibration(cells).filter(({ stated, found, cases }) => {
    const forgiven = slack * Math.sqrt((stated * (1 - stated)) / Math.max(1, Math.min(cases, organisations)));
    return cases >= fewestCases && Math.abs(found - stated) > calibrationBound + forgiven;
  });
  const realised = pooled(cells, 'levels of all units');
  const stated = pooled(cells, 'levels of all units/stated');
  const apart = realised.of > 0 ? Math.abs(realised.held / realised.of - stated.held / stated.of) : 0;
  return [
    ...far.map(({ stated: said, found }) => `a level chance of ${inPerCent(said)} comes true in ${inPerCent(found)}`),
    ...(apart > accuracyBound ? [`the accuracy of levels is ${inPerCent(apart)} off`] : []),
  ];
}

export function inPerCent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
