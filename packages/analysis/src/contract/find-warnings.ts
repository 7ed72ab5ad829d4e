import type { AnalysisInstrument } from '@lerend/instrument';
import { itemDirections } from '@lerend/psychometrics';
import type { AnswerColumn, OptionColumn } from '@lerend/psychometrics';
import type { FileTable } from './file-table.ts';
import type { ItemMoments } from './item-moments.ts';
import type { Warning } from './warning-document.ts';

/** Fewer answers are easily the same by chance. */
const FEWEST_ALIKE = 20;

function reversed({ scales }: AnalysisInstrument, moments: ItemMoments): Warning[] {
  return scales.flatMap(({ id: scale, items }, at): Warning[] => {
    const directions = itemDirections(moments.pairwise, moments.scales[at] as readonly number[]);
    const against = items.filter((_, place) => directions[place] === -1);
    if (against.length === 0) return [];
    const along = directions.filter((direction) => direction === 1).length;
    return [
      {
        kind: 'perhapsReversed',
        scale,
        items: against.map(({ id }) => id),
        turned: against.filter(({ reverse }) => reverse === true).map(({ id }) => id),
        isWholeScale: against.length >= along,
      },
    ];
  });
}

/** Whether everyone gave the same answer to both, enough people did, and not all of them the same one. */
function isCopy(first: OptionColumn, second: OptionColumn): boolean {
  if (first.minimum !== second.minimum || first.codes.length !== second.codes.length) return false;
  let answered = 0;
  let hasSpread = false;
  let known = 0;
  for (let row = 0; row < first.codes.length; row += 1) {
    const code = first.codes[row] as number;
    if (code !== second.codes[row]) return false;
    if (code === 0) continue;
    answered += 1;
    if (known === 0) known = code;
    else if (code !== known) hasSpread = true;
  }
  return hasSpread && answered >= FEWEST_ALIKE;
}

function isCopyOf(first: AnswerColumn, second: AnswerColumn): boolean {
  if (first.kind === 'options') return second.kind === 'options' && isCopy(first, second);
  if (second.kind === 'options') return false;
  const answered = first.values.reduce((n, value) => n + (Number.isNaN(value) ? 0 : 1), 0);
  const known = first.values.find((value) => !Number.isNaN(value));
  const hasSpread = first.values.some((value) => !Number.isNaN(value) && value !== known);
  return (
    hasSpread && answered >= FEWEST_ALIKE && first.values.every((value, row) => Object.is(value, second.values[row]))
  );
}

function copies({ columns }: FileTable): Warning[] {
  const items = [...columns];
  return items.flatMap(([id, column], at) =>
    items
      .slice(at + 1)
      .filter(([, other]) => isCopyOf(column, other))
      .map(([other]): Warning => ({ kind: 'identicalItems', items: [id, other] })),
  );
}

/** What looks like a mistake: an item that wasn't turned round (or was for nothing), a column that is there twice. */
export function findWarnings(table: FileTable, instrument: AnalysisInstrument, moments: ItemMoments): Warning[] {
  return [...reversed(instrument, moments), ...copies(table)];
}
