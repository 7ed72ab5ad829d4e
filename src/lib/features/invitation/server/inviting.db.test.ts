import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addUnit, organisationTree } from '#lib/features/organisation/server/index.ts';
import { prepareScan, scanUnits } from '#lib/features/scan/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { addCards } from './add-cards.ts';
import { addPeople, builtOpenScan, builtOrganisation } from './testing/invitation-builder.ts';
import { invitationDocument } from './invitation-document.ts';
import { invitationOverview } from './invitation-overview.ts';
import { invitationPlan } from './invitation-plan.ts';
import { invitedPerUnit } from './invited-per-unit.ts';
import { inviteEveryone } from './invite-everyone.ts';
import { codeListsMade } from './code-lists.ts';
import { invitationCodes } from './invitation-codes.ts';
import { renewResponse } from './renew-response.ts';
import { responseOverview } from './response-overview.ts';

let world: TestWorld;
let coordinator: Context;
const team: { name: string; email: string | null }[] = [
  { name: 'An', email: 'an@voorbeeld.nl' },
  { name: 'Bo', email: null },
  { name: 'Cas', email: 'cas@voorbeeld.nl' },
];
const manyOf = (count: number) => Array.from({ length: count }, (_, at) => ({ name: `Mens ${at}`, email: null }));

beforeEach(async () => {
  world = await testWorld();
  coordinator = await builtOrganisation(world, team);
});
afterEach(() => world.close());

async function unitNamed(scanId: string, name: string): Promise<string> {
  return (await scanUnits(coordinator.database, scanId)).find((unit) => unit.name === name)?.id ?? '';
}

async function invitedByName(scanId: string): Promise<Record<string, number>> {
  const units = await scanUnits(coordinator.database, scanId);
  const invited = await invitedPerUnit(coordinator.database, scanId);
  return Object.fromEntries(units.map((unit) => [unit.name, invited.get(unit.id) ?? 0]));
}

test('the plan shows who gets what before anything is made', async () => {
  expect(await invitationPlan(coordinator)).toMatchObject({ byMail: 2, onPaper: 1, unnamedCards: 6 });
  const withoutMail = { ...coordinator, mailer: { ...coordinator.mailer, canSend: false } };
  expect(await invitationPlan(withoutMail)).toMatchObject({ canMail: false, byMail: 0, onPaper: 3, unnamedCards: 6 });
});

test('everyone is invited once: by name in their unit, the lead in the unit above, and by card up to the head count', async () => {
  const { scanId } = await builtOpenScan(world, coordinator);
  expect(await inviteEveryone(coordinator, { scanId })).toEqual({ added: 9, leftOut: 0 });
  expect(await invitedByName(scanId)).toEqual({ 'De Proef': 1, Nachtploeg: 6, Noord: 2 });
  expect(await inviteEveryone(coordinator, { scanId })).toEqual({ added: 0, leftOut: 0 });
  const both = await Promise.all([inviteEveryone(coordinator, { scanId }), inviteEveryone(coordinator, { scanId })]);
  expect(both).toEqual([
    { added: 0, leftOut: 0 },
    { added: 0, leftOut: 0 },
  ]);
});

test('who comes later is added as far as the unit had people at the opening, also from a unit that the peiling does not know', async () => {
  coordinator = await builtOrganisation(world, team, { north: '3' });
  const { scanId } = await builtOpenScan(world, coordinator);
  await inviteEveryone(coordinator, { scanId });
  const north = (await organisationTree(coordinator)).find((unit) => unit.name === 'Noord');
  const { unitId } = await addUnit(coordinator, { parentId: north?.id, name: 'Noord-Oost' });
  world.clock.set(new Date('2026-03-03T09:00:00Z'));
  await addPeople(coordinator, unitId, [
    { name: 'Dee', email: null },
    { name: 'Eef', email: null },
    { name: 'Fee', email: null },
  ]);
  expect(await inviteEveryone(coordinator, { scanId })).toEqual({ added: 1, leftOut: 2 });
  expect(await invitedByName(scanId)).toEqual({ 'De Proef': 1, Nachtploeg: 6, Noord: 3 });
});

test('nobody is invited to a draft', async () => {
  const { scanId } = await prepareScan(coordinator, {
    title: 'Concept',
    form: 'pulse',
    languages: 'nl',
    opensOn: '2026-03-09',
    closesOn: '2026-03-23',
    minimumGroupSize: 5,
    contactName: 'Sanne',
    contactEmail: 'sanne@voorbeeld.nl',
  });
  await expect(inviteEveryone(coordinator, { scanId })).rejects.toMatchObject({ status: 409 });
  await expect(invitationDocument(coordinator, { scanId, kind: 'letters', language: 'nl' })).rejects.toMatchObject({
    status: 409,
  });
  await expect(inviteEveryone(coordinator, { scanId: crypto.randomUUID() })).rejects.toMatchObject({ status: 404 });
});

test('extra cards fill a unit up to its people at the opening, and the works council reads how many', async () => {
  coordinator = await builtOrganisation(world, team, { north: '5' });
  const { scanId } = await builtOpenScan(world, coordinator);
  await inviteEveryone(coordinator, { scanId });
  const north = (await scanUnits(coordinator.database, scanId)).find((unit) => unit.name === 'Noord');
  await addCards(coordinator, { scanId, scanUnitId: north?.id, count: '2', language: 'en' });
  expect(await invitedByName(scanId)).toMatchObject({ Noord: 4 });
  expect((await invitationOverview(coordinator, scanId)).documents).toContainEqual({
    kind: 'unnamed-cards',
    language: 'en',
    count: 2,
  });
  for (const count of ['0', '501', 'veel']) {
    await expect(addCards(coordinator, { scanId, scanUnitId: north?.id, count })).rejects.toMatchObject({
      status: 422,
      field: 'count',
    });
  }
  await expect(addCards(coordinator, { scanId, scanUnitId: crypto.randomUUID(), count: '1' })).rejects.toMatchObject({
    status: 404,
  });
  const worksCouncil = await world.actor({
    organisationId: coordinator.database.organisationId,
    roles: ['works-council'],
  });
  const { addedCards } = await responseOverview(worksCouncil, scanId);
  expect(addedCards).toEqual([{ unit: 'Noord', cards: 2 }]);
});

test('cards cannot make a small unit look bigger than it was at the opening, also not two at once', async () => {
  const { scanId } = await builtOpenScan(world, coordinator);
  await inviteEveryone(coordinator, { scanId });
  const units = await scanUnits(coordinator.database, scanId);
  for (const unit of units) {
    await expect(addCards(coordinator, { scanId, scanUnitId: unit.id, count: '1' })).rejects.toMatchObject({
      status: 409,
      field: 'count',
      message: expect.stringContaining('kleine groep'),
    });
  }
  expect(await invitedByName(scanId)).toEqual({ 'De Proef': 1, Nachtploeg: 6, Noord: 2 });

  const other = await builtOpenScan(world, coordinator);
  const night = (await scanUnits(coordinator.database, other.scanId)).find((unit) => unit.name === 'Nachtploeg');
  const four = () => addCards(coordinator, { scanId: other.scanId, scanUnitId: night?.id, count: '4' });
  const outcomes = await Promise.allSettled([four(), four()]);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('letters and cards are made as PDF, and every making is written down with its units', async () => {
  const { scanId } = await builtOpenScan(world, coordinator);
  await inviteEveryone(coordinator, { scanId });
  const overview = await invitationOverview(coordinator, scanId);
  expect(overview.documents.map(({ kind, language, count }) => `${kind} ${language} ${count}`)).toEqual([
    'letters nl 1',
    'cards nl 1',
    'unnamed-cards nl 6',
  ]);
  for (const kind of ['letters', 'unnamed-cards']) {
    const { bytes, fileName } = await invitationDocument(coordinator, { scanId, kind, language: 'nl' });
    expect(Buffer.from(bytes.slice(0, 5)).toString()).toBe('%PDF-');
    expect(fileName).toMatch(/^(brieven|kaarten-zonder-naam)-[2-9A-Z]{8}-nl\.pdf$/);
  }
  await expect(invitationDocument(coordinator, { scanId, kind: 'letters', language: 'en' })).rejects.toMatchObject({
    status: 409,
  });
  const entries = await coordinator.database.tables.selectFrom('auditEntry').select(['action', 'subject']).execute();
  for (const [action, unit] of [
    ['invitation.letters-made', 'Noord'],
    ['invitation.unnamed-cards-made', 'Nachtploeg'],
  ] as const)
    expect(entries).toContainEqual({ action, subject: await unitNamed(scanId, unit) });
});

test('only the coordinator invites; a works council sees the response', async () => {
  const { scanId } = await builtOpenScan(world, coordinator);
  await inviteEveryone(coordinator, { scanId });
  const { organisationId } = coordinator.database;
  const worksCouncil = await world.actor({ organisationId, roles: ['works-council'] });
  const manager = await world.actor({ organisationId, leads: [crypto.randomUUID()] });
  for (const attempt of [
    () => inviteEveryone(worksCouncil, { scanId }),
    () => invitationOverview(worksCouncil, scanId),
    () => invitationDocument(worksCouncil, { scanId, kind: 'letters', language: 'nl' }),
  ]) {
    await expect(attempt()).rejects.toMatchObject({ status: 403 });
  }
  await expect(responseOverview(worksCouncil, scanId)).resolves.toBeDefined();
  await expect(responseOverview(manager, scanId)).rejects.toMatchObject({ status: 403 });
});

describe('response while people answer', () => {
  const shown = async (scanId: string, answered: Record<string, number>) => {
    const ids = await Promise.all(
      Object.entries(answered).map(async ([name, count]) => [await unitNamed(scanId, name), count] as const),
    );
    await renewResponse(world.platform, (_, id) => Promise.resolve(new Map(id === scanId ? ids : [])));
    return responseOverview(coordinator, scanId);
  };
  const invitedScan = async (people: typeof team, headCounts?: { readonly night: string }) => {
    coordinator = await builtOrganisation(world, people, headCounts);
    const { scanId } = await builtOpenScan(world, coordinator);
    await inviteEveryone(coordinator, { scanId });
    return scanId;
  };

  test('is a band from twenty invited, units below counted along, and no number of answers', async () => {
    const few = await invitedScan(team);
    expect((await shown(few, { 'De Proef': 6 })).whole).toMatchObject({ invited: 9, band: undefined });
    const scanId = await invitedScan(manyOf(40), { night: '20' });
    const response = await shown(scanId, { Nachtploeg: 17 });
    expect(response.whole).toEqual({
      name: 'De Proef',
      depth: 0,
      invited: 60,
      band: 'a-quarter-to-half',
      countedWith: null,
    });
    expect(JSON.stringify(response)).not.toContain('17');
  });

  test('doesn’t move between two renewals, nor at one before five more answered, and moves then', async () => {
    // Of the twenty-one in Noord one leads it and is counted with the whole, where the other twenty keep them company.
    const scanId = await invitedScan(manyOf(21), { night: '40' });
    const night = async (count: number) =>
      (await shown(scanId, { Nachtploeg: count })).units.find(({ name }) => name === 'Nachtploeg')?.band;
    expect((await responseOverview(coordinator, scanId)).whole.band).toBe('under-a-quarter');
    expect(await night(9)).toBe('under-a-quarter');
    // The tenth is on the edge to the next band: that one person is not to be seen.
    expect(await night(10)).toBe('under-a-quarter');
    expect(await night(13)).toBe('under-a-quarter');
    expect(await night(14)).toBe('a-quarter-to-half');
    expect((await responseOverview(coordinator, scanId)).units[1]?.band).toBe('a-quarter-to-half');
  });

  test('of a unit is left out where the unit above it has only a few people more', async () => {
    const scanId = await invitedScan(manyOf(10), { night: '20' });
    const response = await shown(scanId, { Nachtploeg: 12 });
    expect(response.whole).toMatchObject({ invited: 30, band: 'a-quarter-to-half' });
    // Noord keeps the one person at the top company.
    expect(response.units).toEqual([
      { name: 'Noord', depth: 1, invited: 9, band: undefined, countedWith: 'De Proef' },
      { name: 'Nachtploeg', depth: 1, invited: 20, band: undefined, countedWith: null },
    ]);
  });

  test('and every list with codes that was made stands beside it', async () => {
    const scanId = await invitedScan(team);
    expect(await codeListsMade(coordinator.database, scanId)).toBeNull();
    await invitationDocument(coordinator, { scanId, kind: 'unnamed-cards', language: 'nl' });
    world.clock.set(new Date('2026-03-12T09:00:00Z'));
    await invitationCodes(coordinator, scanId);
    expect((await responseOverview(coordinator, scanId)).codeLists).toEqual([
      { kind: 'unnamed-cards', codes: 6, madeOn: expect.any(String) },
      { kind: 'codes', codes: 9, madeOn: '2026-03-12' },
    ]);
    expect(await codeListsMade(coordinator.database, scanId)).toEqual({ times: 2, lastOn: '2026-03-12' });
  });
});
