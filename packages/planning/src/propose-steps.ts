import type { AreaCode } from '@lerend/instrument';
import { candidatesFor } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import type { Placing, PlanFinding } from './plan-finding.ts';
import { proposalOf } from './proposal.ts';
import type { LearnedEffect, PlanBudget, PlanUnit, Proposal } from './proposal.ts';

export interface ProposeInput {
  /** Of one unit; those of several may be given together when they are to be one plan. */
  readonly findings: readonly PlanFinding[];
  /** `level`: per area where it is known, measured or placed by the team; practices for other levels come last. */
  readonly unit: PlanUnit & { readonly level: Placing };
  readonly budget: PlanBudget;
  /** Practices that this unit has just done or is doing: never proposed. */
  readonly doneBefore: readonly string[];
  readonly learnedEffects?: readonly LearnedEffect[];
  /** Asked for: only proposals that move this area. Then all three may come from it. */
  readonly area?: AreaCode;
}

export const mostProposals = 3;

/** A proposal that doesn't fit comes after those that do, unless it is much more called for. */
const misfitCost = 0.3;
/** What ten points of learned gain is worth in the order; bounded, so that one lucky practice doesn't rule. */
const worthOfTenPoints = 0.2;

/**
 * Up to three proposals for a unit's next step, best first.
 *
 * From findings through rules to practices, then varied: first one per area, then at most two whose practice has the
 * same main area, unless `area` asks for one area. A proposal that is over the budget, or made for another team size,
 * is kept when nothing better is left and says so in `fit`. Fewer than three, or none, when no rule speaks.
 *
 * Deterministic: the same input gives the same output, and the order of `findings` makes no difference. Nothing is
 * thrown; a practice id that no longer exists is passed over. `expectedGain` is null, with the reason, until at
 * least five teams have looked back. Not for choosing for a team: the team chooses, this only lays out.
 */
export function proposeSteps(input: ProposeInput): Proposal[] {
  const { unit, budget, doneBefore, learnedEffects = [], area } = input;
  const findings = [...input.findings].sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
  const ranked = candidatesFor(findings, unit.level)
    .filter(({ practice }) => !doneBefore.includes(practice.id))
    .filter((candidate) => area === undefined || candidate.area === area)
    .map((candidate) => ({ candidate, proposal: proposalOf(candidate, unit, budget, learnedEffects) }))
    .map((one) => ({ ...one, score: one.candidate.score + adjustment(one.proposal) }))
    .sort((one, other) => other.score - one.score);
  return varied(ranked, area !== undefined).map(({ proposal }) => proposal);
}

function adjustment({ fit, expectedGain }: Proposal): number {
  const misfits = Object.values(fit).filter((one) => one !== 'fits' && one !== 'unknown').length;
  const gain = expectedGain === null ? 0 : Math.max(-1, Math.min(1, expectedGain.points / 10)) * worthOfTenPoints;
  return gain - misfits * misfitCost;
}

type Ranked = { readonly candidate: Candidate; readonly proposal: Proposal };

function varied(ranked: readonly Ranked[], isOneAreaAsked: boolean): Ranked[] {
  const chosen: Ranked[] = [];
  const take = (may: (one: Candidate) => boolean) => {
    for (const one of ranked) {
      if (chosen.length === mostProposals) return;
      const isThere = chosen.some((other) => other.candidate.practice.id === one.candidate.practice.id);
      if (!isThere && may(one.candidate)) chosen.push(one);
    }
  };
  const count = (test: (other: Candidate) => boolean) => chosen.filter(({ candidate }) => test(candidate)).length;
  if (isOneAreaAsked) take(() => true);
  take((one) => count((other) => other.area === one.area || other.practice.area === one.practice.area) === 0);
  take((one) => count((other) => other.practice.area === one.practice.area) < 2);
  return chosen;
}
