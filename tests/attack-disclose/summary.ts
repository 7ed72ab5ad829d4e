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
  const heldBack = (of: (line: AttackLine) => AttackLine['heldBack']) => ({
    peilingen: sum((line) => of(line).peilingen),
    reached: sum((line) => of(line).reached),
    withoutAnyReached: lines.filter((line) => of(line).peilingen > 0 && of(line).reached === 0).length,
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
    heldBack: heldBack((line) => line.heldBack),
    groupsHeldBack: heldBack((line) => line.groupsHeldBack),
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
