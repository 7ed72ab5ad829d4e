import { derivePublished, mayCompareRosters } from '@lerend/disclosure';
import type { AreaCell, Published } from '@lerend/disclosure';
import type { FormName } from '@lerend/instrument';
import { normalQuantile } from '@lerend/psychometrics';
import { asksTheItemsOf, commonForm } from './snapshot-form.ts';
import type { PreviousPeiling } from './snapshot-input.ts';
import type { AreaResult, ComparedChange, IncomparableChange, IncomparableReason } from './unit-result.ts';

/** A change of which it isn't decided yet whether it is more than noise. */
export interface UnmarkedChange extends Omit<ComparedChange, 'kind' | 'noise'> {
  readonly kind: 'unmarked';
  readonly standardError: Published<number>;
}

export interface Now {
  readonly form: FormName;
  readonly instrumentVersion: string;
  readonly sourceUnitId: string;
  readonly area: Pick<AreaResult, 'areaId' | 'cell' | 'onForms'>;
}

/**
 * What changed in an area of a unit since the previous peiling. It reads two published cells and nothing else.
 *
 * Standard error: √(noise now² + noise before²) / 1.96, from the half-widths of the scores by themselves, as if other
 * people had answered the second time. Many are the same, so the true one is smaller: we call too little a change
 * rather than too much. Where the forms differ, both scores are those of the items that the forms share. What is more
 * than noise is decided over all changes of the peiling together: `mark-units.ts`.
 */
export function areaChange(now: Now, previous: PreviousPeiling): UnmarkedChange | IncomparableChange {
  const no = (reason: IncomparableReason): IncomparableChange => ({ kind: 'not-comparable', reason });
  if (majorOf(now.instrumentVersion) !== majorOf(previous.snapshot.instrumentVersion)) return no('other-questions');
  const unitBefore = previous.snapshot.units.find((unit) => unit.sourceUnitId === now.sourceUnitId);
  if (unitBefore === undefined) return no('unit-is-new');
  const onForm = commonForm(now.form, previous.snapshot.form);
  const areaBefore = unitBefore.areas.find((area) => area.areaId === now.area.areaId);
  const cellNow = cellOnForm(now.area, now.form, onForm);
  if (cellNow === null) return no('no-figure-now');
  const before = areaBefore ? cellOnForm(areaBefore, previous.snapshot.form, onForm) : null;
  if (before === null) return no('no-figure-before');
  const rosterDifference = previous.rosterDifference[now.sourceUnitId];
  if (rosterDifference === undefined) return no('invited-list-unknown');
  if (!mayCompareRosters(rosterDifference)) return no('invited-list-differs-by-a-few');
  return compare(cellNow, before, onForm);
}

function compare(now: Published<AreaCell>, before: Published<AreaCell>, onForm: FormName): UnmarkedChange {
  const difference = derivePublished([now, before], (a: AreaCell, b: AreaCell) => a.score - b.score);
  const standardError = derivePublished(
    [now, before],
    (a: AreaCell, b: AreaCell) => Math.hypot(a.noise, b.noise) / normalQuantile(0.975),
  );
  return {
    kind: 'unmarked',
    difference,
    standardError,
    before: derivePublished([before], (cell: AreaCell) => cell.score),
    now: derivePublished([now], (cell: AreaCell) => cell.score),
    onForm,
  };
}

function cellOnForm(
  area: Pick<AreaResult, 'cell' | 'onForms'>,
  form: FormName,
  onForm: FormName,
): Published<AreaCell> | null {
  return asksTheItemsOf(form, onForm) ? area.cell : (area.onForms[onForm] ?? null);
}

function majorOf(version: string): string {
  return version.split('.')[0] ?? version;
}
