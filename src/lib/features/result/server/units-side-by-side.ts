import { findingsOf } from '@lerend/analysis';
import type { Snapshot, UnitResult } from '@lerend/analysis';
import { areaOf, isAreaCode } from '@lerend/instrument';
import type { Context } from '#lib/platform/context/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { findingSentences, wordsIn } from '#lib/report/index.ts';
import type { SideBySidePage, UnitApart, UnitStrip } from '../contract.ts';
import { resultMessages } from '../messages.ts';
import { loadResult, unitIn } from './load-result.ts';
import { nameOf } from './present-figures.ts';

/** All units that this reader may see, each a strip of eleven parcels; `focusId` is the one looked at. */
export async function unitsSideBySide(
  context: Context,
  scanId: string,
  focusId: string | null = null,
): Promise<SideBySidePage> {
  const { language } = context;
  const loaded = await loadResult(context, scanId);
  const { snapshot, visible, scan } = loaded;
  const units = snapshot.units.filter(({ sourceUnitId }) => visible.has(sourceUnitId));
  const focus = focusId === null ? null : unitIn(context, loaded, focusId);
  const apart = unitsApart(units, snapshot, language);
  return {
    scan,
    heading: headingOf(units, apart, language),
    areas: snapshot.areaIds.flatMap((id) => (isAreaCode(id) ? [{ id, name: areaOf(id).shortName[language] }] : [])),
    units: units.map((unit) => stripOf(unit, snapshot)),
    focus: focus && { ...nameOf(focus), sentences: findingSentences(snapshot, focus.id, wordsIn(language)) },
  };
}

function stripOf(unit: UnitResult, snapshot: Snapshot): UnitStrip {
  const differences = new Map(
    findingsOf(snapshot, unit.id).flatMap((finding) =>
      finding.kind === 'unit-above-parent' || finding.kind === 'unit-below-parent'
        ? [[finding.areaId, finding.difference] as const]
        : [],
    ),
  );
  return {
    ...nameOf(unit),
    depth: unit.depth,
    people: unit.headCount ?? unit.invited,
    parcels: unit.areas.map(({ areaId, cell }) => ({ cell, standsOutBy: differences.get(areaId) ?? null })),
  };
}

/** Units that stand away from the one above by more than noise, those with most areas first. */
export function unitsApart(units: readonly UnitResult[], snapshot: Snapshot, language: Language): UnitApart[] {
  return units
    .map((unit): UnitApart => {
      const findings = findingsOf(snapshot, unit.id);
      const names = (kind: 'unit-above-parent' | 'unit-below-parent') =>
        findings.flatMap((one) =>
          one.kind === kind && one.areaId && isAreaCode(one.areaId) ? [areaOf(one.areaId).shortName[language]] : [],
        );
      return { ...nameOf(unit), higher: names('unit-above-parent'), lower: names('unit-below-parent') };
    })
    .filter(({ higher, lower }) => higher.length + lower.length > 0)
    .sort((a, b) => b.higher.length + b.lower.length - a.higher.length - a.lower.length);
}

function headingOf(units: readonly UnitResult[], apart: readonly UnitApart[], language: Language): string {
  const say = resultMessages(language);
  if (units.every((unit) => unit.figuresFrom !== unit.id)) return say('side-by-side-none');
  if (apart.length === 0) return say('side-by-side-alike');
  return say('side-by-side-apart', { count: apart.length, units: units.length, name: apart[0]?.name });
}
