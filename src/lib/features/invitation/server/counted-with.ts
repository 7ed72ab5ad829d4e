import { countedWithSentence } from '#lib/features/scan/contract.ts';
import type { ScanUnit } from '#lib/features/scan/contract.ts';
import type { Language } from '#lib/platform/language/index.ts';

/** Under which name the answers of who was invited in a unit count, as their invitation says it; null for a pilot, which has one group. */
export function countedWith(
  units: readonly ScanUnit[],
  scan: { readonly research: unknown },
): (scanUnitId: string, language: Language) => string | null {
  if (scan.research !== null) return () => null;
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  const unitOf = new Map(units.map((unit) => [unit.id, unit]));
  return (scanUnitId, language) => {
    const unit = unitOf.get(scanUnitId);
    return unit ? countedWithSentence(language, unit.name, nameOf.get(unit.reportingGroupId) ?? unit.name) : null;
  };
}
