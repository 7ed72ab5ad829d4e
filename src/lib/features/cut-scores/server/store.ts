import { sql } from 'kysely';
import type { CutScores } from '@lerend/instrument';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';

export const cutScoreStore = ({ tables, organisationId }: OrganisationDatabase) => ({
  /** One at a time adopts, until the transaction is over. */
  lock: () => sql`select pg_advisory_xact_lock(hashtextextended(${`cut-scores:${organisationId}`}, 0))`.execute(tables),

  versions: () => tables.selectFrom('cutScoreVersion').selectAll().orderBy('keptAt', 'desc').orderBy('id').execute(),

  version: (id: string) => tables.selectFrom('cutScoreVersion').selectAll().where('id', '=', id).executeTakeFirst(),

  keepVersion: (row: { id: string; source: 'session' | 'file'; cutScores: CutScores; keptAt: Date }) =>
    tables
      .insertInto('cutScoreVersion')
      .values({
        id: row.id,
        version: row.cutScores.version,
        source: row.source,
        document: JSON.stringify(row.cutScores),
        keptAt: row.keptAt,
      })
      .execute(),

  /** Under the lock: the numbers go up one by one. */
  adopt: async (row: { versionId: string | null; adoptedAt: Date; adoptedBy: string }) => {
    const last = await tables
      .selectFrom('cutScoreAdoption')
      .select('number')
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    await tables
      .insertInto('cutScoreAdoption')
      .values({ ...row, number: (last?.number ?? 0) + 1 })
      .execute();
  },

  /** The last one first. */
  adoptions: () =>
    tables
      .selectFrom('cutScoreAdoption as a')
      .leftJoin('cutScoreVersion as v', 'v.id', 'a.versionId')
      .select(['a.versionId', 'a.adoptedAt', 'a.adoptedBy', 'v.version'])
      .orderBy('a.number', 'desc')
      .execute(),

  current: () =>
    tables
      .selectFrom('cutScoreAdoption as a')
      .leftJoin('cutScoreVersion as v', 'v.id', 'a.versionId')
      .select(['a.versionId', 'v.document'])
      .orderBy('a.number', 'desc')
      .limit(1)
      .executeTakeFirst(),
});
