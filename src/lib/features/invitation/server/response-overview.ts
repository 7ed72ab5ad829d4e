import { decidePublication, publicationRules, responseBand } from '@lerend/disclosure';
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
 * `answered` (per frozen unit) comes from `answering`; a count never leaves the server.
 * A band is left out where it and the others would tell, by subtraction, about fewer invited than the rules allow.
 */
export async function responseOverview(
  context: Context,
  scanId: string,
  answered: ReadonlyMap<string, number>,
): Promise<ResponseOverview> {
  authorize(context, maySeeResponse(context.actor));
  await foundScan(context, scanId);
  const [units, invited, addedByHand] = await Promise.all([
    scanUnits(context.database, scanId),
    invitedPerUnit(context.database, scanId),
    invitationStore(context.database).addedByHand(scanId),
  ]);
  const publication = decidePublication(units, invited, { minimum: publicationRules.minimumInvitedForResponse });
  const depths = depthOf(units);
  const totals = new Map(
    units.map(({ id }) => [id, { invited: invited.get(id) ?? 0, answered: answered.get(id) ?? 0 }]),
  );
  // From the leaves up: children come after their parents.
  for (const { id, parentId } of units.toReversed()) {
    const own = totals.get(id);
    const above = parentId === null ? undefined : totals.get(parentId);
    if (!own || !above) continue;
    above.invited += own.invited;
    above.answered += own.answered;
  }
  const responses = units.map(({ id, name }) => {
    const total = totals.get(id) ?? { invited: 0, answered: 0 };
    return {
      name,
      depth: depths.get(id) ?? 0,
      invited: total.invited,
      band: publication.isShown(id) ? responseBand(total.invited, total.answered) : undefined,
    };
  });
  const [whole, ...rest] = responses;
  const added = new Map(addedByHand.map(({ scanUnitId, cards }) => [scanUnitId, Number(cards)]));
  return {
    whole: whole ?? { name: '', depth: 0, invited: 0, band: undefined },
    units: rest,
    addedCards: units.flatMap(({ id, name }) => {
      const cards = added.get(id);
      return cards ? [{ unit: name, cards }] : [];
    }),
  };
}
