import { levelIn } from '@lerend/analysis';
import type { AreaResult, Snapshot, UnitResult } from '@lerend/analysis';
import { areaOf, isAreaCode, itemOf, levelNames } from '@lerend/instrument';
import type { Language, Words } from '../language.ts';

export function areaName(areaId: string, language: Language): string {
  return isAreaCode(areaId) ? areaOf(areaId).shortName[language] : areaId;
}

/** The longer name, for a heading of its own. */
export function areaTitle(areaId: string, language: Language): string {
  return isAreaCode(areaId) ? areaOf(areaId).name[language] : areaId;
}

export function itemText(itemId: string, language: Language): string {
  return itemOf(itemId)?.text[language] ?? itemId;
}

/** "gewoon", or "tussen begonnen en gewoon" where one level alone would say too much. */
export function levelWords(
  snapshot: Snapshot,
  areaId: string,
  cell: NonNullable<AreaResult['cell']>,
  words: Words,
): string {
  const reading = levelIn(snapshot, areaId, cell);
  const name = (level: keyof typeof levelNames): string => levelNames[level].name[words.language];
  if (reading.kind === 'level') return name(reading.level);
  return words.say('result.between', { lower: name(reading.lower), upper: name(reading.upper) });
}

/** The unit asked for, or the top one; an id that isn't in the snapshot is a fault of the caller. */
export function unitOf(snapshot: Snapshot, unitId: string | null): UnitResult {
  const unit =
    unitId === null ? snapshot.units.find(({ depth }) => depth === 0) : snapshot.units.find(({ id }) => id === unitId);
  if (!unit) throw new RangeError(`no unit ${unitId ?? 'at the top'} in this snapshot`);
  return unit;
}

/** Whose figures stand on the unit's page: its own, or those of the nearest unit above; null when there are none. */
export function figuresUnit(snapshot: Snapshot, unit: UnitResult): UnitResult | null {
  return unit.figuresFrom === null ? null : unitOf(snapshot, unit.figuresFrom);
}
