import type { Finding, FindingDetail } from './finding.ts';

/** A finding with its id; `weight` is cut off at 0 and 1 and kept in three decimals. */
export function makeFinding(unitId: string, areaId: string | null, weight: number, detail: FindingDetail): Finding {
  const about = 'itemId' in detail ? `:${detail.itemId}` : '';
  return {
    id: `${detail.kind}:${unitId}:${areaId ?? '-'}${about}`,
    unitId,
    areaId,
    weight: Math.round(1000 * Math.min(1, Math.max(0, weight))) / 1000,
    ...detail,
  };
}

/** Points of difference that weigh as heavily as can be: one answer step on every item by everyone. */
export const heaviestDifference = 25;
