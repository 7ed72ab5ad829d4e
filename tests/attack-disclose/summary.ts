import type { AttackLine, Outcome } from './attack.ts';

/** All organisations together. */
export function summaryOf(lines: readonly AttackLine[]) {
  const sum = (of: (line: AttackLine) => number) => lines.reduce((total, line) => total + of(line), 0);
  const hidden = (which: 'ours' | 'thresholdOnly') =>
    share(
      sum((line) => line[which].hidden),
      sum((line) => line[which].figures),
    );
  const broken = (which: 'ours' | 'thresholdOnly') => lines.filter((line) => line[which].reached > 0).length;
  const reached = (which: 'ours' | 'thresholdOnly') => sum((line) => line[which].reached);
  return {
    organisations: lines.length,
    targets: sum(({ ours }) => ours.targets),
    reached: reached('ours'),
    organisationsBroken: broken('ours'),
    narrowest: Math.min(...lines.map(({ ours }: { ours: Outcome }) => ours.narrowest)),
    thresholdOnlyTargets: sum(({ thresholdOnly }) => thresholdOnly.targets),
    thresholdOnlyReached: reached('thresholdOnly'),
    thresholdOnlyOrganisationsBroken: broken('thresholdOnly'),
    hidden: hidden('ours'),
    thresholdOnlyHidden: hidden('thresholdOnly'),
    auditTargets: sum(({ audit }) => audit.targets),
    enclosedByAudit: sum(({ audit }) => audit.enclosed),
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
