import type { OrganisationDatabase } from '#lib/platform/database/index.ts';

/** A ballot as it was kept before ballots were sealed. */
export interface EarlyBallot {
  readonly number: Uint8Array;
  readonly payload: Uint8Array;
}

/** What a version before ballots were sealed left behind; empty from the first start on. */
export const earlyStore = ({ tables }: OrganisationDatabase) => ({
  /** Peilingen that are open or closed, and of which nothing was fixed. */
  scansWithoutKeys: async () =>
    (
      await tables
        .selectFrom('scan as s')
        .leftJoin('scanKey as k', 'k.scanId', 's.id')
        .select('s.id')
        .where('s.state', 'in', ['open', 'closed'])
        .where('k.scanId', 'is', null)
        .execute()
    ).map(({ id }) => id),

  scansWithEarly: async () => {
    const [ballots, words, uses] = await Promise.all([
      tables.selectFrom('earlyBallot').select('scanId').distinct().execute(),
      tables.selectFrom('earlyOpenBallot').select('scanId').distinct().execute(),
      tables.selectFrom('earlyUse').select('scanId').distinct().execute(),
    ]);
    return [...new Set([...ballots, ...words, ...uses].map(({ scanId }) => scanId))];
  },

  ballots: (scanId: string) =>
    tables.selectFrom('earlyBallot').select(['scanUnitId', 'number', 'payload']).where('scanId', '=', scanId).execute(),

  openBallots: (scanId: string) =>
    tables.selectFrom('earlyOpenBallot').select(['number', 'payload']).where('scanId', '=', scanId).execute(),

  drop: async (scanId: string) => {
    await tables.deleteFrom('earlyBallot').where('scanId', '=', scanId).execute();
    await tables.deleteFrom('earlyOpenBallot').where('scanId', '=', scanId).execute();
  },
});
