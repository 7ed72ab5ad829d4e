import type { Snapshot, UnitResult } from '@lerend/analysis';
import type { Words } from '../language.ts';
import { areaName, itemText, levelWords } from '../result/area-words.ts';

/** A number stays a number in a spreadsheet; null is an empty cell: no figure, whatever the reason. */
export type TableCell = string | number | null;
export interface ResultTable {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** From the top down: "Van der Veen › Techniek › Noord". */
function pathOf(unit: UnitResult, snapshot: Snapshot): string {
  const parent = snapshot.units.find(({ id }) => id === unit.parentId);
  return parent ? `${pathOf(parent, snapshot)} › ${unit.name}` : unit.name;
}

export function areaTable(snapshot: Snapshot, words: Words): ResultTable {
  const header = (
    ['unit', 'area', 'n', 'score', 'margin', 'level', 'before', 'now', 'difference', 'noise', 'verdict'] as const
  ).map((column) => words.say(`table.${column}`));
  const rows = snapshot.units.flatMap((unit) =>
    unit.areas.map(({ areaId, cell, change }): TableCell[] => [
      pathOf(unit, snapshot),
      areaName(areaId, words.language),
      ...(cell === null
        ? [null, null, null, null]
        : [cell.n, cell.score, cell.band, levelWords(snapshot, areaId, cell, words)]),
      ...(change === null || change.kind === 'not-comparable'
        ? [null, null, null, null, null]
        : [
            change.before,
            change.now,
            change.difference,
            change.noise,
            words.say(change.kind === 'more-than-noise' ? 'result.isReal' : 'result.isNoise'),
          ]),
    ]),
  );
  return { name: words.say('table.areas'), header, rows };
}

/** Which units are counted elsewhere in this peiling, and who of them. */
export function groupTable(snapshot: Snapshot, words: Words): ResultTable {
  const header = (['unit', 'countedWith', 'countedPart'] as const).map((column) => words.say(`table.${column}`));
  const nameOf = new Map(snapshot.units.map((unit) => [unit.id, pathOf(unit, snapshot)]));
  const rows = snapshot.units.flatMap((unit): TableCell[][] => {
    const { countedWith } = unit;
    if (!countedWith) return [];
    return [
      [
        pathOf(unit, snapshot),
        nameOf.get(countedWith.groupId) ?? null,
        words.say(`table.countedPart.${countedWith.part}`),
      ],
    ];
  });
  return { name: words.say('table.groups'), header, rows };
}

export function itemTable(snapshot: Snapshot, words: Words): ResultTable {
  const header = (['unit', 'area', 'item', 'n', 'favourable', 'middle', 'unfavourable', 'dontKnow'] as const).map(
    (column) => words.say(`table.${column}`),
  );
  const rows = snapshot.units.flatMap((unit) =>
    unit.areas.flatMap((area) =>
      area.items.map(({ itemId, cell }): TableCell[] => [
        pathOf(unit, snapshot),
        areaName(area.areaId, words.language),
        itemText(itemId, words.language),
        ...(cell === null
          ? [null, null, null, null, null]
          : [cell.n, cell.favourable, cell.middle, cell.unfavourable, cell.dontKnow]),
      ]),
    ),
  );
  return { name: words.say('table.items'), header, rows };
}
