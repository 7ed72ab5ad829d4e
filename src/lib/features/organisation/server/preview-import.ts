import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context, Platform } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { ImportPreview } from '../contract.ts';
import { organisationMessages } from '../messages.ts';
import { planImport } from './import/plan-import.ts';
import { findColumns, readPeople } from './import/read-people.ts';
import type { ImportedPerson, ImportFault } from './import/read-people.ts';
import { readTableInThread } from './import/read-table-in-thread.ts';
import { draftsSince } from './old-drafts.ts';
import { mayKeepOrganisation } from './policy.ts';
import { isExample } from './is-example.ts';
import { importStore } from './store-import.ts';
import { organisationStore } from './store.ts';

/** Reads a file with people and says what it would bring; nobody is added before `confirmImport`. */
export async function previewImport(
  context: Context,
  file: { name: string; bytes: Uint8Array },
): Promise<{ draftId: string }> {
  authorize(context, mayKeepOrganisation(context.actor));
  const say = organisationMessages(context.language);
  const reading = await readTableInThread(file.bytes);
  if ('fault' in reading) throw new Refusal(422, say(reading.fault), 'file');
  const columns = findColumns(reading.rows[0] ?? []);
  if (columns.name < 0) throw new Refusal(422, say('column-missing', { column: say('column-name') }), 'file');
  if (columns.unit < 0) throw new Refusal(422, say('column-missing', { column: say('column-unit') }), 'file');
  const { people, faults } = readPeople(reading.rows, columns);
  const draftId = newId();
  await inTransaction(context, async (inside) => {
    const store = importStore(inside.database);
    await store.removeDraftsBefore(draftsSince(context.clock));
    await store.insertDraft({
      id: draftId,
      fileName: file.name.slice(0, 200),
      rows: JSON.stringify({ people, faults }),
      madeAt: context.clock.now(),
    });
    await audit(inside, 'people.read', draftId);
  });
  return { draftId };
}

/** The same for a file that somebody sends in; the example organisation, where everyone may play, takes none. */
export async function previewUpload(
  platform: Platform,
  context: Context,
  file: { name: string; bytes: Uint8Array },
): Promise<{ draftId: string }> {
  authorize(context, mayKeepOrganisation(context.actor));
  if (await isExample(platform, context.database.organisationId)) {
    throw new Refusal(422, organisationMessages(context.language)('example-takes-no-list'), 'file');
  }
  return previewImport(context, file);
}

/** What a list that was read would bring, with every faulty row named. */
export async function importPreview(context: Context, draftId: string | null): Promise<ImportPreview | null> {
  authorize(context, mayKeepOrganisation(context.actor));
  if (draftId === null) return null;
  const draft = await importStore(context.database).draft(draftId, draftsSince(context.clock));
  if (!draft) return null;
  const { people, faults } = draft.rows as unknown as { people: ImportedPerson[]; faults: ImportFault[] };
  const units = await organisationStore(context.database).units(context.clock.now());
  const root = units.find((unit) => unit.parentId === null);
  const plan = planImport(people, root?.name ?? '');
  const say = organisationMessages(context.language);
  const all = [...faults, ...plan.faults].sort((one, other) => one.line - other.line);
  return {
    draftId,
    fileName: draft.fileName,
    people: plan.people.length,
    withoutAddress: plan.people.filter((person) => person.email === null).length,
    units: plan.units.map((unit) => ({
      name: unit.name,
      depth: unit.key.split('\u0000').length,
      people: plan.people.filter((person) => person.unitKey === unit.key).length,
    })),
    faults: all.slice(0, mostFaultsShown).map((fault) => ({
      line: fault.line,
      sentence: say(fault.key, { value: fault.value, other: fault.other ?? 0 }),
    })),
    skipped: faults.length,
    moreFaults: Math.max(0, all.length - mostFaultsShown),
    joined: plan.joined,
    first: plan.people.slice(0, 8).map((person) => ({
      name: person.name,
      unit: person.unitPath.join(' › '),
      email: person.email,
      isLead: person.isLead,
    })),
  };
}

const mostFaultsShown = 200;
