import { snapshotForm } from '@lerend/analysis';
import type { ResearchRow, ResearchRows } from '#lib/features/answering/server/index.ts';

/** Rows that hang together and differ, always the same ones, with every code in them. */
export function sampleRows(people: number): ResearchRows {
  const { itemIds } = snapshotForm('full');
  const rows = Array.from({ length: people }, (_, person): ResearchRow => ({
    items: Uint8Array.from(itemIds, (_id, column) => {
      if ((person * 7 + column) % 29 === 0) return 0;
      if ((person * 11 + column) % 23 === 0) return 9;
      return 1 + Math.min(4, (person % 4) + ((person * 3 + column * 5) % 3));
    }),
    language: person % 3 === 0 ? 'en' : 'nl',
    speedBand: (['very-fast', 'usual', 'slow', 'unknown', null] as const)[person % 5] ?? null,
  }));
  return { itemIds, rows };
}
