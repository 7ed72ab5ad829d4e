import type { Database } from '#lib/platform/database/index.ts';

/** What crosses organisations: which ones have a peiling at all, and to which one a peiling belongs. */
export const answeringDirectory = ({ everyone }: Database) => ({
  organisations: async () =>
    (
      await everyone
        .selectFrom('publicAddress')
        .select('organisationId')
        .distinct()
        .where('kind', '=', 'scan')
        .execute()
    ).map(({ organisationId }) => organisationId),

  organisationOf: async (scanId: string) =>
    (
      await everyone
        .selectFrom('publicAddress')
        .select('organisationId')
        .where('kind', '=', 'scan')
        .where('targetId', '=', scanId)
        .executeTakeFirst()
    )?.organisationId,
});
