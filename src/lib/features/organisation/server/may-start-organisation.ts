import type { Platform } from '#lib/platform/context/index.ts';

/** There is no open sign-up: only the very first organisation is started from the front page. */
export async function mayStartOrganisation(platform: Platform): Promise<boolean> {
  const own = await platform.database.everyone
    .selectFrom('organisation')
    .select('id')
    .where('kind', '=', 'own')
    .limit(1)
    .executeTakeFirst();
  return own === undefined;
}
