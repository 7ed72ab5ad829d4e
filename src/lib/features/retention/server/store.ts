import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import type { AnnouncedKind, RetentionKind } from '../contract.ts';

/** The periods that an organisation chose, and what it was told beforehand. */
export const retentionStore = ({ tables }: OrganisationDatabase) => ({
  periods: () => tables.selectFrom('retentionPeriod').select(['kind', 'months']).execute(),

  keepPeriod: (kind: RetentionKind, months: number, changedAt: Date) =>
    tables
      .insertInto('retentionPeriod')
      .values({ kind, months, changedAt })
      .onConflict((conflict) => conflict.columns(['organisationId', 'kind']).doUpdateSet({ months, changedAt }))
      .execute(),

  notices: () =>
    tables
      .selectFrom('retentionNotice as n')
      .innerJoin('scan as s', 's.id', 'n.scanId')
      .select(['n.kind', 'n.scanId', 'n.goesOn', 's.title'])
      .orderBy('n.goesOn')
      .orderBy('s.title')
      .execute(),

  /** False when it was announced already. */
  announce: async (notice: { kind: AnnouncedKind; scanId: string; announcedOn: string; goesOn: string }) =>
    (await tables
      .insertInto('retentionNotice')
      .values(notice)
      .onConflict((conflict) => conflict.columns(['organisationId', 'kind', 'scanId']).doNothing())
      .returning('scanId')
      .executeTakeFirst()) !== undefined,

  withdraw: (kind: AnnouncedKind, scanId: string) =>
    tables.deleteFrom('retentionNotice').where('kind', '=', kind).where('scanId', '=', scanId).execute(),

  /** Who is told beforehand: everyone who keeps the organisation now. */
  coordinators: (at: Date) =>
    tables
      .selectFrom('grant as g')
      .innerJoin('account as a', 'a.id', 'g.accountId')
      .select(['a.email', 'a.name', 'a.language'])
      .distinct()
      .where('g.role', '=', 'coordinator')
      .where('g.validFrom', '<=', at)
      .where((eb) => eb.or([eb('g.validUntil', 'is', null), eb('g.validUntil', '>', at)]))
      .orderBy('a.email')
      .execute(),
});
