import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import type { PlanReader } from '../contract.ts';

/** Who leads which unit now. */
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
});
