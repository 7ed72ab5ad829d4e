import type { Platform } from '#lib/platform/context/index.ts';

/** The organisations of this installation that are real: an example's people have no address to write to. */
export function ownOrganisations({
  database,
}: Pick<Platform, 'database'>): Promise<readonly { id: string; name: string }[]> {
  return database.everyone
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('kind', '=', 'own')
    .orderBy('createdAt')
    .execute();
}
