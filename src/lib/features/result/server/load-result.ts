import type { Snapshot, UnitResult } from '@lerend/analysis';
import { dayOf } from '#lib/platform/clock/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { formatDay } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { ResultScan } from '../contract.ts';
import { resultFaults, resultMessages } from '../messages.ts';
import { keptSnapshot } from './kept-snapshot.ts';
import { maySeeBeforeOthers, maySeeResults, maySeeUnit } from './policy.ts';
import { ofScan } from './result-input.ts';
import { resultStore } from './store.ts';
import type { ResultRow } from './store.ts';

/** A result that this reader may open, with the units in it that are theirs to see. */
export interface LoadedResult {
  readonly scan: ResultScan;
  readonly comparedWith: string | null;
  readonly snapshot: Snapshot;
  readonly madeAt: Date;
  readonly visible: ReadonlySet<string>;
}

function presentScan(row: ResultRow, today: string): ResultScan {
  return {
    id: row.scanId,
    title: row.title,
    form: row.form,
    closesOn: row.closesOn,
    resultOn: row.resultOn,
    isPublished: !row.holdsBack && (row.publishedAt !== null || (row.resultOn !== null && row.resultOn <= today)),
    minimumGroupSize: row.minimumGroupSize,
  };
}

/** The result of one peiling; refused while it isn't this reader's turn. */
export async function loadResult(context: Context, givenScanId: string): Promise<LoadedResult> {
  const say = resultMessages(context.language);
  const { scanId } = read(ofScan, { scanId: givenScanId }, resultFaults(context.language));
  authorize(context, maySeeResults(context.actor));
  const row = (await resultStore(context.database).results()).find((one) => one.scanId === scanId);
  if (!row) throw new Refusal(404, say('result-unknown'));
  if (row.holdsBack) throw new Refusal(409, say('result-held-back'));
  const scan = presentScan(row, dayOf(context.clock.now()));
  if (!scan.isPublished && !maySeeBeforeOthers(context.actor)) {
    throw new Refusal(
      403,
      scan.resultOn ? say('result-comes', { day: formatDay(scan.resultOn, context.language) }) : say('result-waits'),
    );
  }
  return openResult(context, row, scan);
}

/** The results that this reader may open, the last one first. */
export async function readableResults(context: Context): Promise<readonly LoadedResult[]> {
  authorize(context, maySeeResults(context.actor));
  const today = dayOf(context.clock.now());
  const kept = (await resultStore(context.database).results()).filter(({ holdsBack }) => !holdsBack);
  const rows = kept.map((row) => ({ row, scan: presentScan(row, today) }));
  const readable = rows.filter(({ scan }) => scan.isPublished || maySeeBeforeOthers(context.actor));
  return Promise.all(readable.map(({ row, scan }) => openResult(context, row, scan)));
}

async function openResult(context: Context, row: ResultRow, scan: ResultScan): Promise<LoadedResult> {
  const snapshot = await keptSnapshot(context.database, row);
  return {
    scan,
    comparedWith: row.previousTitle,
    snapshot,
    madeAt: row.madeAt,
    visible: visibleUnits(context, snapshot),
  };
}

/** By the organisation's unit ids: the policy's own, everything above them as it was then, and the whole. */
function visibleUnits({ actor }: Context, { units }: Snapshot): ReadonlySet<string> {
  const unitById = new Map(units.map((unit) => [unit.id, unit]));
  const visible = new Set<string>();
  for (const own of units) {
    if (own.depth > 0 && !maySeeUnit(actor, own.sourceUnitId)) continue;
    for (
      let unit: UnitResult | undefined = own;
      unit && !visible.has(unit.sourceUnitId);
      unit = unitById.get(unit.parentId ?? '')
    ) {
      visible.add(unit.sourceUnitId);
    }
  }
  return visible;
}

/** One unit of a loaded result by the organisation's id, or the whole; refused when it is not this reader's. */
export function unitIn(
  { language }: Pick<Context, 'language'>,
  { snapshot, visible }: LoadedResult,
  unitId: string | null,
): UnitResult {
  const unit = snapshot.units.find((one) => (unitId === null ? one.depth === 0 : one.sourceUnitId === unitId));
  if (!unit) throw new Refusal(404, resultMessages(language)('unit-unknown'));
  if (!visible.has(unit.sourceUnitId)) throw new Refusal(403, resultMessages(language)('unit-not-yours'));
  return unit;
}
