import type { Database } from '#lib/platform/database/index.ts';

/** What crosses organisations: to which one the code of a peiling belongs, and which have a peiling at all. */
export const scanDirectory = ({ everyone }: Database) => ({
  address: (code: string) =>
    everyone
      .selectFrom('publicAddress')
      .select(['organisationId', 'targetId'])
      .where('code', '=', code)
      .where('kind', '=', 'scan')
      .executeTakeFirst(),

  organisations: () =>
    everyone.selectFrom('publicAddress').select('organisationId').distinct().where('kind', '=', 'scan').execute(),
});
