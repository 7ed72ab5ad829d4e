import { randomBytes } from 'node:crypto';
import { snapshotForm } from '@lerend/analysis';
import type { FormName } from '@lerend/instrument';
import { receiveWholeForm } from '#lib/features/answering/server/index.ts';
import { invitationCodes, inviteEveryone } from '#lib/features/invitation/server/index.ts';
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
import type { Language } from '#lib/platform/language/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';

/** What a coordinator types for a pilot in March 2026, where a test's world begins. */
export const pilotFields = {
  kind: 'pilot',
  researcher: 'Hogeschool Oost',
  rowsKeptUntil: '2027-03-20',
  title: 'Proefpeiling voorjaar',
  form: 'full',
  languages: ['nl', 'en'],
  opensOn: '2026-03-02',
  closesOn: '2026-03-20',
  minimumGroupSize: '5',
  contactName: 'Sanne',
  contactEmail: 'sanne@voorbeeld.nl',
};

export interface BuiltPilot {
  readonly scan: PublicScan;
  readonly coordinator: Context;
  readonly codes: readonly string[];
}

/** An open pilot in an organisation with two units of which the people are a number, made through the doors of the screens. */
export async function builtPilot(world: TestWorld, fields: object = {}, people = [50, 30]): Promise<BuiltPilot> {
  const account = { id: newId(), name: 'Sanne de Wit', email: `${newId()}@voorbeeld.nl` };
  await world.platform.database.everyone
    .insertInto('account')
    .values({ ...account, language: 'nl' })
    .execute();
  const { organisationId } = await startOrganisation(world.platform, account, { organisationName: 'De Linde' }, 'nl');
  const coordinator = await world.actor({ organisationId, roles: ['coordinator', 'director', 'works-council'] });
  const [root] = await organisationTree(coordinator);
  for (const [at, headCount] of people.entries())
    await addUnit(coordinator, { parentId: root?.id, name: `Geheim team ${at + 1}`, headCount: String(headCount) });
  const { scanId } = await prepareScan(coordinator, { ...pilotFields, ...fields });
  await recordPromise(coordinator, { scanId, resultOn: '2026-04-01', hoursPerTeam: '0', eurosPerTeam: '0' });
  await recordConsent(coordinator, { scanId, decision: 'consent' });
  await openScan(coordinator, { scanId, serverKeepsKey: 'yes' });
  await inviteEveryone(coordinator, { scanId });
  const setup = await scanSetup(coordinator.database, scanId);
  const scan = await scanByCode(world.platform, setup?.code ?? '');
  if (!scan) throw new Error('the pilot is not there');
  const codes = (await invitationCodes(coordinator, scanId)).map(({ code }) => code);
  return { scan, coordinator, codes };
}

export const newNumber = (): string => randomBytes(16).toString('base64url');

/** One person's answers, another row for another person: some "weet ik niet", some left open, and areas that hang together. */
export function pilotAnswers(form: FormName, person: number): Record<string, string> {
  const fields: Record<string, string> = {};
  snapshotForm(form).itemIds.forEach((id, column) => {
    if ((person * 7 + column) % 29 === 0) return;
    const answer = 1 + ((person + ((person * 3 + column * 5) % 3)) % 5);
    fields[id] = (person * 11 + column) % 23 === 0 ? '9' : String(answer);
  });
  return fields;
}

/** So many people take part, each with a yes. */
export async function takePart(
  world: TestWorld,
  { scan, codes }: BuiltPilot,
  people: number,
  languageOf: (person: number) => Language = () => 'nl',
): Promise<void> {
  for (const [person, code] of codes.slice(0, people).entries()) {
    const fields = { code, number: newNumber(), researchConsent: 'yes', ...pilotAnswers(scan.form, person) };
    await receiveWholeForm(world.platform, scan, fields, languageOf(person));
  }
}
