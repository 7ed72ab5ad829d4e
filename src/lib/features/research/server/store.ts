import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import type { AreaQuality, RowFormat } from '../contract.ts';

/** What was learned from pilots, and who took rows out. */
export const researchStore = ({ tables }: OrganisationDatabase) => ({
  report: (scanId: string) =>
    tables
      .selectFrom('researchReport')
      .select(['respondents', 'areas', 'erasedOn'])
      .where('scanId', '=', scanId)
      .executeTakeFirst(),

  keepReport: (report: { scanId: string; respondents: number; areas: readonly AreaQuality[]; madeAt: Date }) =>
    tables
      .insertInto('researchReport')
      .values({ ...report, areas: JSON.stringify(report.areas) })
      .execute(),

  markErased: (scanId: string, erasedOn: string) =>
    tables.updateTable('researchReport').set({ erasedOn }).where('scanId', '=', scanId).execute(),

  exports: (scanId: string) =>
    tables
      .selectFrom('researchExport')
      .select(['format', 'exportedBy', 'exportedOn'])
      .where('scanId', '=', scanId)
      .orderBy('exportedOn', 'desc')
      .orderBy('id')
      .execute(),

  keepExport: (line: {
    scanId: string;
    id: string;
    format: RowFormat;
    respondents: number;
    exportedBy: string;
    exportedOn: string;
  }) => tables.insertInto('researchExport').values(line).execute(),
});
