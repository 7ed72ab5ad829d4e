import type { Finding } from './finding.ts';
import { inTodaysShape } from './first-method.ts';
import type { FirstSnapshot } from './first-method.ts';
import { methodVersion } from './snapshot.ts';
import type { Snapshot } from './snapshot.ts';
import type { UnitResult } from './unit-result.ts';

/**
 * Takes a snapshot out of storage: the document that `makeSnapshot` made, after a journey through JSON.
 * Use it for what our own store kept, never for what came in from outside. An Error when it is something else or was
 * made by a method whose shape we can't read.
 */
export function readSnapshot(stored: unknown): Snapshot {
  if (isFirst(stored)) return inTodaysShape(stored);
  if (!isSnapshot(stored)) throw new Error('this is not a snapshot that this version can read');
  return stored;
}

/**
 * These have the shape of today. In 2.0.0 units without a figure still had a part in where the others stand; up to 2.1.0
 * what lies at the ends of the scale was shown as it was, also of few people.
 */
const versionsOfThisShape = ['2.0.0', '2.1.0', methodVersion];

function isSnapshot(stored: unknown): stored is Snapshot {
  return versionsOfThisShape.some((version) => hasShape(stored, version));
}

/** Made by the first method: read as what it said then. */
function isFirst(stored: unknown): stored is FirstSnapshot {
  return hasShape(stored, '1.0.0');
}

function hasShape(stored: unknown, version: string): boolean {
  if (typeof stored !== 'object' || stored === null) return false;
  const isOfVersion = 'methodVersion' in stored && stored.methodVersion === version;
  const lists = ['units' in stored && stored.units, 'findings' in stored && stored.findings];
  return isOfVersion && lists.every(Array.isArray) && 'whole' in stored && 'scanId' in stored;
}

/** A page of hundreds of units looks things up hundreds of times, in a document that never changes: it is ordered once. */
interface Order {
  readonly unitOf: ReadonlyMap<string, UnitResult>;
  readonly findingsOf: ReadonlyMap<string, readonly Finding[]>;
}
const orders = new WeakMap<Snapshot, Order>();

function orderOf(snapshot: Snapshot): Order {
  const known = orders.get(snapshot);
  if (known) return known;
  const order: Order = {
    unitOf: new Map(snapshot.units.map((unit) => [unit.id, unit])),
    findingsOf: Map.groupBy(snapshot.findings, ({ unitId }) => unitId),
  };
  orders.set(snapshot, order);
  return order;
}

/** A unit of the snapshot by its id in the peiling; undefined when it isn't there. */
export function unitOf(snapshot: Snapshot, unitId: string): UnitResult | undefined {
  return orderOf(snapshot).unitOf.get(unitId);
}

/** What stands out in one unit, heaviest first; empty when nothing does, or when there is no such unit. */
export function findingsOf(snapshot: Snapshot, unitId: string): readonly Finding[] {
  return orderOf(snapshot).findingsOf.get(unitId) ?? [];
}
