import type { OrganisationDatabase } from '#lib/platform/database/index.ts';

/** Everything this feature asks of its own table. */
export const wordsStore = ({ tables }: OrganisationDatabase) => ({
  release: (scanId: string) =>
    tables
      .selectFrom('wordsRelease')
      .select(['releasedBy', 'releasedAt'])
      .where('scanId', '=', scanId)
      .executeTakeFirst(),

  /** Once: who releases again changes nothing. */
  keepRelease: (release: { scanId: string; releasedBy: string; releasedAt: Date }) =>
    tables
      .insertInto('wordsRelease')
      .values(release)
      .onConflict((conflict) => conflict.columns(['organisationId', 'scanId']).doNothing())
      .returning('scanId')
      .executeTakeFirst(),
});
