import { sql } from 'kysely';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import type { InvitationChannel } from '../contract.ts';

/** Rows at once: a statement has room for 65,535 values. */
const rowsPerInsert = 1000;

export interface NewInvitation {
  readonly id: string;
  readonly scanId: string;
  readonly scanUnitId: string;
  readonly channel: InvitationChannel;
  readonly personId: string | null;
  readonly language: Language;
  readonly isAddedByHand: boolean;
  readonly codeTag: Uint8Array;
}

/** Everything this feature asks of its invitations; its mailings are in store-mailing.ts. */
export const invitationStore = ({ tables, organisationId }: OrganisationDatabase) => ({
  /** One at a time makes invitations for a peiling, until the transaction is over. */
  lock: (scanId: string) =>
    sql`select pg_advisory_xact_lock(hashtextextended(${`invitation:${scanId}`}, 0))`.execute(tables),

  invitations: (scanId: string) =>
    tables
      .selectFrom('invitation')
      .select(['id', 'scanUnitId', 'channel', 'personId', 'language', 'mailingId'])
      .where('scanId', '=', scanId)
      .orderBy('id')
      .execute(),

  insertInvitations: async (invitations: readonly NewInvitation[]) => {
    for (let from = 0; from < invitations.length; from += rowsPerInsert) {
      await tables
        .insertInto('invitation')
        .values(invitations.slice(from, from + rowsPerInsert))
        .execute();
    }
  },

  invitedPerUnit: (scanId: string) =>
    tables
      .selectFrom('invitation')
      .select(['scanUnitId', ({ fn }) => fn.countAll<number>().as('invited')])
      .where('scanId', '=', scanId)
      .groupBy('scanUnitId')
      .execute(),

  /** Cards that were made on top of the plan, per unit. */
  addedByHand: (scanId: string) =>
    tables
      .selectFrom('invitation')
      .select(['scanUnitId', ({ fn }) => fn.countAll<number>().as('cards')])
      .where('scanId', '=', scanId)
      .where('isAddedByHand', '=', true)
      .groupBy('scanUnitId')
      .execute(),

  byTag: (scanId: string, codeTag: Uint8Array) =>
    tables
      .selectFrom('invitation')
      .select(['scanUnitId', 'language'])
      .where('scanId', '=', scanId)
      .where('codeTag', '=', codeTag)
      .executeTakeFirst(),

  /**
   * Binds an invitation to the first number that asks, and answers with the number that holds it and with the unit under
   * which its holder is counted. The lock makes it wait for a closing that is going on, so that no code is used after it.
   */
  claim: (scanId: string, codeTag: Uint8Array, numberDigest: Uint8Array) =>
    tables
      .with('openScan', (scans) =>
        scans
          .selectFrom('scan')
          .select(['id', 'organisationId'])
          .where('id', '=', scanId)
          .where('state', '=', 'open')
          .forKeyShare(),
      )
      .updateTable('invitation')
      .from(['openScan', 'scanUnit'])
      .set(({ fn, val }) => ({ numberDigest: fn.coalesce('invitation.numberDigest', val(numberDigest)) }))
      .whereRef('invitation.scanId', '=', 'openScan.id')
      .whereRef('scanUnit.scanId', '=', 'invitation.scanId')
      .whereRef('scanUnit.id', '=', 'invitation.scanUnitId')
      .where('invitation.codeTag', '=', codeTag)
      .returning(['scanUnit.reportingGroupId', 'invitation.numberDigest'])
      .executeTakeFirst(),

  isExample: async () =>
    (await tables.selectFrom('organisation').select('kind').where('id', '=', organisationId).executeTakeFirst())
      ?.kind === 'example',
});
