import type { AreaCode, Localised } from '@lerend/instrument';
import type { Candidate } from './candidates.ts';
import type { EvidenceGrade, Practice } from './practice.ts';
import { hoursOf } from './search-practices.ts';

/** The unit that a plan is for. */
export interface PlanUnit {
  /** People who would take part. */
  readonly size: number;
  readonly isShift?: boolean;
  readonly isRemote?: boolean;
}

/** What the team has been granted for learning; null where nothing was granted or said yet. */
export interface PlanBudget {
  readonly hours: number | null;
  readonly euros: number | null;
}

/** What earlier look-backs taught about a practice, for one area. */
export interface LearnedEffect {
  readonly practiceId: string;
  readonly area: AreaCode;
  /** Teams that looked back on it. */
  readonly teams: number;
  /** Average change of the area's score in points, with its 95 % interval. */
  readonly points: number;
  readonly low: number;
  readonly high: number;
}

export type Fit = 'fits' | 'over' | 'unknown';
export type TeamSizeFit = 'fits' | 'too-few-people' | 'too-many-people';

/** One proposed step, ready to be kept: everything needed to trace it back to a finding and a rule. */
export interface Proposal {
  readonly practiceId: string;
  readonly practiceVersion: number;
  /** The area that it is meant to move here; one of the practice's moves. */
  readonly area: AreaCode;
  readonly ruleId: string;
  readonly findingIds: readonly string[];
  readonly because: Localised;
  /** Hours of everyone together, for this team's size. */
  readonly hours: number;
  readonly euros: { readonly low: number; readonly high: number };
  /** Against the budget; euros are held against `high`. */
  readonly fit: { readonly hours: Fit; readonly euros: Fit; readonly teamSize: TeamSizeFit };
  /** Which variant to show first. */
  readonly variant: 'shifts' | 'distance' | null;
  /** In points of the area's score. null until enough teams have looked back; then `undefined` says why. */
  readonly expectedGain: {
    readonly points: number;
    readonly low: number;
    readonly high: number;
    readonly teams: number;
  } | null;
  readonly undefined: { readonly expectedGain?: 'nothing-learned-yet' | 'too-few-teams' };
  readonly evidence: EvidenceGrade;
  readonly measure: Practice['measure'];
}

/** From this many teams an average effect is worth saying; with fewer, one team's luck decides it. */
export const fewestTeamsToLearnFrom = 5;

/** Works a candidate out for one unit. Pure; a budget that is unknown gives fit `unknown`, never `fits`. */
export function proposalOf(
  { practice, area, rule, findingIds }: Candidate,
  unit: PlanUnit,
  budget: PlanBudget,
  learnedEffects: readonly LearnedEffect[],
): Proposal {
  const hours = hoursOf(practice, unit.size);
  const { low, high } = practice.euros;
  return {
    practiceId: practice.id,
    practiceVersion: practice.version,
    area,
    ruleId: rule.id,
    findingIds,
    because: rule.because,
    hours,
    euros: { low, high },
    fit: {
      hours: fitOf(hours, budget.hours),
      euros: fitOf(high, budget.euros),
      teamSize: teamSizeFit(unit.size, practice.teamSize),
    },
    variant: unit.isShift === true ? 'shifts' : unit.isRemote === true ? 'distance' : null,
    ...gainOf(practice.id, area, learnedEffects),
    evidence: practice.source.grade,
    measure: practice.measure,
  };
}

function fitOf(cost: number, granted: number | null): Fit {
  if (cost === 0) return 'fits';
  if (granted === null) return 'unknown';
  return cost <= granted ? 'fits' : 'over';
}

function teamSizeFit(size: number, { min, max }: Practice['teamSize']): TeamSizeFit {
  return size < min ? 'too-few-people' : size > max ? 'too-many-people' : 'fits';
}

function gainOf(
  practiceId: string,
  area: AreaCode,
  learnedEffects: readonly LearnedEffect[],
): Pick<Proposal, 'expectedGain' | 'undefined'> {
  const learned = learnedEffects.find((one) => one.practiceId === practiceId && one.area === area);
  if (learned === undefined) return { expectedGain: null, undefined: { expectedGain: 'nothing-learned-yet' } };
  const { points, low, high, teams } = learned;
  if (teams < fewestTeamsToLearnFrom) return { expectedGain: null, undefined: { expectedGain: 'too-few-teams' } };
  return { expectedGain: { points, low, high, teams }, undefined: {} };
}
