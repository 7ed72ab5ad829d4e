import { sql } from 'kysely';
import type { Pool } from '@lerend/analysis';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';

export const exchangeStore = ({ tables, organisationId }: OrganisationDatabase) => ({
  name: async () => (await tables.selectFrom('exchangeName').select('name').executeTakeFirst())?.name ?? null,

  /** The first one stays, whoever comes second. */
  keepName: (name: string) =>
    tables
      .insertInto('exchangeName')
      .values({ name })
      .onConflict((conflict) => conflict.columns(['organisationId']).doNothing())
      .execute(),

  keptPool: () => tables.selectFrom('pool').selectAll().orderBy('importedAt', 'desc').limit(1).executeTakeFirst(),

  /** In the place of the one that was here. One at a time until the transaction is over: else two would stand here. */
  keepPool: async (row: { id: string; fileName: string; pool: Pool; importedAt: Date; importedBy: string }) => {
    const { pool, ...rest } = row;
    await sql`select pg_advisory_xact_lock(hashtextextended(${`pool:${organisationId}`}, 0))`.execute(tables);
    await tables.deleteFrom('pool').execute();
    await tables
      .insertInto('pool')
      .values({ ...rest, document: JSON.stringify(pool) })
      .execute();
  },

  removePool: () => tables.deleteFrom('pool').returning('id').executeTakeFirst(),
});

/** A pool that our own store kept: it was checked before it went in. */
export const poolIn = (row: { readonly document: unknown }): Pool => row.document as Pool;
