import type { Platform } from '#lib/platform/context/index.ts';

/** Whether this is the example organisation, in which everyone may play and from which nothing goes out. */
export async function isExample({ database }: Pick<Platform, 'database'>, organisationId: string): Promise<boolean> {
  const organisation = await database.everyone
    .selectFrom('organisation')
    .select('kind')
    .where('id', '=', organisationId)
    .executeTakeFirst();
  return organisation?.kind === 'example';
}
