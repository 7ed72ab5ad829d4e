import { addUnit, organisationTree, startOrganisation } from '#lib/features/organisation/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { prepareScan } from '../prepare-scan.ts';
import { recordConsent } from '../record-consent.ts';
import { recordPromise } from '../record-promise.ts';

/** What a coordinator types for a peiling in March 2026, where a test's world begins. */
export const scanFields = {
  title: 'Peiling voorjaar',
  form: 'short',
  languages: ['nl', 'en'],
  opensOn: '2026-03-09',
  closesOn: '2026-03-23',
  reminderOn: ['2026-03-16'],
  minimumGroupSize: '5',
  introduction: '',
  contactName: 'Sanne de Wit',
  contactEmail: 'sanne@voorbeeld.nl',
};
export const promiseFields = { resultOn: '2026-03-30', hoursPerTeam: '4,5', eurosPerTeam: '250' };

export interface BuiltOrganisation {
  readonly coordinator: Context;
  readonly director: Context;
  readonly worksCouncil: Context;
}

/** An organisation of one unit with a number of people, and the three who decide about a peiling. */
export async function builtOrganisation(world: TestWorld, headCount = '24'): Promise<BuiltOrganisation> {
  const account = { id: newId(), name: 'Sanne de Wit', email: `${newId()}@voorbeeld.nl` };
  await world.platform.database.everyone
    .insertInto('account')
    .values({ ...account, language: 'nl' })
    .execute();
  const { organisationId } = await startOrganisation(world.platform, account, { organisationName: 'De Proef' }, 'nl');
  const coordinator = await world.actor({ organisationId, roles: ['coordinator'] });
  const [root] = await organisationTree(coordinator);
  await addUnit(coordinator, { parentId: root?.id, name: 'Noord', headCount });
  return {
    coordinator,
    director: await world.actor({ organisationId, roles: ['director'], name: 'Karin Bos' }),
    worksCouncil: await world.actor({ organisationId, roles: ['works-council'], name: 'Piet Jansen' }),
  };
}

/** A draft with everything that it needs to open. */
export async function builtReadyScan(people: BuiltOrganisation): Promise<{ scanId: string }> {
  const { scanId } = await prepareScan(people.coordinator, scanFields);
  await recordPromise(people.director, { scanId, ...promiseFields });
  await recordConsent(people.worksCouncil, { scanId, decision: 'consent' });
  return { scanId };
}
