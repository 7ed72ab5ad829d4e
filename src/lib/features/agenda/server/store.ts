import type { OrganisationDatabase } from '#lib/platform/database/index.ts';

/** The months whose agenda went out. */
export const agendaStore = ({ tables }: OrganisationDatabase) => ({
  /** The month's agenda of a unit: its row is made when it isn't there, and locked. */
  lockAgenda: async (unitId: string, month: string) => {
    await tables
      .insertInto('stepAgenda')
      .values({ unitId, month })
      .onConflict((conflict) => conflict.columns(['organisationId', 'unitId', 'month']).doNothing())
      .execute();
    return tables
      .selectFrom('stepAgenda')
      .selectAll()
      .where('unitId', '=', unitId)
      .where('month', '=', month)
      .forUpdate()
      .executeTakeFirstOrThrow();
  },
  updateAgenda: (unitId: string, month: string, change: { sequence: number; sentByItselfAt?: Date }) =>
    tables.updateTable('stepAgenda').set(change).where('unitId', '=', unitId).where('month', '=', month).execute(),
});
