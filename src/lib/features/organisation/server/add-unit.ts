import { z } from 'zod';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { organisationFaults, organisationMessages } from '../messages.ts';
import { mayKeepOrganisation } from './policy.ts';
import { organisationStore } from './store.ts';
import { headCount, isSameName, unitName } from './unit-input.ts';

const AddUnit = z.object({ parentId: z.uuid('unit-unknown'), name: unitName, headCount });

/** Adds a unit below another one. */
export async function addUnit(context: Context, input: unknown): Promise<{ unitId: string }> {
  const { parentId, name, headCount: heads } = read(AddUnit, input, organisationFaults(context.language));
  authorize(context, mayKeepOrganisation(context.actor));
  const say = organisationMessages(context.language);
  return inTransaction(context, async (inside) => {
    const store = organisationStore(inside.database);
    await store.lock();
    const at = context.clock.now();
    const units = await store.units(at);
    if (!units.some((unit) => unit.id === parentId)) throw new Refusal(404, say('unit-unknown'), 'parentId');
    const siblings = units.filter((unit) => unit.parentId === parentId);
    if (siblings.some((unit) => isSameName(unit.name, name)))
      throw new Refusal(409, say('unit-name-taken', { name }), 'name');
    const unitId = newId();
    const position = Math.max(-1, ...siblings.map((unit) => unit.position)) + 1;
    await store.insertUnit({ id: unitId, parentId, name, headCount: heads, position, validFrom: at });
    await audit(inside, 'unit.added', unitId);
    return { unitId };
  });
}
