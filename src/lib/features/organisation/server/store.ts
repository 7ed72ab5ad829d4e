import { sql } from 'kysely';
import type { Grantable } from '#lib/platform/context/index.ts';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';

/** Everything this feature asks of its own tables, as they are at one moment. */
export const organisationStore = ({ tables }: OrganisationDatabase) => ({
  /**
   * Until the end of the transaction nobody else changes this organisation's tree, people or access: what was checked
   * stays true. Ask the clock after it, so that what another did first is seen.
   */
  lock: () => tables.selectFrom('unit').select('id').where('parentId', 'is', null).forNoKeyUpdate().execute(),

  /** One first organisation at a time on the whole server; to be asked before `hasOwnOrganisation`. */
  lockFirstStart: () => sql`select pg_advisory_xact_lock(hashtext('lerend.first-organisation'))`.execute(tables),

  hasOwnOrganisation: async () =>
    (await tables.selectFrom('organisation').select('id').where('kind', '=', 'own').limit(1).executeTakeFirst()) !==
    undefined,

  insertOrganisation: (organisation: {
    id: string;
    name: string;
    kind: 'own' | 'example';
    language: 'nl' | 'en';
    createdAt: Date;
  }) => tables.insertInto('organisation').values(organisation).execute(),

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

  /** How many people each unit has in itself; a unit without people isn't among them. */
  peopleCounts: (at: Date) =>
    tables
      .selectFrom('membership')
      .select((eb) => ['unitId', eb.fn.countAll<number>().as('people')])
      .where('validFrom', '<=', at)
      .where((eb) => eb.or([eb('validUntil', 'is', null), eb('validUntil', '>', at)]))
      .groupBy('unitId')
      .execute(),

  leads: (at: Date) =>
    tables
      .selectFrom('membership as m')
      .innerJoin('person as p', 'p.id', 'm.personId')
      .select(['m.unitId', 'p.name'])
      .where('m.isLead', '=', true)
      .where('m.validFrom', '<=', at)
      .where((eb) => eb.or([eb('m.validUntil', 'is', null), eb('m.validUntil', '>', at)]))
      .orderBy('p.name')
      .execute(),

  /** Everyone who ever stood on a list of people and is tied to one of these accounts, or to none and has one of these addresses (in small letters); gone or not. */
  peopleWithAccount: async (accountIds: readonly string[], emails: readonly string[]) =>
    accountIds.length === 0
      ? []
      : tables
          .selectFrom('person')
          .select(['accountId', 'email', 'validUntil'])
          .where((eb) =>
            eb.or([
              eb('accountId', 'in', [...accountIds]),
              eb.and([eb('accountId', 'is', null), eb('email', 'in', [...emails])]),
            ]),
          )
          .execute(),

  /** Ties whoever stands on the list of people with the address of one of these accounts to that account, for good. */
  tieToAccounts: async (accounts: readonly { readonly accountId: string; readonly email: string }[]) => {
    for (const { accountId, email } of accounts)
      await tables
        .updateTable('person')
        .set({ accountId })
        .where('email', '=', email)
        .where('accountId', 'is', null)
        .where('validUntil', 'is', null)
        .execute();
  },

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
    role: Grantable;
    unitId: string | null;
    validFrom: Date;
    validUntil: Date | null;
  }) => tables.insertInto('grant').values(grant).execute(),

  mails: (most: number) =>
    tables.selectFrom('outboxMail').selectAll().orderBy('createdAt', 'desc').limit(most).execute(),

  endGrant: (id: string, at: Date) =>
    tables.updateTable('grant').set({ validUntil: at }).where('id', '=', id).execute(),
});
