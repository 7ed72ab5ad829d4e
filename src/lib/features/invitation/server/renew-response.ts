import { decidePublication, publicationRules, renewedResponse } from '@lerend/disclosure';
import { openScans, scanUnits } from '#lib/features/scan/server/index.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import { invitedPerGroup } from './invited-per-unit.ts';
import { responseStore } from './store-response.ts';
import { withAllBelow } from './with-all-below.ts';

/** Ballots so far, per unit under which they are counted. */
type BallotsOf = (database: OrganisationDatabase, scanId: string) => Promise<ReadonlyMap<string, number>>;

/**
 * Renews the response that is shown of every open peiling, by the clock, once a day: in between nobody sees it move, and
 * a unit's band moves only when five or more came in. `ballotsOf` comes from `answering`.
 */
export async function renewResponse(platform: Platform, ballotsOf: BallotsOf): Promise<void> {
  for (const { organisationId, scanId } of await openScans(platform))
    await platform.database.of(organisationId).transaction((inside) => renewOne(inside, scanId, ballotsOf));
}

async function renewOne(inside: OrganisationDatabase, scanId: string, ballotsOf: BallotsOf): Promise<void> {
  const units = await scanUnits(inside, scanId);
  const invited = await invitedPerGroup(inside, scanId, units);
  const publication = decidePublication(units, invited, { minimum: publicationRules.minimumInvitedForResponse });
  const answered = withAllBelow(units, await ballotsOf(inside, scanId));
  const store = responseStore(inside);
  const shownFrom = await store.counts(scanId);
  for (const { id } of units.filter(({ id }) => publication.isShown(id))) {
    const before = shownFrom.get(id) ?? 0;
    const now = renewedResponse(before, answered.get(id) ?? 0);
    if (now !== before) await store.keep({ scanId, unitId: id, answered: now });
  }
}

/** After the count nothing of this is needed any more. */
export async function forgetResponse(inside: OrganisationDatabase, scanId: string): Promise<void> {
  await responseStore(inside).forget(scanId);
}
