import type { Snapshot } from '@lerend/analysis';
import type { Context } from '#lib/platform/context/index.ts';
import type { ResultScan } from '../contract.ts';
import { loadResult } from './load-result.ts';
import type { LoadedResult } from './load-result.ts';

/** A result for documents: the snapshot with only the units that this reader may see. */
export interface ReadableSnapshot {
  readonly scan: ResultScan;
  readonly snapshot: Snapshot;
  /** The peiling's own id of a unit of the organisation, as documents take it; null when it isn't in there. */
  readonly idIn: (unitId: string) => string | null;
}

export async function snapshotOf(context: Context, scanId: string): Promise<ReadableSnapshot> {
  return readable(await loadResult(context, scanId));
}

export function readable({ scan, snapshot, visible }: LoadedResult): ReadableSnapshot {
  const units = snapshot.units.filter(({ sourceUnitId }) => visible.has(sourceUnitId));
  const ids = new Set(units.map(({ id }) => id));
  const findings = snapshot.findings.filter(({ unitId }) => ids.has(unitId));
  return {
    scan,
    snapshot: units.length === snapshot.units.length ? snapshot : { ...snapshot, units, findings },
    idIn: (unitId) => units.find(({ sourceUnitId }) => sourceUnitId === unitId)?.id ?? null,
  };
}
