import type { OrganisationDatabase } from '#lib/platform/database/index.ts';

/** Who gets mail about a unit's plan: an address and the language it is read in. */
export interface PlanReader {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly language: 'nl' | 'en';
}

/** Who leads which unit now, and the months whose agenda went out. */
export const readerStore = ({ tables }: OrganisationDatabase) => ({
  /** Those to whom this unit itself was granted; whoever leads a unit above it has plans of their own. */
  managersOf: (unitId: string, at: Date): Promise<PlanReader[]> =>
    tables
      .selectFrom('grant as g')
      .innerJoin('account as a', 'a.id', 'g.accountId')
      .select(['a.id as accountId', 'a.name', 'a.email', 'a.language'])
      .distinct()
      .where('g.unitId', '=', unitId)
      .where('g.role', '=', 'manager')
      .where('g.validFrom', '<=', at)
      .where((eb) => eb.or([eb('g.validUntil', 'is', null), eb('g.validUntil', '>', at)]))
      .execute(),

  organisationName: async (organisationId: string) =>
    (await tables.selectFrom('organisation').select('name').where('id', '=', organisationId).executeTakeFirst())
      ?.name ?? '',

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
