import { countPerGroup, decidePublication, joinedParts, publicationRules, responseBand } from '@lerend/disclosure';
import { scanUnits } from '#lib/features/scan/server/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { ResponseOverview } from '../contract.ts';
import { foundScan } from './found-scan.ts';
import { depthOf } from './invitation-overview.ts';
import { invitedPerUnit } from './invited-per-unit.ts';
import { maySeeResponse } from './policy.ts';
import { responseStore } from './store-response.ts';
import { invitationStore } from './store.ts';
import { withAllBelow } from './with-all-below.ts';

/**
 * How many were invited and, in bands, how many have answered, everyone below a unit counted along.
 * Bands are those of the last renewal (`renewResponse`), not of this moment; a count never leaves the server.
 * A band is left out where it and the others would tell, by subtraction, about fewer invited than the rules allow.
 */
export async function responseOverview(context: Context, scanId: string): Promise<ResponseOverview> {
  authorize(context, maySeeResponse(context.actor));
  await foundScan(context, scanId);
  const [units, asked, addedByHand, answered, codeLists] = await Promise.all([
    scanUnits(context.database, scanId),
    invitedPerUnit(context.database, scanId),
    invitationStore(context.database).addedByHand(scanId),
    responseStore(context.database).counts(scanId),
    responseStore(context.database).codeLists(scanId),
  ]);
  const groupOf = new Map(units.map(({ id, reportingGroupId }) => [id, reportingGroupId]));
  const invited = countPerGroup(asked, groupOf);
  const publication = decidePublication(units, invited, { minimum: publicationRules.minimumInvitedForResponse });
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  const wholes = new Map(
    joinedParts(units, asked, groupOf, Number.POSITIVE_INFINITY)
      .filter(({ part }) => part === 'whole')
      .map(({ unitId, groupId, people }) => [unitId, { people, countedWith: nameOf.get(groupId) ?? null }]),
  );
  const depths = depthOf(units);
  const invitedIn = withAllBelow(units, invited);
  const responses = units.map(({ id, name }) => {
    const whole = wholes.get(id);
    const total = invitedIn.get(id) ?? 0;
    return {
      name,
      depth: depths.get(id) ?? 0,
      invited: whole?.people ?? total,
      band: publication.isShown(id) ? responseBand(total, answered.get(id) ?? 0) : undefined,
      countedWith: whole?.countedWith ?? null,
    };
  });
  const [first, ...rest] = responses;
  const added = new Map(addedByHand.map(({ scanUnitId, cards }) => [scanUnitId, Number(cards)]));
  return {
    whole: first ?? { name: '', depth: 0, invited: 0, band: undefined, countedWith: null },
    units: rest,
    codeLists,
    addedCards: units.flatMap(({ id, name }) => {
      const cards = added.get(id);
      return cards ? [{ unit: name, cards }] : [];
    }),
  };
}
