import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import { formerActor } from '../contract.ts';

/** Who left and whose access ended, long enough ago. */
export const leaverStore = ({ tables }: OrganisationDatabase) => ({
  /** People whose last day lies before this moment; nobody who stands on the list again, with the same account or address. */
  leftBefore: async (before: Date) => {
    const left = await tables
      .selectFrom('person as p')
      .select('p.id')
      .where('p.validUntil', '<', before)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('person as again')
              .select('again.id')
              .where((eb) =>
                eb.or([eb('again.accountId', '=', eb.ref('p.accountId')), eb('again.email', '=', eb.ref('p.email'))]),
              )
              .where((eb) => eb.or([eb('again.validUntil', 'is', null), eb('again.validUntil', '>=', before)])),
          ),
        ),
      )
      .orderBy('p.id')
      .execute();
    return left.map(({ id }) => id);
  },

  hasAccess: async (accountId: string | null, at: Date) =>
    accountId !== null &&
    (await tables
      .selectFrom('grant')
      .select('id')
      .where('accountId', '=', accountId)
      .where((eb) => eb.or([eb('validUntil', 'is', null), eb('validUntil', '>', at)]))
      .limit(1)
      .executeTakeFirst()) !== undefined,

  /** Grants that ended before this moment, with whose they were. */
  removeEndedGrants: async (before: Date) =>
    tables.deleteFrom('grant').where('validUntil', '<', before).returning('accountId').execute(),

  /** Whoever has no grant here any more acts here no more: the log keeps what was done, by a former colleague. */
  forgetActorsWithoutGrant: async (accountIds: readonly string[]) => {
    if (accountIds.length === 0) return;
    await tables
      .updateTable('auditEntry as e')
      .set({ accountId: formerActor })
      .where('e.accountId', 'in', [...accountIds])
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('grant as g').select('g.id').whereRef('g.accountId', '=', 'e.accountId'))),
      )
      .execute();
  },
});
