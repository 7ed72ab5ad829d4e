import type { AnswerRows } from '@lerend/analysis';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import { answeringStore } from './store.ts';

/** The opened answers as `makeSnapshot` of @lerend/analysis takes them. Nothing else may read them. */
export async function answerBlocks(database: OrganisationDatabase, scanId: string): Promise<AnswerRows[]> {
  const rows = await answeringStore(database).blocks(scanId);
  return rows.map(({ scanUnitId, respondents, items }) => ({
    unitId: scanUnitId,
    n: respondents,
    items: new Uint8Array(items),
  }));
}
