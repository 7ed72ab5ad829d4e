import { proposeSteps } from '@lerend/planning';
import type { GroupResult, PlanStep, ScaleResult } from './contract-document.ts';
import { placingOf, planFindings, standingsOf } from './plan-findings.ts';
import type { AreaStanding } from './plan-findings.ts';
import { unitId } from './unit-tree.ts';

/** Points of 0–100 in one answer step of the built-in questionnaire (1–5). */
const POINTS_PER_ANSWER = 25;

interface PlanUnitInput {
  readonly path: readonly string[];
  readonly size: number;
  readonly own: readonly AreaStanding[];
  readonly above: readonly AreaStanding[];
}

function stepsOf({ path, size, own, above }: PlanUnitInput): PlanStep[] {
  const proposals = proposeSteps({
    findings: planFindings(unitId(path), own, above),
    unit: { size, level: placingOf(own) },
    budget: { hours: null, euros: null },
    doneBefore: [],
  });
  return proposals.map(({ practiceId, area, findingIds, hours, euros, expectedGain, evidence }): PlanStep => ({
    step: practiceId,
    area,
    group: path,
    why: findingIds,
    hours,
    euros: euros.high,
    eurosFrom: euros.low,
    expectedGain: expectedGain?.points ?? null,
    evidence,
  }));
}

/**
 * The document's `plan`: up to three proposed steps for every unit that shows figures and has none below it that do;
 * without units, for everyone together. Only published figures take part. Hours are for everyone of the unit who
 * answered; no budget is known to a file, so nothing is left out for its cost.
 */
export function planResult(
  respondents: number,
  scales: readonly ScaleResult[],
  groups: readonly GroupResult[],
): PlanStep[] {
  const whole = standingsOf(scales, POINTS_PER_ANSWER);
  const shown = groups.filter(({ published }) => published);
  if (shown.length === 0) return stepsOf({ path: [], size: respondents, own: whole, above: [] });
  const standings = new Map(shown.map((group) => [unitId(group.path), standingsOf(group.scales, POINTS_PER_ANSWER)]));
  const parents = new Set(
    shown.flatMap(({ path }) => path.slice(0, -1).map((_, depth) => unitId(path.slice(0, depth + 1)))),
  );
  return shown
    .filter(({ path }) => !parents.has(unitId(path)))
    .flatMap(({ path, n }) => {
      let above: readonly AreaStanding[] | undefined;
      for (let depth = path.length - 1; above === undefined && depth > 0; depth -= 1)
        above = standings.get(unitId(path.slice(0, depth)));
      return stepsOf({ path, size: n ?? 0, own: standings.get(unitId(path)) ?? [], above: above ?? whole });
    });
}
