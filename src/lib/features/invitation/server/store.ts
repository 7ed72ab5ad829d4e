import { sql } from 'kysely';
import type { InsertQueryBuilder, InsertResult } from 'kysely';
import { rowWhileOpen } from '#lib/features/scan/server/index.ts';
import type { OrganisationDatabase, OrganisationTables } from '#lib/platform/database/index.ts';
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

  /** The unit of the invitation that a code belongs to, with its reporting group. Locks nothing and changes nothing. */
  byTag: (scanId: string, codeTag: Uint8Array) =>
    tables
      .selectFrom('invitation as i')
      .innerJoin('scanUnit as u', (join) => join.onRef('u.scanId', '=', 'i.scanId').onRef('u.id', '=', 'i.scanUnitId'))
      .select('u.reportingGroupId as groupId')
      .where('i.scanId', '=', scanId)
      .where('i.codeTag', '=', codeTag)
      .executeTakeFirst(),

  /**
   * Binds a code to the first request that asks, and answers with the request that holds it; undefined when the peiling
   * isn't open.
   */
  claim: async (scanId: string, issueTag: Uint8Array, requestDigest: Uint8Array) => {
    const { columns, row } = rowWhileOpen(tables, scanId, { scanId, issueTag, requestDigest });
    const insertion = tables
      .insertInto('issuance')
      .columns(columns)
      .expression(row as never);
    return (await heldBy(insertion))?.requestDigest;
  },

  /** The same for a code that was used before ballots were sealed, whatever the state of its peiling. */
  claimEarly: (scanId: string, issueTag: Uint8Array, requestDigest: Uint8Array) =>
    heldBy(tables.insertInto('issuance').values({ scanId, issueTag, requestDigest })),

  /** Invitations whose code was used before ballots were sealed; they are told once. */
  takeEarlyUses: async (scanId: string) =>
    (await tables.deleteFrom('earlyUse').where('scanId', '=', scanId).returning('invitationId').execute()).map(
      ({ invitationId }) => invitationId,
    ),

  dropIssuance: (scanId: string) => tables.deleteFrom('issuance').where('scanId', '=', scanId).execute(),

  isExample: async () =>
    (await tables.selectFrom('organisation').select('kind').where('id', '=', organisationId).executeTakeFirst())
      ?.kind === 'example',
});

/** The request that holds a code, whichever came first. */
const heldBy = (insertion: InsertQueryBuilder<OrganisationTables, 'issuance', InsertResult>) =>
  insertion
    .onConflict((conflict) =>
      conflict
        .columns(['organisationId', 'scanId', 'issueTag'])
        .doUpdateSet(({ ref }) => ({ requestDigest: ref('issuance.requestDigest') })),
    )
    .returning('requestDigest')
    .executeTakeFirst();
