import { itemOf } from '@lerend/instrument';
import type { AreaCode, Localised } from '@lerend/instrument';
import type { PlanFinding, PlanFindingKind } from './plan-finding.ts';

/** A readable step from what stands out to what one could do. Rules are data: no rule computes anything. */
export interface Rule {
  readonly id: string;
  readonly when: {
    /** Any of these kinds of finding. */
    readonly kind: readonly PlanFindingKind[];
    /** The area that the finding is about; `any` also takes findings without an area. */
    readonly area: AreaCode | 'any';
    /** Only for a finding about an item of this facet. */
    readonly facet?: string;
  };
  /** Ids of practices, the most fitting first. Each moves the rule's area. */
  readonly propose: readonly string[];
  /** Why these practices at this finding; stands beside the finding's own sentence, so doesn't repeat it. */
  readonly because: Localised;
}

/** An area is low: lowest of the unit, lower than the unit above, or placed low by the team itself. */
export const low: readonly PlanFindingKind[] = ['weakest-area', 'unit-below-parent', 'own-placing'];

/** Short for writing a rule in one breath: id, when, propose, why in Dutch, why in English. */
export function rule(id: string, when: Rule['when'], propose: readonly string[], nl: string, en: string): Rule {
  return { id, when, propose, because: { nl, en } };
}

/** Whether a rule speaks about a finding. An unknown item has no facet, so a rule with a facet stays silent. */
export function ruleMatches(one: Rule, finding: PlanFinding): boolean {
  if (!one.when.kind.includes(finding.kind)) return false;
  if (one.when.area !== 'any' && one.when.area !== finding.area) return false;
  if (one.when.facet === undefined) return true;
  const { itemId } = finding.figures;
  return itemId !== undefined && itemOf(itemId)?.facet === one.when.facet;
}
