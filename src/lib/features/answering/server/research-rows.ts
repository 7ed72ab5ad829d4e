import { ballotLanguages, speedBands } from '@lerend/ballot';
import type { BallotLanguage, SpeedBand } from '@lerend/ballot';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import { answeringStore } from './store.ts';

/** One row of a pilot for research. It belongs to nobody: no unit, no number, no time. */
export interface ResearchRow {
  /** One byte an item: 0 left open, 1–5, 9 "weet ik niet". */
  readonly items: Uint8Array;
  /** Null where too few people share it to stand beside a row. */
  readonly language: BallotLanguage | null;
  readonly speedBand: SpeedBand | null;
}

export interface ResearchRows {
  readonly itemIds: readonly string[];
  readonly rows: readonly ResearchRow[];
}

/** The rows of a counted pilot; null when there were too few to keep, and once they were erased. */
export async function researchRows(database: OrganisationDatabase, scanId: string): Promise<ResearchRows | null> {
  const block = await answeringStore(database).researchBlock(scanId);
  return block ? { itemIds: block.itemIds, rows: unpackedRows(block.rows, block.itemIds.length) } : null;
}

/** Erases the rows of a pilot; false when there were none. The caller has asked its own policy. */
export async function eraseResearchRows(database: OrganisationDatabase, scanId: string): Promise<boolean> {
  return (await answeringStore(database).dropResearchBlock(scanId)) !== undefined;
}

/** Row after row: the items, then a byte for the language and one for the speed; 0 stands for null. */
export function packedRows(rows: readonly ResearchRow[]): Uint8Array {
  const width = (rows[0]?.items.length ?? 0) + 2;
  const bytes = new Uint8Array(rows.length * width);
  rows.forEach(({ items, language, speedBand }, at) => {
    bytes.set(items, at * width);
    bytes[at * width + width - 2] = language === null ? 0 : ballotLanguages.indexOf(language) + 1;
    bytes[at * width + width - 1] = speedBand === null ? 0 : speedBands.indexOf(speedBand) + 1;
  });
  return bytes;
}

function unpackedRows(bytes: Uint8Array, itemCount: number): ResearchRow[] {
  const width = itemCount + 2;
  return Array.from({ length: bytes.length / width }, (_, row) => {
    const at = row * width;
    return {
      items: new Uint8Array(bytes.subarray(at, at + itemCount)),
      language: ballotLanguages[(bytes[at + itemCount] ?? 0) - 1] ?? null,
      speedBand: speedBands[(bytes[at + itemCount + 1] ?? 0) - 1] ?? null,
    };
  });
}
