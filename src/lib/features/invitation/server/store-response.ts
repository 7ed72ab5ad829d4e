import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import type { CodeListKind } from '../contract.ts';

/** What is shown of the response while a peiling runs, and the lists with codes that were made. */
export const responseStore = ({ tables }: OrganisationDatabase) => ({
  counts: async (scanId: string): Promise<ReadonlyMap<string, number>> => {
    const rows = await tables
      .selectFrom('responseCount')
      .select(['unitId', 'answered'])
      .where('scanId', '=', scanId)
      .execute();
    return new Map(rows.map(({ unitId, answered }) => [unitId, answered]));
  },

  keep: (count: { scanId: string; unitId: string; answered: number }) =>
    tables
      .insertInto('responseCount')
      .values(count)
      .onConflict((conflict) =>
        conflict.columns(['organisationId', 'scanId', 'unitId']).doUpdateSet({ answered: count.answered }),
      )
      .execute(),

  forget: (scanId: string) => tables.deleteFrom('responseCount').where('scanId', '=', scanId).execute(),

  insertCodeList: (list: { scanId: string; id: string; kind: CodeListKind; codes: number; madeOn: string }) =>
    tables.insertInto('codeList').values(list).execute(),

  codeLists: (scanId: string) =>
    tables
      .selectFrom('codeList')
      .select(['kind', 'codes', 'madeOn'])
      .where('scanId', '=', scanId)
      .orderBy('madeOn')
      .orderBy('id')
      .execute(),
});
