import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { newId } from '#lib/platform/database/index.ts';
import type { Database, OrganisationDatabase } from '#lib/platform/database/index.ts';
import { formerActor } from '../contract.ts';
import type { Subject } from './store.ts';

/** What a name becomes in a text, and the pattern (of PostgreSQL) that finds it; only what is whole is replaced. */
export interface Replacement {
  readonly pattern: string;
  readonly by: string;
}

/** Columns in which people write freely, so that anybody's name may stand in them. */
const freeTexts = [
  ['step', 'title'],
  ['step', 'said'],
  ['step', 'because'],
  ['step', 'measure'],
  ['step', 'ownerName'],
  ['step', 'stuckReason'],
  ['step', 'decision'],
  ['step', 'stopReason'],
  ['step', 'lookBack'],
  ['stepAction', 'text'],
  ['conversation', 'why'],
  ['conversation', 'chosenTitle'],
  ['notDone', 'said'],
  ['notDone', 'because'],
  ['scan', 'introduction'],
  ['scanConsent', 'reason'],
  ['openAnswer', 'text'],
  ['contactPerson', 'about'],
  ['contactMessage', 'text'],
  ['outboxMail', 'subject'],
  ['outboxMail', 'body'],
  ['outboxMail', 'calendar'],
  ['standardSetting', 'rationaleNl'],
  ['standardSetting', 'rationaleEn'],
] as const;

/** Takes one person out of an organisation's rows. Inside one transaction of the caller. */
export const forgetStore = ({ tables }: OrganisationDatabase) => ({
  /** An open or prepared peiling names somebody who can be asked about it. */
  isContactOfRunningScan: async ({ name, addresses }: Subject) =>
    (await tables
      .selectFrom('scan')
      .select('id')
      .where('state', 'in', ['draft', 'open', 'closed'])
      .where((eb) =>
        eb.or([
          eb('contactName', '=', name),
          ...(addresses.length === 0 ? [] : [eb(eb.fn<string>('lower', ['contactEmail']), 'in', [...addresses])]),
        ]),
      )
      .limit(1)
      .executeTakeFirst()) !== undefined,

  /** Without who keeps a share of its key, a peiling may never be opened. */
  isKeeperOfRunningScan: async (name: string) =>
    (await tables
      .selectFrom('scanKey as k')
      .innerJoin('scan as s', 's.id', 'k.scanId')
      .select('k.scanId')
      .where('k.keptBy', '=', name)
      .where('s.state', '!=', 'opened')
      .limit(1)
      .executeTakeFirst()) !== undefined,

  /** Whether somebody else here bears this name, whatever the capitals. */
  hasNamesake: async ({ name, personIds }: Subject) =>
    (
      await tables
        .selectFrom('person')
        .select('id')
        .where((eb) => eb(eb.fn<string>('lower', ['name']), '=', name.toLowerCase()))
        .execute()
    ).some(({ id }) => !personIds.includes(id)),

  openInvitations: async (personIds: readonly string[]) =>
    (
      await tables
        .selectFrom('invitation as i')
        .innerJoin('scan as s', 's.id', 'i.scanId')
        .select('i.id')
        .where('i.personId', 'in', [...personIds])
        .where('s.state', 'in', ['open', 'closed'])
        .execute()
    ).length,

  /**
   * Off the list of people. Invitations stay, under one random id of nobody: how many people were invited, and whether
   * two invited lists differ by enough to compare, must not change by it.
   */
  forgetPeople: async (personIds: readonly string[], by: string) => {
    const ids = [...personIds];
    await tables.updateTable('invitation').set({ personId: newId() }).where('personId', 'in', ids).execute();
    await tables
      .updateTable('step')
      .set({ ownerName: by, ownerPersonId: null })
      .where('ownerPersonId', 'in', ids)
      .execute();
    await tables.deleteFrom('membership').where('personId', 'in', ids).execute();
    await tables.deleteFrom('person').where('id', 'in', ids).execute();
  },

  /** What somebody did stays in the audit log, done by a former colleague. */
  forgetActor: async (accountId: string) => {
    await tables.deleteFrom('grant').where('accountId', '=', accountId).execute();
    await tables.updateTable('auditEntry').set({ accountId: formerActor }).where('accountId', '=', accountId).execute();
  },

  forgetAddresses: async (addresses: readonly string[], by: string) => {
    if (addresses.length === 0) return;
    const contacts = tables
      .selectFrom('contactPerson')
      .select('id')
      .where((eb) => eb(eb.fn<string>('lower', ['email']), 'in', [...addresses]));
    await tables.deleteFrom('contactMessage').where('contactPersonId', 'in', contacts).execute();
    await tables
      .deleteFrom('contactMessage')
      .where((eb) => eb(eb.fn<string>('lower', ['senderEmail']), 'in', [...addresses]))
      .execute();
    await tables
      .deleteFrom('contactPerson')
      .where((eb) => eb(eb.fn<string>('lower', ['email']), 'in', [...addresses]))
      .execute();
    await tables
      .deleteFrom('outboxMail')
      .where((eb) => eb(eb.fn<string>('lower', ['recipient']), 'in', [...addresses]))
      .execute();
    await tables
      .updateTable('scan')
      .set({ contactName: by, contactEmail: '' })
      .where((eb) => eb(eb.fn<string>('lower', ['contactEmail']), 'in', [...addresses]))
      .execute();
    // A list that was read and not confirmed is gone within the hour anyway.
    for (const address of addresses) {
      await tables
        .deleteFrom('importDraft')
        .where(sql<boolean>`position(${address} in lower(rows::text)) > 0`)
        .execute();
    }
  },

  /** Where a name is all that is kept of who recorded, decided or took something. */
  forgetName: async (name: string, by: string) => {
    await tables
      .updateTable('step')
      .set({ ownerName: by, ownerPersonId: null })
      .where('ownerName', '=', name)
      .execute();
    await tables.updateTable('step').set({ decidedBy: by }).where('decidedBy', '=', name).execute();
    await tables.updateTable('scanPromise').set({ recordedBy: by }).where('recordedBy', '=', name).execute();
    await tables.updateTable('scanConsent').set({ recordedBy: by }).where('recordedBy', '=', name).execute();
    await tables.updateTable('cutScoreAdoption').set({ adoptedBy: by }).where('adoptedBy', '=', name).execute();
    await tables.updateTable('scanKey').set({ keptBy: by }).where('keptBy', '=', name).execute();
    await tables.updateTable('pool').set({ importedBy: by }).where('importedBy', '=', name).execute();
    await tables.updateTable('researchExport').set({ exportedBy: by }).where('exportedBy', '=', name).execute();
    await tables.updateTable('wordsRelease').set({ releasedBy: by }).where('releasedBy', '=', name).execute();
    await tables.updateTable('conversation').set({ createdBy: by }).where('createdBy', '=', name).execute();
    await tables.updateTable('scan').set({ contactName: by }).where('contactName', '=', name).execute();
    await tables.updateTable('contactMessage').set({ senderName: null }).where('senderName', '=', name).execute();
    await tables
      .deleteFrom('importDraft')
      .where(sql<boolean>`position(${name.toLowerCase()} in lower(rows::text)) > 0`)
      .execute();
  },

  /** In what people wrote, the name or address becomes a word for anybody; the rest of the sentence stays. */
  replaceInTexts: async ({ pattern, by }: Replacement) => {
    for (const [table, column] of freeTexts) {
      await tables
        .updateTable(table)
        .set({ [column]: replaced(sql.ref<string>(column), pattern, by) } as never)
        .where(sql<boolean>`${sql.ref(column)} ~* ${pattern}`)
        .execute();
    }
    await tables
      .updateTable('contactMessage')
      .set({ shared: sql`${replaced(sql<string>`shared::text`, pattern, by)}::jsonb` })
      .where(sql<boolean>`shared::text ~* ${pattern}`)
      .execute();
  },
});

function replaced(text: RawBuilder<string>, pattern: string, by: string): RawBuilder<string> {
  return sql<string>`regexp_replace(${text}, ${pattern}, ${by}, 'gi')`;
}

/** Accounts belong to no organisation: whoever has no role anywhere any more needs none. */
export const accountStore = ({ everyone }: Database) => ({
  /** True when the account went; false when somebody works with it in another organisation. */
  removeUnused: async (accountId: string) => {
    const gone = await everyone
      .deleteFrom('account as a')
      .where('a.id', '=', accountId)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('grant as g').select('g.id').whereRef('g.accountId', '=', 'a.id'))),
      )
      .returning('a.email')
      .executeTakeFirst();
    if (gone) await everyone.deleteFrom('verification').where(mentions(gone.email)).execute();
    return gone !== undefined;
  },

  /** Accounts that were made before this moment and have no role anywhere; and sign-in links and sessions that ended. */
  removeLeftOver: async (madeBefore: Date, now: Date) => {
    const gone = await everyone
      .deleteFrom('account as a')
      .where('a.createdAt', '<', madeBefore)
      .where('a.updatedAt', '<', madeBefore)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('grant as g').select('g.id').whereRef('g.accountId', '=', 'a.id'))),
      )
      .returning('a.id')
      .execute();
    await everyone.deleteFrom('session').where('expiresAt', '<', now).execute();
    await everyone.deleteFrom('verification').where('expiresAt', '<', now).execute();
    return gone.length;
  },
});

const mentions = (email: string): RawBuilder<boolean> =>
  sql<boolean>`(position(${email.toLowerCase()} in lower(identifier)) > 0 or position(${email.toLowerCase()} in lower(value)) > 0)`;
