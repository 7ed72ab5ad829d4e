import { addUnit, organisationTree, startOrganisation } from '#lib/features/organisation/server/index.ts';
import type { PublicScan } from '#lib/features/scan/contract.ts';
import {
  openScan,
  prepareScan,
  recordConsent,
  recordPromise,
  scanByCode,
  scanSetup,
} from '#lib/features/scan/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';

export interface BuiltScan {
  readonly coordinator: Context;
  readonly scanId: string;
  readonly scan: PublicScan;
}

/** An organisation with a team of named people (the last leads it) and a night shift that is only a number, with its coordinator. */
export async function builtOrganisation(
  world: TestWorld,
  names: readonly { name: string; email: string | null }[],
  headCounts: { readonly north?: string; readonly night?: string } = {},
): Promise<Context> {
  const account = { id: newId(), name: 'Sanne de Wit', email: `${newId()}@voorbeeld.nl` };
  await world.platform.database.everyone
    .insertInto('account')
    .values({ ...account, language: 'nl' })
    .execute();
  const { organisationId } = await startOrganisation(world.platform, account, { organisationName: 'De Proef' }, 'nl');
  const coordinator = await world.actor({ organisationId, roles: ['coordinator'] });
  const [root] = await organisationTree(coordinator);
  const { unitId } = await addUnit(coordinator, {
    parentId: root?.id,
    name: 'Noord',
    headCount: headCounts.north ?? '',
  });
  await addUnit(coordinator, { parentId: root?.id, name: 'Nachtploeg', headCount: headCounts.night ?? '6' });
  await addPeople(coordinator, unitId, names);
  return coordinator;
}

export async function addPeople(
  coordinator: Context,
  unitId: string,
  names: readonly { name: string; email: string | null }[],
): Promise<void> {
  const { tables } = coordinator.database;
  const validFrom = coordinator.clock.now();
  for (const [at, person] of names.entries()) {
    const id = newId();
    await tables
      .insertInto('person')
      .values({ ...person, id, language: at === 0 ? 'en' : null, validFrom })
      .execute();
    await tables
      .insertInto('membership')
      .values({ id: newId(), personId: id, unitId, isLead: at === names.length - 1, validFrom })
      .execute();
  }
}

/** An open peiling in that organisation, promised and consented to. */
export async function builtOpenScan(
  world: TestWorld,
  coordinator: Context,
  days: { opensOn?: string } = {},
): Promise<BuiltScan> {
  const { organisationId } = coordinator.database;
  const director = await world.actor({ organisationId, roles: ['director'], name: 'Karin Bos' });
  const worksCouncil = await world.actor({ organisationId, roles: ['works-council'], name: 'Piet Jansen' });
  const { scanId } = await prepareScan(coordinator, {
    title: 'Peiling voorjaar',
    form: 'pulse',
    languages: ['nl', 'en'],
    opensOn: days.opensOn ?? '2026-03-02',
    closesOn: '2026-03-23',
    reminderOn: ['2026-03-16'],
    minimumGroupSize: 5,
    introduction: 'Kom maar op.',
    contactName: 'Sanne de Wit',
    contactEmail: 'sanne@voorbeeld.nl',
  });
  await recordPromise(director, { scanId, resultOn: '2026-03-30', hoursPerTeam: '4,5', eurosPerTeam: '250' });
  await recordConsent(worksCouncil, { scanId, decision: 'consent' });
  await openScan(coordinator, { scanId, serverKeepsKey: 'yes' });
  const setup = await scanSetup(coordinator.database, scanId);
  const scan = setup && (await scanByCode(world.platform, setup.code));
  if (!scan) throw new Error('The peiling that was opened has no public face.');
  return { coordinator, scanId, scan };
}
