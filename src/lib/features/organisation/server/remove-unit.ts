import { z } from 'zod';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { organisationFaults, organisationMessages } from '../messages.ts';
import { mayKeepOrganisation } from './policy.ts';
import { organisationStore } from './store.ts';

const RemoveUnit = z.object({ unitId: z.uuid('unit-unknown') });

/** Ends an empty unit as of now. What earlier peilingen said about it stays. */
export async function removeUnit(context: Context, input: unknown): Promise<void> {
  const { unitId } = read(RemoveUnit, input, organisationFaults(context.language));
  authorize(context, mayKeepOrganisation(context.actor));
  const say = organisationMessages(context.language);
  await inTransaction(context, async (inside) => {
    const store = organisationStore(inside.database);
    await store.lock();
    const at = context.clock.now();
    const units = await store.units(at);
    const people = await store.peopleCounts(at);
    const unit = units.find((candidate) => candidate.id === unitId);
    if (!unit) throw new Refusal(404, say('unit-unknown'));
    if (unit.parentId === null) throw new Refusal(422, say('unit-root-stays'));
    if (units.some((child) => child.parentId === unitId) || people.some((person) => person.unitId === unitId)) {
      throw new Refusal(409, say('unit-not-empty', { name: unit.name }));
    }
    await store.endUnit(unitId, at);
    await audit(inside, 'unit.removed', unitId);
  });
}
