import { sql } from 'kysely';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';

export interface Progress {
  readonly scanId: string;
  readonly mailingId: string;
  readonly from: string | null;
  readonly through: string;
  readonly isUndelivered: boolean;
}

/** Everything this feature asks of its mailings. */
export const mailingStore = ({ tables }: OrganisationDatabase) => ({
  mailings: (scanId: string) =>
    tables.selectFrom('mailing').selectAll().where('scanId', '=', scanId).orderBy('dueOn').orderBy('kind').execute(),

  mailing: (scanId: string, id: string) =>
    tables.selectFrom('mailing').selectAll().where('scanId', '=', scanId).where('id', '=', id).executeTakeFirst(),

  insertMailing: (mailing: { id: string; scanId: string; kind: 'invitation'; dueOn: string; recipients: number }) =>
    tables.insertInto('mailing').values(mailing).execute(),

  /** A reminder is made once for its day, whichever process comes first. */
  insertReminder: (reminder: { id: string; scanId: string; dueOn: string; recipients: number }) =>
    tables
      .insertInto('mailing')
      .values({ ...reminder, kind: 'reminder' })
      .onConflict((conflict) =>
        conflict.columns(['organisationId', 'scanId', 'dueOn']).where('kind', '=', 'reminder').doNothing(),
      )
      .returning('id')
      .executeTakeFirst(),

  /** Hands every invitation that no mailing has yet to this one. */
  takeAlong: async (scanId: string, mailingId: string) => {
    const taken = await tables
      .updateTable('invitation')
      .set({ mailingId })
      .where('scanId', '=', scanId)
      .where('channel', '=', 'mail')
      .where('mailingId', 'is', null)
      .executeTakeFirst();
    return Number(taken.numUpdatedRows);
  },

  countMailed: async (scanId: string) => {
    const counted = await tables
      .selectFrom('invitation')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('scanId', '=', scanId)
      .where('mailingId', 'is not', null)
      .executeTakeFirst();
    return Number(counted?.n ?? 0);
  },

  /** Whom a mailing still has to reach, in its order; a reminder goes to all that were ever mailed. */
  recipientsAfter: (
    scanId: string,
    mailing: { id: string; kind: 'invitation' | 'reminder'; sentThrough: string | null },
  ) =>
    tables
      .selectFrom('invitation')
      .select(['id', 'personId', 'language', 'scanUnitId'])
      .where('scanId', '=', scanId)
      .where((eb) => (mailing.kind === 'reminder' ? eb('mailingId', 'is not', null) : eb('mailingId', '=', mailing.id)))
      .$if(mailing.sentThrough !== null, (query) => query.where('id', '>', mailing.sentThrough))
      .orderBy('id')
      .execute(),

  /** Remembers how far the mailing came; false when somebody else went on with it meanwhile. */
  advance: async ({ scanId, mailingId, from, through, isUndelivered }: Progress) => {
    const advanced = await tables
      .updateTable('mailing')
      .set({
        sentThrough: through,
        ...(isUndelivered ? { undelivered: sql<string[]>`undelivered || ${through}::uuid` } : {}),
      })
      .where('scanId', '=', scanId)
      .where('id', '=', mailingId)
      .where('sentThrough', 'is not distinct from', from)
      .executeTakeFirst();
    return Number(advanced.numUpdatedRows) === 1;
  },

  finish: (scanId: string, mailingId: string, sentAt: Date) =>
    tables.updateTable('mailing').set({ sentAt }).where('scanId', '=', scanId).where('id', '=', mailingId).execute(),
});
