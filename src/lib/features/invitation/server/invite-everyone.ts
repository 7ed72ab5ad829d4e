import { z } from 'zod';
import type { PersonInUnit } from '#lib/features/organisation/contract.ts';
import { organisationTree, peopleInUnits } from '#lib/features/organisation/server/index.ts';
import { scanUnits } from '#lib/features/scan/server/index.ts';
import type { ScanUnit } from '#lib/features/scan/contract.ts';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { invitationFaults } from '../messages.ts';
import { foundOpenScan } from './found-scan.ts';
import { invitationPlan } from './invitation-plan.ts';
import { newInvitation } from './new-invitation.ts';
import { planInvitations } from './plan-invitations.ts';
import type { PlannedUnit } from './plan-invitations.ts';
import { mayInvite } from './policy.ts';
import { roomPerUnit } from './room-per-unit.ts';
import { invitationStore } from './store.ts';
import type { NewInvitation } from './store.ts';

type Wish = Parameters<typeof newInvitation>[2];

export const ofScan = z.object({ scanId: z.uuid('scan-unknown') });

/**
 * Makes the invitations that aren't there yet; doing it again only adds who came in between. `leftOut`: who came after
 * the opening into a unit that has as many invitations as it had people then.
 */
export async function inviteEveryone(context: Context, input: unknown): Promise<{ added: number; leftOut: number }> {
  const { scanId } = read(ofScan, input, invitationFaults(context.language));
  authorize(context, mayInvite(context.actor));
  const made = await inTransaction(context, async (inside) => {
    const store = invitationStore(inside.database);
    await store.lock(scanId);
    const scan = await foundOpenScan(inside, scanId);
    const units = await scanUnits(inside.database, scanId);
    const present = await store.invitations(scanId);
    const people = placed(await peopleInUnits(inside), await organisationTree(inside), units);
    const plan = planInvitations(asSources(units), people, inside.mailer.canSend);
    const cardsPerUnit = scan.research ? await cardsOfOneGroup(inside, units) : plan.cardsPerUnit;
    const [first = 'nl'] = scan.languages;
    const inLanguage = (wish: Language | null): Language => (wish && scan.languages.includes(wish) ? wish : first);
    const invitation = (wish: Wish): NewInvitation => newInvitation(inside.secrets, scanId, wish);

    const idOf = new Map(units.map((unit) => [unit.sourceUnitId, unit.id]));
    const invited = new Set(present.map((one) => one.personId));
    const room = roomPerUnit(units, present);
    let leftOut = 0;
    const named = plan.named.flatMap(({ person, unitId, channel }) => {
      const scanUnitId = idOf.get(unitId);
      if (!scanUnitId || invited.has(person.id)) return [];
      const left = room.get(scanUnitId) ?? 0;
      if (left === 0) {
        leftOut += 1;
        return [];
      }
      room.set(scanUnitId, left - 1);
      return [invitation({ scanUnitId, channel, personId: person.id, language: inLanguage(person.language) })];
    });
    const cardsThere = Map.groupBy(
      present.filter((one) => one.channel === 'unnamed-card'),
      (one) => one.scanUnitId,
    );
    const cards = units.flatMap((unit) => {
      const lacking = (cardsPerUnit.get(unit.sourceUnitId) ?? 0) - (cardsThere.get(unit.id)?.length ?? 0);
      return Array.from({ length: Math.max(0, Math.min(lacking, room.get(unit.id) ?? 0)) }, () =>
        invitation({ scanUnitId: unit.id, channel: 'unnamed-card', personId: null, language: first }),
      );
    });
    await store.insertInvitations([...named, ...cards]);
    await audit(inside, 'invitation.made', scanId);
    return { added: named.length + cards.length, leftOut };
  });
  if (made.added > 0) await context.database.analyse(['invitation', 'scanUnit']);
  return made;
}

/** A pilot has one group: in it are the cards that each unit would have had, together. */
async function cardsOfOneGroup(inside: Context, units: readonly ScanUnit[]): Promise<ReadonlyMap<string, number>> {
  const { unnamedCards } = await invitationPlan(inside);
  return new Map(units.map((unit) => [unit.sourceUnitId, unnamedCards]));
}

/** The frozen tree, told in the ids of the organisation's own units. */
function asSources(units: readonly ScanUnit[]): PlannedUnit[] {
  const sourceOf = new Map(units.map((unit) => [unit.id, unit.sourceUnitId]));
  return units.map(({ sourceUnitId, parentId, headCount }) => ({
    id: sourceUnitId,
    parentId: parentId && (sourceOf.get(parentId) ?? null),
    headCount,
  }));
}

/** Who works in a unit that is newer than the peiling answers in the nearest unit above it that was there. */
function placed(
  people: readonly PersonInUnit[],
  tree: readonly { id: string; parentId: string | null }[],
  units: readonly ScanUnit[],
): PersonInUnit[] {
  const frozen = new Set(units.map((unit) => unit.sourceUnitId));
  const parentOf = new Map(tree.map((unit) => [unit.id, unit.parentId]));
  return people.flatMap((person) => {
    let unitId: string | null = person.unitId;
    while (unitId !== null && !frozen.has(unitId)) unitId = parentOf.get(unitId) ?? null;
    if (unitId === null) return [];
    return [{ ...person, unitId, isLead: person.isLead && unitId === person.unitId }];
  });
}
