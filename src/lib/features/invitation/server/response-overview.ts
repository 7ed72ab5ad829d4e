import { countPerGroup, decidePublication, joinedParts, publicationRules, responseBand } from '@lerend/disclosure';
import type { ScanUnit } from '#lib/features/scan/contract.ts';
import { scanUnits } from '#lib/features/scan/server/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { ResponseOverview } from '../contract.ts';
import { foundScan } from './found-scan.ts';
import { depthOf } from './invitation-overview.ts';
import { invitedPerUnit } from './invited-per-unit.ts';
import { maySeeResponse } from './policy.ts';
import { invitationStore } from './store.ts';

/**
 * How many were invited and, in bands, how many have answered, everyone below a unit counted along.
 * `answered` (per unit under which people are counted) comes from `answering`; a count never leaves the server.
 * A band is left out where it and the others would tell, by subtraction, about fewer invited than the rules allow.
 */
export async function responseOverview(
  context: Context,
  scanId: string,
  answered: ReadonlyMap<string, number>,
): Promise<ResponseOverview> {
  authorize(context, maySeeResponse(context.actor));
  await foundScan(context, scanId);
  const [units, asked, addedByHand] = await Promise.all([
    scanUnits(context.database, scanId),
    invitedPerUnit(context.database, scanId),
    invitationStore(context.database).addedByHand(scanId),
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
  const answeredIn = withAllBelow(units, answered);
  const responses = units.map(({ id, name }) => {
    const whole = wholes.get(id);
    const total = invitedIn.get(id) ?? 0;
    return {
      name,
      depth: depths.get(id) ?? 0,
      invited: whole?.people ?? total,
      band: publication.isShown(id) ? responseBand(total, answeredIn.get(id) ?? 0) : undefined,
      countedWith: whole?.countedWith ?? null,
    };
  });
  const [first, ...rest] = responses;
  const added = new Map(addedByHand.map(({ scanUnitId, cards }) => [scanUnitId, Number(cards)]));
  return {
    whole: first ?? { name: '', depth: 0, invited: 0, band: undefined, countedWith: null },
    units: rest,
    addedCards: units.flatMap(({ id, name }) => {
      const cards = added.get(id);
      return cards ? [{ unit: name, cards }] : [];
    }),
  };
}

/** Adds what is in each unit to every unit above it, from the leaves up: children come after their parents. */
function withAllBelow(units: readonly ScanUnit[], own: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const totals = new Map(units.map(({ id }) => [id, own.get(id) ?? 0]));
  for (const { id, parentId } of units.toReversed())
    if (parentId !== null) totals.set(parentId, (totals.get(parentId) ?? 0) + (totals.get(id) ?? 0));
  return totals;
}
