import { sql } from 'kysely';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';

/** Everything that leads to one person: how they stand on the list, and as an account. */
export interface Subject {
  /** Their rows on the list of people, present and past: somebody may have left and come back. */
  readonly personIds: readonly string[];
  readonly accountId: string | null;
  readonly name: string;
  readonly email: string | null;
  /** Every address that is kept of them, in small letters. */
  readonly addresses: readonly string[];
}

/** Reads what other features keep on one person. Writes nothing. */
export const personalDataStore = ({ tables, organisationId }: OrganisationDatabase) => ({
  organisationName: async () =>
    (await tables.selectFrom('organisation').select('name').where('id', '=', organisationId).executeTakeFirst())
      ?.name ?? '',

  person: (id: string) => tables.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst(),

  /** All rows on the list that are tied to this account or have one of these addresses, the present one first. */
  rowsOf: (accountId: string | null, addresses: readonly string[]) =>
    accountId === null && addresses.length === 0
      ? Promise.resolve([])
      : tables
          .selectFrom('person')
          .selectAll()
          .where((eb) =>
            eb.or([
              ...(accountId === null ? [] : [eb('accountId', '=', accountId)]),
              ...(addresses.length === 0
                ? []
                : [eb.and([eb(eb.fn<string>('lower', ['email']), 'in', [...addresses]), eb('accountId', 'is', null)])]),
            ]),
          )
          .orderBy(sql`valid_until desc nulls first`)
          .orderBy('id')
          .execute(),

  rows: (ids: readonly string[]) =>
    ids.length === 0
      ? Promise.resolve([])
      : tables
          .selectFrom('person')
          .selectAll()
          .where('id', 'in', [...ids])
          .orderBy('validFrom')
          .execute(),

  /** An account is seen from here only when it had or has a role here. */
  account: (accountId: string) =>
    tables
      .selectFrom('grant as g')
      .innerJoin('account as a', 'a.id', 'g.accountId')
      .select(['a.id', 'a.name', 'a.email', 'a.language', 'a.createdAt'])
      .where('g.accountId', '=', accountId)
      .limit(1)
      .executeTakeFirst(),

  accountByEmail: (email: string) =>
    tables
      .selectFrom('grant as g')
      .innerJoin('account as a', 'a.id', 'g.accountId')
      .select('a.id')
      .where('a.email', '=', email)
      .limit(1)
      .executeTakeFirst(),

  people: () =>
    tables.selectFrom('person').select(['id', 'name', 'email', 'accountId', 'validUntil']).orderBy('name').execute(),

  accounts: () =>
    tables
      .selectFrom('grant as g')
      .innerJoin('account as a', 'a.id', 'g.accountId')
      .select(['a.id', 'a.name', 'a.email'])
      .distinct()
      .orderBy('a.name')
      .execute(),

  memberships: (personIds: readonly string[]) =>
    personIds.length === 0
      ? Promise.resolve([])
      : tables
          .selectFrom('membership as m')
          .innerJoin('unit as u', 'u.id', 'm.unitId')
          .select(['u.name', 'm.isLead', 'm.validFrom', 'm.validUntil'])
          .where('m.personId', 'in', [...personIds])
          .orderBy('m.validFrom')
          .execute(),

  grants: (accountId: string) =>
    tables
      .selectFrom('grant as g')
      .leftJoin('unit as u', 'u.id', 'g.unitId')
      .select(['g.role', 'u.name', 'g.validFrom', 'g.validUntil'])
      .where('g.accountId', '=', accountId)
      .orderBy('g.validFrom')
      .execute(),

  sessions: async (accountId: string) =>
    (
      await tables
        .selectFrom('session')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('accountId', '=', accountId)
        .executeTakeFirstOrThrow()
    ).n,

  /** That there was an invitation, and by which route; never whether it was used. */
  invitations: (personIds: readonly string[]) =>
    personIds.length === 0
      ? Promise.resolve([])
      : tables
          .selectFrom('invitation as i')
          .innerJoin('scan as s', 's.id', 'i.scanId')
          .innerJoin('scanUnit as u', (join) =>
            join.onRef('u.scanId', '=', 'i.scanId').onRef('u.id', '=', 'i.scanUnitId'),
          )
          .select(['s.title', 's.state', 's.opensOn', 's.closesOn', 'u.name as unit', 'i.channel', 'i.language'])
          .where('i.personId', 'in', [...personIds])
          .orderBy('s.opensOn')
          .execute(),

  steps: ({ personIds, name }: Subject) =>
    tables
      .selectFrom('step as s')
      .innerJoin('unit as u', 'u.id', 's.unitId')
      .select(['s.title', 's.dueOn', 's.state', 'u.name as unit'])
      .where((eb) =>
        eb.or([
          eb(eb.fn<string>('lower', ['s.ownerName']), '=', name.toLowerCase()),
          ...(personIds.length === 0 ? [] : [eb('s.ownerPersonId', 'in', [...personIds])]),
        ]),
      )
      .orderBy('s.createdAt')
      .execute(),

  messagesSent: (addresses: readonly string[]) =>
    addresses.length === 0
      ? Promise.resolve([])
      : tables
          .selectFrom('contactMessage as m')
          .innerJoin('contactPerson as p', 'p.id', 'm.contactPersonId')
          .select(['p.name', 'm.sentAt', 'm.text', 'm.shared'])
          .where((eb) => eb(eb.fn<string>('lower', ['m.senderEmail']), 'in', [...addresses]))
          .orderBy('m.sentAt')
          .execute(),

  contactPeople: (addresses: readonly string[]) =>
    addresses.length === 0
      ? Promise.resolve([])
      : tables
          .selectFrom('contactPerson')
          .select(['name', 'email', 'kind', 'about'])
          .where((eb) => eb(eb.fn<string>('lower', ['email']), 'in', [...addresses]))
          .execute(),

  mails: (addresses: readonly string[]) =>
    addresses.length === 0
      ? Promise.resolve([])
      : tables
          .selectFrom('outboxMail')
          .select(['kind', 'recipient', 'subject', 'body', 'createdAt', 'sentAt'])
          .where((eb) => eb(eb.fn<string>('lower', ['recipient']), 'in', [...addresses]))
          .orderBy('createdAt')
          .execute(),

  log: (accountId: string) =>
    tables
      .selectFrom('auditEntry')
      .select(['at', 'action'])
      .where('accountId', '=', accountId)
      .orderBy('at')
      .orderBy('id')
      .execute(),

  /** Where somebody's name stands as who recorded, decided or took something. */
  named: async (name: string) => {
    const [promises, consents, adoptions, pools, exports, releases, decisions, conversations, contacts, keys] =
      await Promise.all([
        tables.selectFrom('scanPromise').select('recordedAt as at').where('recordedBy', '=', name).execute(),
        tables.selectFrom('scanConsent').select('recordedAt as at').where('recordedBy', '=', name).execute(),
        tables.selectFrom('cutScoreAdoption').select('adoptedAt as at').where('adoptedBy', '=', name).execute(),
        tables.selectFrom('pool').select('importedAt as at').where('importedBy', '=', name).execute(),
        tables.selectFrom('researchExport').select('exportedOn as at').where('exportedBy', '=', name).execute(),
        tables.selectFrom('wordsRelease').select('releasedAt as at').where('releasedBy', '=', name).execute(),
        tables.selectFrom('step').select('decidedAt as at').where('decidedBy', '=', name).execute(),
        tables.selectFrom('conversation').select('createdAt as at').where('createdBy', '=', name).execute(),
        tables.selectFrom('scan').select('createdAt as at').where('contactName', '=', name).execute(),
        tables
          .selectFrom('scanKey as k')
          .innerJoin('scan as s', 's.id', 'k.scanId')
          .select('s.createdAt as at')
          .where('k.keptBy', '=', name)
          .execute(),
      ]);
    return { promises, consents, adoptions, pools, exports, releases, decisions, conversations, contacts, keys };
  },
});

export type PersonalDataStore = ReturnType<typeof personalDataStore>;
