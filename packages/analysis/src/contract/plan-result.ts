import type { GroupResult, PlanStep } from './contract-document.ts';

export function planResult(groups: readonly GroupResult[]): readonly PlanStep[] {
  return groups.length === 0 ? [] : [];
}
