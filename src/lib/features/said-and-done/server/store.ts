import type { OrganisationDatabase } from '#lib/platform/database/index.ts';

/** What people asked for and isn't done. */
export const saidAndDoneStore = ({ tables }: OrganisationDatabase) => ({
  notDone: (unitId: string) =>
    tables.selectFrom('notDone').selectAll().where('unitId', '=', unitId).orderBy('createdAt').execute(),
  insertNotDone: (line: { id: string; unitId: string; said: string; because: string; createdAt: Date }) =>
    tables.insertInto('notDone').values(line).execute(),
  removeNotDone: (unitId: string, id: string) =>
    tables.deleteFrom('notDone').where('unitId', '=', unitId).where('id', '=', id).returning('id').executeTakeFirst(),

  organisationName: async (organisationId: string) =>
    (await tables.selectFrom('organisation').select('name').where('id', '=', organisationId).executeTakeFirst())
      ?.name ?? '',
});
