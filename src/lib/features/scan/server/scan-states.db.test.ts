import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtInCutScores } from '@lerend/instrument';
import { adoptVersion, keepAndAdopt } from '#lib/features/cut-scores/server/index.ts';
import { addUnit, organisationTree } from '#lib/features/organisation/server/index.ts';
import { contextOf, inTransaction, productActor } from '#lib/platform/context/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { changeScan } from './change-scan.ts';
import { closeScan, markScanOpened } from './close-scan.ts';
import { openScan } from './open-scan.ts';
import { latestOpenedScan } from './opened-scans.ts';
import { prepareScan } from './prepare-scan.ts';
import { recordConsent } from './record-consent.ts';
import { recordPromise } from './record-promise.ts';
import { removeScan } from './remove-scan.ts';
import { builtOrganisation, builtReadyScan, promiseFields, scanFields } from './testing/scan-builder.ts';
import type { BuiltOrganisation } from './testing/scan-builder.ts';
import { scanByCode } from './scan-by-code.ts';
import { scanOverview } from './scan-overview.ts';
import { scanSetup } from './scan-setup.ts';
import { scanUnits } from './scan-units.ts';
import { scansDueToClose } from './scans-due-to-close.ts';

let world: TestWorld;
let people: BuiltOrganisation;

beforeAll(async () => {
  world = await testWorld();
  people = await builtOrganisation(world);
});
afterAll(() => world.close());

describe('opening', () => {
  test('is refused with the one thing that is missing first, and stores nothing', async () => {
    const { scanId } = await prepareScan(people.coordinator, scanFields);
    await expect(openScan(people.coordinator, { scanId, serverKeepsKey: 'yes' })).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('directie'),
    });
    await recordPromise(people.director, { scanId, ...promiseFields });
    await expect(openScan(people.coordinator, { scanId, serverKeepsKey: 'yes' })).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('ondernemingsraad'),
    });
    await recordConsent(people.worksCouncil, { scanId, decision: 'refused', reason: 'Eerst de roosters.' });
    await expect(openScan(people.coordinator, { scanId, serverKeepsKey: 'yes' })).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('stemde niet in'),
    });
    expect(await scanUnits(people.coordinator.database, scanId)).toEqual([]);
    expect((await scanOverview(people.coordinator, scanId)).missing).toEqual(['consent-refused']);
  });

  test('is refused when there is nobody to ask', async () => {
    const empty = await builtOrganisation(world, '0');
    const { scanId } = await builtReadyScan(empty);
    await expect(openScan(empty.coordinator, { scanId, serverKeepsKey: 'yes' })).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('geen mensen'),
    });
  });

  test('freezes the tree: a unit that comes later is not in the peiling', async () => {
    const { scanId } = await builtReadyScan(people);
    await openScan(people.coordinator, { scanId, serverKeepsKey: 'yes' });
    const [root] = await organisationTree(people.coordinator);
    await addUnit(people.coordinator, { parentId: root?.id, name: 'Later', headCount: '9' });
    const units = await scanUnits(people.coordinator.database, scanId);
    expect(units.map(({ name, headCount }) => ({ name, headCount }))).toEqual([
      { name: 'De Proef', headCount: 0 },
      { name: 'Noord', headCount: 24 },
    ]);
    expect((await scanOverview(people.worksCouncil, scanId)).units).toEqual([
      { name: 'De Proef', depth: 0, people: 0 },
      { name: 'Noord', depth: 1, people: 24 },
    ]);
    expect(units[1]?.parentId).toBe(units[0]?.id);
    expect(units[0]?.sourceUnitId).toBe(root?.id);
    expect(units.every((unit) => unit.id !== unit.sourceUnitId)).toBe(true);
    expect(units[1]?.reportingGroupId).toBe(units[1]?.id);
  });

  test('counts a unit of fewer than eight with the one above it, as the works council could read beforehand', async () => {
    const small = await builtOrganisation(world);
    const [root] = await organisationTree(small.coordinator);
    const south = await addUnit(small.coordinator, { parentId: root?.id, name: 'Zuid', headCount: '12' });
    await addUnit(small.coordinator, { parentId: south.unitId, name: 'Kade', headCount: '7' });
    await addUnit(small.coordinator, { parentId: root?.id, name: 'Directie', headCount: '3' });
    const { scanId } = await builtReadyScan(small);
    const told = [
      // The three of Directie are too few at the top as well: there Zuid, the smallest, keeps them company.
      {
        name: 'De Proef',
        joined: [
          { name: 'Zuid', people: 19, part: 'whole', isDrawnIn: true },
          { name: 'Directie', people: 3, part: 'whole', isDrawnIn: false },
        ],
      },
    ];
    expect((await scanOverview(small.worksCouncil, scanId)).joined).toEqual(told);
    await openScan(small.coordinator, { scanId, serverKeepsKey: 'yes' });
    expect((await scanOverview(small.worksCouncil, scanId)).joined).toEqual(told);
    const units = await scanUnits(small.coordinator.database, scanId);
    const nameOf = new Map(units.map(({ id, name }) => [id, name]));
    expect(units.map(({ name, reportingGroupId }) => [name, nameOf.get(reportingGroupId)])).toEqual([
      ['De Proef', 'De Proef'],
      ['Noord', 'Noord'],
      ['Zuid', 'De Proef'],
      ['Kade', 'De Proef'],
      ['Directie', 'De Proef'],
    ]);
  });

  test('keeps the cut scores that hold at that moment, whatever is adopted later', async () => {
    const { coordinator } = people;
    const cutScores = { ...builtInCutScores, version: 'eigen 1', status: 'set' as const };
    const { versionId } = await inTransaction(coordinator, (inside) => keepAndAdopt(inside, cutScores, 'session'));
    const { scanId } = await builtReadyScan(people);
    await openScan(coordinator, { scanId, serverKeepsKey: 'yes' });
    await adoptVersion(coordinator, { versionId: 'built-in' });
    expect(await scanSetup(coordinator.database, scanId)).toMatchObject({ cutScoreVersionId: versionId });
    expect((await scanOverview(coordinator, scanId)).cutScores).toEqual({ version: 'eigen 1', isProvisional: false });
    const later = await builtReadyScan(people);
    await openScan(coordinator, { ...later, serverKeepsKey: 'yes' });
    expect(await scanSetup(coordinator.database, later.scanId)).toMatchObject({ cutScoreVersionId: null });
  });

  test('gives the peiling a public face, which a draft has not', async () => {
    const { scanId } = await builtReadyScan(people);
    const { code } = await scanOverview(people.coordinator, scanId);
    expect(await scanByCode(world.platform, code)).toBeNull();
    await openScan(people.coordinator, { scanId, serverKeepsKey: 'yes' });
    const typed = `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase();
    expect(await scanByCode(world.platform, typed)).toMatchObject({
      scanId,
      organisationName: 'De Proef',
      state: 'open',
      hoursPerTeam: 4.5,
      eurosPerTeam: 250,
      promisedBy: 'Karin Bos',
      consent: { decision: 'consent', by: 'Piet Jansen', on: '2026-03-02' },
    });
    expect(await scanByCode(world.platform, 'ZZZZZZZZ')).toBeNull();
    expect(await scanByCode(world.platform, "'; drop")).toBeNull();
  });
});

describe('an open peiling', () => {
  test('is not changed, removed, promised or consented to any more', async () => {
    const { scanId } = await builtReadyScan(people);
    await openScan(people.coordinator, { scanId, serverKeepsKey: 'yes' });
    const attempts = [
      () => changeScan(people.coordinator, { ...scanFields, scanId }),
      () => removeScan(people.coordinator, { scanId }),
      () => recordPromise(people.director, { scanId, ...promiseFields, eurosPerTeam: '0' }),
      () => recordConsent(people.worksCouncil, { scanId, decision: 'refused', reason: 'Toch niet.' }),
      () => openScan(people.coordinator, { scanId, serverKeepsKey: 'yes' }),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ status: 409 });
    expect(await scanOverview(people.coordinator, scanId)).toMatchObject({
      promise: { eurosPerTeam: 250 },
      consent: { decision: 'consent' },
    });
  });

  test('closes by hand or by the product, and closing twice is closing once', async () => {
    const { scanId } = await builtReadyScan(people);
    await expect(closeScan(people.coordinator, { scanId })).rejects.toMatchObject({ status: 409 });
    await openScan(people.coordinator, { scanId, serverKeepsKey: 'yes' });
    const { organisationId } = people.coordinator.database;
    const product = contextOf(world.platform, { organisationId, actor: productActor, language: 'nl' });
    await closeScan(product, { scanId });
    await closeScan(people.coordinator, { scanId });
    const entries = await people.coordinator.database.tables
      .selectFrom('auditEntry')
      .select('action')
      .where('subject', '=', scanId)
      .execute();
    expect(entries.filter((entry) => entry.action === 'scan.closed')).toHaveLength(1);
  });

  test('is counted only once it is closed, and once', async () => {
    const { scanId } = await builtReadyScan(people);
    await openScan(people.coordinator, { scanId, serverKeepsKey: 'yes' });
    const count = () => inTransaction(people.coordinator, (inside) => markScanOpened(inside, scanId));
    await expect(count()).rejects.toMatchObject({ status: 409 });
    await closeScan(people.coordinator, { scanId });
    await count();
    await expect(count()).rejects.toMatchObject({ status: 409 });
    await expect(closeScan(people.coordinator, { scanId })).rejects.toMatchObject({ status: 409 });
    expect(await latestOpenedScan(people.coordinator)).toMatchObject({ id: scanId });
    const { scanId: next } = await builtReadyScan(people);
    expect(await scanOverview(people.coordinator, next)).toMatchObject({ previousScanId: scanId });
  });

  test('is due to close on the day after its last day', async () => {
    const { scanId } = await builtReadyScan(people);
    await openScan(people.coordinator, { scanId, serverKeepsKey: 'yes' });
    const start = world.clock.now();
    world.clock.set(new Date('2026-03-23T21:00:00Z'));
    expect((await scansDueToClose(world.platform)).map((due) => due.scanId)).not.toContain(scanId);
    world.clock.set(new Date('2026-03-23T23:30:00Z'));
    const { organisationId } = people.coordinator.database;
    expect(await scansDueToClose(world.platform)).toContainEqual({ organisationId, scanId });
    world.clock.set(start);
  });
});

describe('a draft', () => {
  test.each([
    ['title', 'Anders'],
    ['form', 'full'],
    ['languages', ['nl']],
    ['opensOn', '2026-03-10'],
    ['closesOn', '2026-03-24'],
    ['reminderOn', ['2026-03-17']],
    ['minimumGroupSize', '8'],
    ['introduction', 'Doe mee.'],
    ['contactName', 'Iemand anders'],
    ['contactEmail', 'ander@voorbeeld.nl'],
  ])('loses its consent when its %s changes, and keeps it when nothing does', async (field, value) => {
    const { scanId } = await builtReadyScan(people);
    expect(await changeScan(people.coordinator, { ...scanFields, scanId })).toEqual({ hasConsentLapsed: false });
    expect((await scanOverview(people.coordinator, scanId)).consent).not.toBeNull();
    expect(await changeScan(people.coordinator, { ...scanFields, scanId, [field]: value })).toEqual({
      hasConsentLapsed: true,
    });
    expect((await scanOverview(people.coordinator, scanId)).consent).toBeNull();
  });

  test.each([
    ['resultOn', '2026-04-20'],
    ['hoursPerTeam', '1'],
    ['eurosPerTeam', '0'],
  ])('loses its consent when the director promises another %s afterwards', async (field, value) => {
    const { scanId } = await builtReadyScan(people);
    await recordPromise(people.director, { ...promiseFields, scanId });
    expect((await scanOverview(people.coordinator, scanId)).consent).not.toBeNull();
    await recordPromise(people.director, { ...promiseFields, scanId, [field]: value });
    expect(await scanOverview(people.coordinator, scanId)).toMatchObject({ consent: null, missing: ['consent'] });
    await expect(openScan(people.coordinator, { scanId, serverKeepsKey: 'yes' })).rejects.toMatchObject({
      status: 409,
    });
  });

  test('that is removed is gone with its promise and its address', async () => {
    const { scanId } = await builtReadyScan(people);
    const { code } = await scanOverview(people.coordinator, scanId);
    await removeScan(people.coordinator, { scanId });
    await expect(scanOverview(people.coordinator, scanId)).rejects.toMatchObject({ status: 404 });
    const addresses = await world.platform.database.everyone
      .selectFrom('publicAddress')
      .select('code')
      .where('code', '=', code)
      .execute();
    expect(addresses).toEqual([]);
  });

  test('records no works council through the coordinator only while nobody holds that role', async () => {
    const { scanId } = await prepareScan(people.coordinator, scanFields);
    const none = { scanId, decision: 'no-works-council', reason: 'Wij zijn met 24 mensen.' };
    await recordConsent(people.coordinator, none);
    await recordPromise(people.director, { scanId, ...promiseFields });
    expect((await scanOverview(people.coordinator, scanId)).missing).toEqual([]);
    const { accountId } = people.worksCouncil.actor;
    await people.coordinator.database.tables
      .insertInto('grant')
      .values({
        id: crypto.randomUUID(),
        accountId: accountId ?? '',
        role: 'works-council',
        unitId: null,
        validFrom: world.clock.now(),
      })
      .execute();
    await expect(recordConsent(people.coordinator, none)).rejects.toMatchObject({ status: 403 });
    await expect(recordConsent(people.coordinator, { scanId, decision: 'consent' })).rejects.toMatchObject({
      status: 403,
    });
    expect((await scanOverview(people.coordinator, scanId)).missing).toEqual(['consent']);
    await expect(openScan(people.coordinator, { scanId, serverKeepsKey: 'yes' })).rejects.toMatchObject({
      status: 409,
    });
    await recordConsent(people.worksCouncil, none);
    await openScan(people.coordinator, { scanId, serverKeepsKey: 'yes' });
  });
});
