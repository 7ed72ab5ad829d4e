import { recordAudit } from '#lib/platform/audit/index.ts';
import type { Database } from '#lib/platform/database/index.ts';

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly kind: 'own' | 'example';
}

const madeAction = 'example.made';

/** Everything this feature asks: which examples there are, whether they were finished, and who exists in them. */
export const exampleStore = (database: Database) => {
  const { everyone } = database;
  return {
    examples: (): Promise<readonly Organisation[]> =>
      everyone.selectFrom('organisation').select(['id', 'name', 'kind']).where('kind', '=', 'example').execute(),

    isMade: async (organisationId: string) => {
      const { tables } = database.of(organisationId);
      const entry = await tables
        .selectFrom('auditEntry')
        .select('id')
        .where('action', '=', madeAction)
        .limit(1)
        .executeTakeFirst();
      return entry !== undefined;
    },

    markMade: (organisationId: string, at: Date) =>
      recordAudit(database.of(organisationId), { at, accountId: null, action: madeAction }),

    accountOf: (email: string) =>
      everyone.selectFrom('account').select(['id', 'email']).where('email', '=', email).executeTakeFirst(),

    /** In which organisations an account has, had or will have a role. */
    organisationsOf: (accountId: string): Promise<readonly Organisation[]> =>
      everyone
        .selectFrom('grant')
        .innerJoin('organisation', 'organisation.id', 'grant.organisationId')
        .select(['organisation.id', 'organisation.name', 'organisation.kind'])
        .distinct()
        .where('grant.accountId', '=', accountId)
        .execute(),

    /** Takes everything in it along. */
    removeExample: (organisationId: string) =>
      everyone.deleteFrom('organisation').where('id', '=', organisationId).where('kind', '=', 'example').execute(),

    /** Accounts of this domain without a role anywhere: those of a removed example. */
    removeAccounts: (domain: string) =>
      everyone
        .deleteFrom('account')
        .where('email', 'like', `%@${domain}`)
        .where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom('grant').select('grant.id').whereRef('grant.accountId', '=', 'account.id'))),
        )
        .execute(),
  };
};
