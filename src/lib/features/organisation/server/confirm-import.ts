import { z } from 'zod';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { ImportDone } from '../contract.ts';
import { organisationFaults, organisationMessages } from '../messages.ts';
import { matchPeople } from './import/match-people.ts';
import { planImport } from './import/plan-import.ts';
import type { PlannedUnit } from './import/plan-import.ts';
import type { ImportedPerson, ImportFault } from './import/read-people.ts';
import { namesWithAccess } from './leavers-with-access.ts';
import { draftsSince } from './old-drafts.ts';
import { mayKeepOrganisation } from './policy.ts';
import { importStore } from './store-import.ts';
import { organisationStore } from './store.ts';
import { isSameName } from './unit-input.ts';

const ConfirmImport = z.object({
  draftId: z.uuid('draft-unknown'),
  /** The list is everybody: who isn't on it has left. */
  isComplete: z.literal('yes').optional(),
});

/** Adds the people and units of a list that was read, all or nothing. */
export async function confirmImport(context: Context, input: unknown): Promise<ImportDone> {
  const { draftId, isComplete } = read(ConfirmImport, input, organisationFaults(context.language));
  authorize(context, mayKeepOrganisation(context.actor));
  const say = organisationMessages(context.language);
  return inTransaction(context, async (inside) => {
    const drafts = importStore(inside.database);
    const store = organisationStore(inside.database);
    await store.lock();
    const draft = await drafts.draftForUpdate(draftId, draftsSince(context.clock));
    if (!draft) throw new Refusal(410, say('draft-unknown'));
    const { people, faults } = draft.rows as unknown as { people: ImportedPerson[]; faults: ImportFault[] };
    if (isComplete && faults.length > 0) throw new Refusal(422, say('import-not-whole', { n: faults.length }));
    const at = context.clock.now();
    const [units, known] = await Promise.all([store.units(at), store.people(at)]);
    const root = units.find((unit) => unit.parentId === null);
    const plan = planImport(people, root?.name ?? '');
    const unitIds = placeUnits(plan.units, units, root?.id ?? '');
    await drafts.insertUnits(unitIds.missing.map((unit) => ({ ...unit, headCount: null, validFrom: at })));
    const matched = matchPeople(plan.people, known, (key) => unitIds.idOf.get(key) ?? root?.id ?? '');
    await drafts.insertPeople(matched.added.map(({ id, name, email }) => ({ id, name, email, validFrom: at })));
    await drafts.endMemberships(
      matched.moved.map((person) => person.id),
      at,
    );
    await drafts.insertMemberships(
      [...matched.added, ...matched.moved].map(({ id, unitId, isLead }) => ({
        id: newId(),
        personId: id,
        unitId,
        isLead,
        validFrom: at,
      })),
    );
    const leaving = isComplete ? matched.absent : [];
    await drafts.endMemberships(leaving, at);
    await drafts.endPeople(leaving, at);
    await store.tieToAccounts(await store.grants(at));
    await drafts.removeDraft(draftId);
    await audit(inside, 'people.imported', draftId);
    return {
      added: matched.added.length,
      moved: matched.moved.length,
      left: leaving.length,
      leftWithAccess: await namesWithAccess(store, known, new Set(leaving), at),
    };
  });
}

type KnownUnit = { readonly id: string; readonly parentId: string | null; readonly name: string };

/** Finds the units of the plan among those that exist (names compared as a reader would), and gives ids to the others. */
function placeUnits(planned: readonly PlannedUnit[], known: readonly KnownUnit[], rootId: string) {
  const idOf = new Map<string, string>();
  const missing: { id: string; parentId: string; name: string; position: number }[] = [];
  const childrenOf = Map.groupBy(known, (unit) => unit.parentId);
  planned.forEach((unit, position) => {
    const parentId = unit.parentKey === null ? rootId : (idOf.get(unit.parentKey) ?? rootId);
    const existing = childrenOf.get(parentId)?.find((candidate) => isSameName(candidate.name, unit.name));
    const id = existing?.id ?? newId();
    idOf.set(unit.key, id);
    if (!existing) missing.push({ id, parentId, name: unit.name, position: known.length + position });
  });
  return { idOf, missing };
}
