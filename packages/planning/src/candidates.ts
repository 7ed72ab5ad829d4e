import type { AreaCode } from '@lerend/instrument';
import { practiceOf } from './library.ts';
import type { Placing, PlanFinding, PlanFindingKind } from './plan-finding.ts';
import type { EvidenceGrade, Practice } from './practice.ts';
import { ruleMatches } from './rule.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules.ts';

/** A practice that a rule proposes, before choosing. `score` only orders candidates; it means nothing by itself. */
export interface Candidate {
  readonly practice: Practice;
  readonly area: AreaCode;
  readonly rule: Rule;
  readonly findingIds: readonly string[];
  readonly score: number;
}

/** How urgently each kind of finding asks for a step. Above all what is low or fell; what went well comes last. */
const urgency: Readonly<Record<PlanFindingKind, number>> = {
  'own-placing': 1,
  'weakest-area': 1,
  fell: 0.95,
  'unit-below-parent': 0.9,
  'weak-item': 0.8,
  divided: 0.75,
  'low-response': 0.6,
  'many-dont-know': 0.55,
  rose: 0.3,
  'strongest-area': 0.3,
  'unit-above-parent': 0.3,
  'strong-item': 0.3,
  'not-distinguishable': 0,
  'no-figure': 0,
};

/** A step down in the rule's order of preference costs this much; a higher grade or a fitting level wins it back. */
const costPerPlace = 0.04;
const gradeBonus: Readonly<Record<EvidenceGrade, number>> = { A: 0.04, B: 0.02, C: 0.01, D: 0 };
/** Large enough that a practice for another level comes only when nothing for the own level is left. */
const otherLevelCost = 1;
/** A second finding that leads to the same practice makes it more fitting. */
const furtherFindingBonus = 0.1;
/** No more than two further findings count: twenty small ones may not outweigh the weakest area. */
const mostFurtherFindings = 2;

/**
 * Every practice that some rule proposes at some finding, each once per area, with all findings that led to it.
 * The rule of the strongest finding is the one that speaks. In a fixed order: by score, then rule, then practice.
 */
export function candidatesFor(findings: readonly PlanFinding[], level: Placing): Candidate[] {
  const merged = new Map<string, Candidate>();
  for (const finding of findings) {
    for (const rule of rules) {
      if (!ruleMatches(rule, finding)) continue;
      for (const [place, id] of rule.propose.entries()) {
        const practice = practiceOf(id);
        if (practice === undefined) continue;
        const area = rule.when.area === 'any' ? practice.area : rule.when.area;
        const score = scoreOf(finding, place, practice, level);
        const key = `${area}/${id}`;
        merged.set(key, merge(merged.get(key), { practice, area, rule, findingIds: [finding.id], score }));
      }
    }
  }
  return [...merged.values()]
    .map((one) => ({
      ...one,
      score: one.score + furtherFindingBonus * Math.min(mostFurtherFindings, one.findingIds.length - 1),
    }))
    .sort(byScore);
}

function scoreOf(finding: PlanFinding, place: number, practice: Practice, level: Placing): number {
  const strength = urgency[finding.kind] * (0.5 + clamp(finding.figures.weight) / 2);
  const own = level[practice.area];
  const levelCost = own === undefined || practice.levels.includes(own) ? 0 : otherLevelCost;
  return strength - place * costPerPlace + gradeBonus[practice.source.grade] - levelCost;
}

function merge(before: Candidate | undefined, now: Candidate): Candidate {
  if (before === undefined) return now;
  const stronger = now.score > before.score ? now : before;
  return { ...stronger, findingIds: [...new Set([...before.findingIds, ...now.findingIds])] };
}

function byScore(one: Candidate, other: Candidate): number {
  if (one.score !== other.score) return other.score - one.score;
  const [a, b] = [`${one.rule.id} ${one.practice.id}`, `${other.rule.id} ${other.practice.id}`];
  return a < b ? -1 : a > b ? 1 : 0;
}

function clamp(weight: number): number {
  return Math.min(1, Math.max(0, weight));
}
