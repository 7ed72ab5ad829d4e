import type { Attacked, AttackLine } from './attack.ts';

/** All organisations together. */
export function summaryOf(lines: readonly AttackLine[]) {
  const sum = (of: (line: AttackLine) => number) => lines.reduce((total, line) => total + of(line), 0);
  const hidden = (which: 'ours' | 'thresholdOnly') =>
    share(
      sum((line) => line[which].hidden),
      sum((line) => line[which].figures),
    );
  const attack = (of: (line: AttackLine) => Attacked) => ({
    targets: sum((line) => of(line).targets),
    reached: sum((line) => of(line).reached),
    organisations: lines.filter((line) => of(line).reached > 0).length,
    narrowest: Math.min(...lines.map((line) => of(line).narrowest)),
  });
  return {
    organisations: lines.length,
    ours: {
      pages: attack(({ ours }) => ours.pages),
      table: attack(({ ours }) => ours.table),
      profile: attack(({ ours }) => ours.profile),
      questionsTogether: attack(({ ours }) => ours.questions),
    },
    thresholdOnly: {
      pages: attack(({ thresholdOnly }) => thresholdOnly.pages),
      profile: attack(({ thresholdOnly }) => thresholdOnly.profile),
    },
    heldBack: {
      peilingen: sum(({ heldBack }) => heldBack.peilingen),
      reached: sum(({ heldBack }) => heldBack.reached),
      withoutAnyReached: lines.filter(({ heldBack }) => heldBack.peilingen > 0 && heldBack.reached === 0).length,
    },
    hidden: hidden('ours'),
    thresholdOnlyHidden: hidden('thresholdOnly'),
    auditTargets: sum(({ auditTargets }) => auditTargets),
    listsThatDifferByAFew: sum(({ differing }) => differing.units),
    changesShown: sum(({ differing }) => differing.changesShown),
    pointsMovedOnAverage: share(
      sum(({ moved }) => moved.mean * moved.scores),
      sum(({ moved }) => moved.scores),
    ),
  };
}

function share(part: number, whole: number): number {
  return Math.round((1000 * part) / Math.max(1, whole)) / 1000;
}
