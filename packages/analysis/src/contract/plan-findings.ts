import { isAreaCode, levels } from '@lerend/instrument';
import type { AreaCode, Level } from '@lerend/instrument';
import type { Placing, PlanFinding } from '@lerend/planning';
import { heaviestDifference } from '../snapshot/make-finding.ts';
import { smallestDifferenceThatMatters } from '../snapshot/method.ts';
import type { Interval } from '@lerend/psychometrics';

/** Where one area of one unit stands, in points of 0–100; `noise`: the half-width of its 95 % interval. */
export interface AreaStanding {
  readonly area: AreaCode;
  readonly score: number;
  readonly noise: number | null;
  readonly level: Level | null;
}

/** The standings of a unit, from its scales in the document; scales that are no area, or have no score, are left out. */
export function standingsOf(
  scales: readonly {
    readonly id: string;
    readonly score: number | null;
    readonly ci95: Interval | null;
    readonly level?: string | null;
    readonly levelBetween?: readonly [string, string] | null;
  }[],
  pointsPerAnswer: number,
): AreaStanding[] {
  return scales.flatMap(({ id, score, ci95, level, levelBetween }): AreaStanding[] => {
    if (!isAreaCode(id) || score === null) return [];
    const known =
      levelBetween === null || levelBetween === undefined ? levels.find((each) => each === level) : undefined;
    return [
      {
        area: id,
        score,
        noise: ci95 === null ? null : ((ci95[1] - ci95[0]) / 2) * pointsPerAnswer,
        level: known ?? null,
      },
    ];
  });
}

/** The levels that are known, per area: a practice for another level comes last. */
export function placingOf(standings: readonly AreaStanding[]): Placing {
  return Object.fromEntries(standings.flatMap(({ area, level }) => (level === null ? [] : [[area, level]])));
}

/**
 * What a plan can start from: the weakest area, and each area that lies below the unit above by more than noise and by
 * enough to matter. The same limits and weights as in a result; from three areas, else nothing is weakest.
 */
export function planFindings(
  unitId: string,
  own: readonly AreaStanding[],
  above: readonly AreaStanding[],
): PlanFinding[] {
  const found: PlanFinding[] = [];
  const add = (kind: 'weakest-area' | 'unit-below-parent', area: AreaCode, weight: number): void => {
    found.push({ id: `${kind}:${unitId}:${area}`, kind, area, unitId, figures: { weight: Math.min(1, weight) } });
  };
  const [first] = own;
  if (first === undefined || own.length < 3) return [];
  const weakest = own.reduce((worst, one) => (one.score < worst.score ? one : worst), first);
  const away = own.reduce((sum, { score }) => sum + score, 0) / own.length - weakest.score;
  const isClear = weakest.noise !== null && away > weakest.noise && away >= smallestDifferenceThatMatters;
  if (away > 0) add('weakest-area', weakest.area, (away / heaviestDifference) * (isClear ? 1 : 0.5));
  for (const { area, score, noise } of own) {
    const parent = above.find((each) => each.area === area);
    if (parent === undefined || noise === null || parent.noise === null) continue;
    const below = parent.score - score;
    if (below < smallestDifferenceThatMatters || below <= Math.hypot(noise, parent.noise)) continue;
    add('unit-below-parent', area, below / heaviestDifference);
  }
  return found;
}
