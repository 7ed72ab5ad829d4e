import { areaCodes, levels } from '@lerend/instrument';
import type { AreaCode, Level } from '@lerend/instrument';

/**
 * The kinds of finding that a plan can start from: those of a result, and `own-placing`, a team's own place on the
 * levels. A result's kinds that say nothing about what to do (`no-figure`, `not-distinguishable`) have no rule.
 */
export const planFindingKinds = [
  'weakest-area',
  'unit-below-parent',
  'fell',
  'divided',
  'weak-item',
  'many-dont-know',
  'low-response',
  'rose',
  'strongest-area',
  'unit-above-parent',
  'strong-item',
  'not-distinguishable',
  'no-figure',
  'own-placing',
] as const;
export type PlanFindingKind = (typeof planFindingKinds)[number];

/** A finding as far as the plan needs it. The caller fills it from a result that passed the publication rules. */
export interface PlanFinding {
  readonly id: string;
  readonly kind: PlanFindingKind;
  /** null for a finding about a unit as a whole. */
  readonly area: AreaCode | null;
  readonly unitId: string;
  readonly figures: {
    /** From 0 to 1: how far it stands out, against how sure that is. */
    readonly weight: number;
    /** The item that a `weak-item` or `strong-item` is about. */
    readonly itemId?: string;
  };
}

/** Where a team places itself, per area; areas that it didn't place are left out. */
export type Placing = Readonly<Partial<Record<AreaCode, Level>>>;

/**
 * Findings for a team without figures (or beside its figures): one of kind `own-placing` per area that it placed
 * below the highest level, the lowest level heaviest. In the order of the areas; an empty placing gives none.
 */
export function ownPlacingFindings(unitId: string, placing: Placing): PlanFinding[] {
  return areaCodes.flatMap((area) => {
    const level = placing[area];
    if (level === undefined || level === 'improving') return [];
    const stepsBelowTop = levels.length - 1 - levels.indexOf(level);
    return [
      {
        id: `own-placing:${unitId}:${area}`,
        kind: 'own-placing',
        area,
        unitId,
        figures: { weight: stepsBelowTop / (levels.length - 1) },
      } satisfies PlanFinding,
    ];
  });
}
