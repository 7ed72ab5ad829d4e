import type { OrganisationDatabase } from '#lib/platform/database/index.ts';

/** Counts of what others keep, and the audit log. Writes nothing. */
export const privacyStore = ({ tables, organisationId }: OrganisationDatabase) => ({
  organisationName: async () =>
    (await tables.selectFrom('organisation').select('name').where('id', '=', organisationId).executeTakeFirst())
      ?.name ?? '',

  /** Until when each adviser from outside has access. */
  advisers: (at: Date) =>
    tables
      .selectFrom('grant')
      .select('validUntil')
      .where('role', '=', 'adviser')
      .where('validFrom', '<=', at)
      .where((eb) => eb.or([eb('validUntil', 'is', null), eb('validUntil', '>', at)]))
      .execute(),

  people: (at: Date) =>
    tables
      .selectFrom('person')
      .select(({ fn }) => [fn.countAll<number>().as('people'), fn.count<number>('email').as('withAddress')])
      .where('validFrom', '<=', at)
      .where((eb) => eb.or([eb('validUntil', 'is', null), eb('validUntil', '>', at)]))
      .executeTakeFirstOrThrow(),

  accounts: (at: Date) =>
    tables
      .selectFrom('grant')
      .select(({ fn }) => fn.count<number>('accountId').distinct().as('withAccess'))
      .where('validFrom', '<=', at)
      .where((eb) => eb.or([eb('validUntil', 'is', null), eb('validUntil', '>', at)]))
      .executeTakeFirstOrThrow(),

  scans: () => tables.selectFrom('scan').select(['id', 'state']).where('state', 'in', ['open', 'opened']).execute(),

  /** Peilingen of which a ballot, a ballot with words or what says that codes were used is left. */
  scansWithBallots: async () => {
    const [ballots, words, uses] = await Promise.all([
      tables.selectFrom('ballot').select('scanId').distinct().execute(),
      tables.selectFrom('openBallot').select('scanId').distinct().execute(),
      tables.selectFrom('issuance').select('scanId').distinct().execute(),
    ]);
    return new Set([...ballots, ...words, ...uses].map(({ scanId }) => scanId));
  },

  /** Units of peilingen by their ids, in the order of their tree. */
  unitNames: (ids: readonly string[]) =>
    tables.selectFrom('scanUnit').select(['id', 'name']).where('id', 'in', ids).orderBy('position').execute(),

  auditEntries: (most: number) =>
    tables
      .selectFrom('auditEntry as e')
      .leftJoin('account as a', 'a.id', 'e.accountId')
      .select(['e.id', 'e.at', 'e.accountId', 'e.action', 'e.subject', 'a.name'])
      .orderBy('e.at', 'desc')
      .orderBy('e.id')
      .limit(most)
      .execute(),
});
