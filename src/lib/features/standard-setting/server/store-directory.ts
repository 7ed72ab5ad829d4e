import type { Database } from '#lib/platform/database/index.ts';

/** To which organisation the code of a session belongs. */
export const sessionDirectory = ({ everyone }: Database) => ({
  address: (code: string) =>
    everyone
      .selectFrom('publicAddress as a')
      .innerJoin('organisation as o', 'o.id', 'a.organisationId')
      .select(['a.organisationId', 'a.targetId', 'o.name as organisationName'])
      .where('a.code', '=', code)
      .where('a.kind', '=', 'standard-setting')
      .executeTakeFirst(),
});
