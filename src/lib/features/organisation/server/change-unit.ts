import { z } from 'zod';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { organisationFaults, organisationMessages } from '../messages.ts';
import { mayKeepOrganisation } from './policy.ts';
import { organisationStore } from './store.ts';
import { headCount, isSameName, unitName } from './unit-input.ts';

const ChangeUnit = z.object({
  unitId: z.uuid('unit-unknown'),
  name: unitName,
  headCount,
  parentId: z.uuid('unit-unknown').optional(),
});

/** Renames or moves a unit, or sets its number of people. */
export async function changeUnit(context: Context, input: unknown): Promise<void> {
  const change = read(ChangeUnit, input, organisationFaults(context.language));
  authorize(context, mayKeepOrganisation(context.actor));
  const say = organisationMessages(context.language);
  await inTransaction(context, async (inside) => {
    const store = organisationStore(inside.database);
    await store.lock();
    const units = await store.units(context.clock.now());
    const unit = units.find((candidate) => candidate.id === change.unitId);
    if (!unit) throw new Refusal(404, say('unit-unknown'), 'unitId');
    const parentId = unit.parentId === null ? null : (change.parentId ?? unit.parentId);
    if (parentId !== null && !units.some((candidate) => candidate.id === parentId))
      throw new Refusal(404, say('unit-unknown'), 'parentId');
    if (parentId !== null && isBelow(units, parentId, unit.id))
      throw new Refusal(422, say('unit-under-itself'), 'parentId');
    const siblings = units.filter((other) => other.parentId === parentId && other.id !== unit.id);
    if (siblings.some((other) => isSameName(other.name, change.name))) {
      throw new Refusal(409, say('unit-name-taken', { name: change.name }), 'name');
    }
    await store.updateUnit(unit.id, {
      name: change.name,
      headCount: change.headCount,
      ...(parentId ? { parentId } : {}),
    });
    await audit(inside, 'unit.changed', unit.id);
  });
}

function isBelow(units: readonly { id: string; parentId: string | null }[], id: string, top: string): boolean {
  const parentOf = new Map(units.map((unit) => [unit.id, unit.parentId]));
  // The lock keeps circles out; a tree that has one all the same must not hold up the server.
  const seen = new Set<string>();
  for (let at: string | null = id; at !== null && !seen.has(at); at = parentOf.get(at) ?? null) {
    if (at === top) return true;
    seen.add(at);
  }
  return false;
}
