import { derivePublished, mayCompareRosters } from '@lerend/disclosure';
import type { AreaCell, Published } from '@lerend/disclosure';
import type { FormName } from '@lerend/instrument';
import { commonForm } from './snapshot-form.ts';
import type { PreviousPeiling } from './snapshot-input.ts';
import type { AreaChange, AreaResult, ComparedChange, IncomparableReason } from './unit-result.ts';

export interface Now {
  readonly form: FormName;
  readonly instrumentVersion: string;
  readonly sourceUnitId: string;
  readonly area: Pick<AreaResult, 'areaId' | 'cell' | 'onForms'>;
}

/**
 * What changed in an area of a unit since the previous peiling. It reads two published cells and nothing else.
 *
 * Noise: √(noise now² + noise before²), from the half-widths of the scores by themselves, as if other people had
 * answered the second time. Many are the same, so true noise is smaller: we call too little "more than noise" rather
 * than too much. Where the forms differ, both scores are those of the items that the forms share.
 */
export function areaChange(now: Now, previous: PreviousPeiling): AreaChange {
  const no = (reason: IncomparableReason): AreaChange => ({ kind: 'not-comparable', reason });
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

function compare(now: Published<AreaCell>, before: Published<AreaCell>, onForm: FormName): ComparedChange {
  const difference = derivePublished([now, before], (a: AreaCell, b: AreaCell) => a.score - b.score);
  const noise = derivePublished([now, before], (a: AreaCell, b: AreaCell) => Math.ceil(Math.hypot(a.noise, b.noise)));
  return {
    kind: Math.abs(difference) > noise ? 'more-than-noise' : 'within-noise',
    difference,
    noise,
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
  return form === onForm ? area.cell : (area.onForms[onForm] ?? null);
}

function majorOf(version: string): string {
  return version.split('.')[0] ?? version;
}
