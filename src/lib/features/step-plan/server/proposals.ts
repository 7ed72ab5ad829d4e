import { areaOf } from '@lerend/instrument';
import type { AreaCode } from '@lerend/instrument';
import { practiceOf, proposeSteps, usualTeamSize } from '@lerend/planning';
import type { Proposal } from '@lerend/planning';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { organisationTree } from '#lib/features/organisation/server/index.ts';
import { measuredLevels } from '#lib/features/result/server/index.ts';
import type { OwnPlacing, ProposedStep } from '../contract.ts';
import { budgetOf } from './budget-of.ts';
import { findingsInWords } from './finding-sentences.ts';
import type { FindingsInWords } from './finding-sentences.ts';
import { mayLeadPlan } from './policy.ts';
import { stepStore } from './store.ts';

interface Wish {
  /** Where the team placed itself, from its conversation. */
  readonly placing?: OwnPlacing | undefined;
  /** Only proposals for this area. */
  readonly area?: AreaCode | undefined;
}

/** Three proposals for a unit's next step, best first; fewer when no rule speaks. */
export async function proposals(context: Context, unitId: string, wish: Wish = {}): Promise<readonly ProposedStep[]> {
  authorize(context, mayLeadPlan(context.actor, unitId));
  const [words, levels, budget, steps, size] = await Promise.all([
    findingsInWords(context, unitId, wish.placing),
    measuredLevels(context, unitId),
    budgetOf(context, unitId),
    stepStore(context.database).stepsOf(unitId),
    teamSize(context, unitId),
  ]);
  const proposed = proposeSteps({
    findings: words.findings,
    unit: { size, level: { ...levels, ...wish.placing } },
    budget: budget ? budget.left : { hours: null, euros: null },
    doneBefore: steps.flatMap((step) => step.practiceId ?? []),
    ...(wish.area ? { area: wish.area } : {}),
  });
  return proposed.flatMap((one) => present(one, words, context));
}

/** What led to a step: the finding and the rule, so that it can be traced back. */
export interface Reason {
  readonly said: string;
  /** Null when no rule speaks: the team chose this for itself. */
  readonly because: string | null;
  readonly ruleId: string | null;
  readonly findingIds: readonly string[];
}

/** The reason behind one practice for one area; without a rule, the heaviest finding about that area, if there is one. */
export async function reasonFor(
  context: Context,
  unitId: string,
  wish: { practiceId: string | null; area: AreaCode; placing?: OwnPlacing | undefined },
): Promise<Reason> {
  const { placing, area } = wish;
  const isIt = (one: ProposedStep): boolean => one.practiceId === wish.practiceId && one.area === area;
  if (wish.practiceId !== null) {
    const proposal =
      (await proposals(context, unitId, { placing })).find(isIt) ??
      (await proposals(context, unitId, { placing, area })).find(isIt);
    if (proposal)
      return {
        said: proposal.said,
        because: proposal.because,
        ruleId: proposal.ruleId,
        findingIds: proposal.findingIds,
      };
  }
  const { findings, sentenceOf } = await findingsInWords(context, unitId, placing);
  const about = findings.find((finding) => finding.area === area && sentenceOf(finding.id) !== '');
  return { said: about ? sentenceOf(about.id) : '', because: null, ruleId: null, findingIds: about ? [about.id] : [] };
}

/** People who would take part: as the organisation gave it, else as it counted them, else a usual team. */
export async function teamSize(context: Context, unitId: string): Promise<number> {
  const unit = (await organisationTree(context)).find((one) => one.id === unitId);
  return unit?.headCount || unit?.people || usualTeamSize;
}

function present(proposal: Proposal, words: FindingsInWords, { language }: Context): ProposedStep[] {
  const practice = practiceOf(proposal.practiceId);
  if (!practice) return [];
  const { practiceId, area, ruleId, findingIds, hours, euros, fit, expectedGain, evidence } = proposal;
  return [
    {
      practiceId,
      area,
      areaName: areaOf(area).shortName[language],
      title: practice.title[language],
      summary: practice.summary[language],
      said: words.said(findingIds, area),
      because: proposal.because[language],
      ruleId,
      findingIds,
      hours,
      euros,
      fit: { hours: fit.hours, euros: fit.euros },
      teamSize: fit.teamSize,
      grade: evidence,
      expectedGain,
    },
  ];
}
