import type { OrganisationDatabase } from '#lib/platform/database/index.ts';

/** Everything this feature asks of its own tables, as they are at one moment. */
export const organisationStore = ({ tables }: OrganisationDatabase) => ({
  units: (at: Date) =>
    tables
      .selectFrom('unit')
      .selectAll()
      .where('validFrom', '<=', at)
      .where((eb) => eb.or([eb('validUntil', 'is', null), eb('validUntil', '>', at)]))
      .orderBy('position')
      .orderBy('name')
      .execute(),

  insertUnit: (unit: {
    id: string;
    parentId: string | null;
    name: string;
    headCount: number | null;
    position: number;
    validFrom: Date;
  }) => tables.insertInto('unit').values(unit).execute(),

  updateUnit: (id: string, change: { name?: string; parentId?: string; headCount?: number | null }) =>
    tables.updateTable('unit').set(change).where('id', '=', id).execute(),

  endUnit: (id: string, at: Date) => tables.updateTable('unit').set({ validUntil: at }).where('id', '=', id).execute(),

  people: (at: Date) =>
    tables
      .selectFrom('membership as m')
      .innerJoin('person as p', 'p.id', 'm.personId')
      .select(['p.id', 'p.name', 'p.email', 'p.language', 'p.accountId', 'm.unitId', 'm.isLead'])
      .where('m.validFrom', '<=', at)
      .where((eb) => eb.or([eb('m.validUntil', 'is', null), eb('m.validUntil', '>', at)]))
      .orderBy('p.name')
      .execute(),

  personOfAccount: (accountId: string) =>
    tables
      .selectFrom('person')
      .select('id')
      .where('accountId', '=', accountId)
      .where('validUntil', 'is', null)
      .executeTakeFirst(),

  grantsOf: (accountId: string, at: Date) =>
    tables
      .selectFrom('grant')
      .select(['id', 'role', 'unitId'])
      .where('accountId', '=', accountId)
      .where('validFrom', '<=', at)
      .where((eb) => eb.or([eb('validUntil', 'is', null), eb('validUntil', '>', at)]))
      .execute(),

  grants: (at: Date) =>
    tables
      .selectFrom('grant as g')
      .innerJoin('account as a', 'a.id', 'g.accountId')
      .leftJoin('unit as u', 'u.id', 'g.unitId')
      .select(['g.id', 'a.name', 'a.email', 'g.role', 'g.accountId', 'u.name as unitName', 'g.unitId', 'g.validUntil'])
      .where('g.validFrom', '<=', at)
      .where((eb) => eb.or([eb('g.validUntil', 'is', null), eb('g.validUntil', '>', at)]))
      .orderBy('a.name')
      .execute(),

  insertGrant: (grant: {
    id: string;
    accountId: string;
    role: 'coordinator' | 'manager' | 'member' | 'director' | 'works-council' | 'adviser';
    unitId: string | null;
    validFrom: Date;
    validUntil: Date | null;
  }) => tables.insertInto('grant').values(grant).execute(),

  mails: (most: number) =>
    tables.selectFrom('outboxMail').selectAll().orderBy('createdAt', 'desc').limit(most).execute(),

  endGrant: (id: string, at: Date) =>
    tables.updateTable('grant').set({ validUntil: at }).where('id', '=', id).execute(),
});
