import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readManifestHead } from '@lerend/ballot';
import { changeUnit, organisationTree } from '#lib/features/organisation/server/index.ts';
import { manifestOf } from '#lib/features/manifest/server/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { headFields } from '../contract.ts';
import type { ProfileHeads } from '../contract.ts';
import { changeScan } from './change-scan.ts';
import { openScan } from './open-scan.ts';
import { prepareScan } from './prepare-scan.ts';
import { recordConsent } from './record-consent.ts';
import { recordPromise } from './record-promise.ts';
import { builtOrganisation, promiseFields, scanFields } from './testing/scan-builder.ts';
import type { BuiltOrganisation } from './testing/scan-builder.ts';
import { scanOverview } from './scan-overview.ts';
import { scanSetup } from './scan-setup.ts';

const asked = ['profile-tenure', 'profile-shifts'] as const;
const withHeads = (heads: ProfileHeads) => ({
  ...scanFields,
  profileQuestions: asked,
  profileHeads: headFields(heads),
});

describe('known numbers of people at profile questions', () => {
  let world: TestWorld;
  let people: BuiltOrganisation;
  beforeAll(async () => {
    world = await testWorld();
    people = await builtOrganisation(world, '100');
  });
  afterAll(() => world.close());

  const prepared = async (heads: ProfileHeads): Promise<string> => {
    const { scanId } = await prepareScan(people.coordinator, withHeads(heads));
    await recordPromise(people.director, { scanId, ...promiseFields });
    await recordConsent(people.worksCouncil, { scanId, decision: 'consent' });
    return scanId;
  };
  const headsOf = async (scanId: string) => (await scanSetup(people.coordinator.database, scanId))?.profileHeads;

  test('are kept of what is asked, and may differ a little from who is asked', async () => {
    const scanId = await prepared({
      'profile-shifts': [38, 64],
      'profile-tenure': [20, 30, 50],
      'profile-leads': [1, 2],
    });
    expect(await headsOf(scanId)).toEqual({ 'profile-tenure': [20, 30, 50], 'profile-shifts': [38, 64] });
    expect(await headsOf(await prepared({}))).toEqual({});
  });

  test.each([
    ['no number', ['', '', '', 'veel', '3'], /hele getallen/],
    ['a number of one answer and not of the other', ['', '', '', '40', ''], /voor elk antwoord/],
    ['fewer answers than the question has', ['', '', '', '40'], /voor elk antwoord/],
    ['numbers of other people than are asked', ['', '', '', '40', '66'], /106, en deze peiling vraagt 100 mensen/],
  ])('are refused at the field, in words: %s', async (_, profileHeads, sentence) => {
    const input = { ...scanFields, profileQuestions: asked, profileHeads };
    const refusal = { status: 422, field: 'profileHeads', message: expect.stringMatching(sentence) };
    await expect(prepareScan(people.coordinator, input)).rejects.toMatchObject(refusal);
    const scanId = await prepared({});
    await expect(changeScan(people.coordinator, { scanId, ...input })).rejects.toMatchObject(refusal);
    expect((await scanOverview(people.coordinator, scanId)).consent).not.toBe(null);
  });

  test('are part of what the works council consents to: other numbers make it lapse, the same ones don’t', async () => {
    const heads = { 'profile-shifts': [40, 60], 'profile-tenure': [20, 30, 50] };
    const scanId = await prepared(heads);
    const change = (to: ProfileHeads) => changeScan(people.coordinator, { scanId, ...withHeads(to) });
    expect(await change(heads)).toEqual({ hasConsentLapsed: false });
    expect(await change({ ...heads, 'profile-shifts': [41, 59] })).toEqual({ hasConsentLapsed: true });
  });

  test('hold the opening up when the organisation has changed since, and say so', async () => {
    const scanId = await prepared({ 'profile-shifts': [40, 60] });
    const unit = (await organisationTree(people.coordinator)).find(({ name }) => name === 'Noord');
    const resize = (headCount: string) =>
      changeUnit(people.coordinator, { unitId: unit?.id, name: 'Noord', parentId: unit?.parentId, headCount });
    await resize('120');
    expect((await scanOverview(people.coordinator, scanId)).missing).toEqual(['profile-heads']);
    await expect(openScan(people.coordinator, { scanId, serverKeepsKey: 'yes' })).rejects.toMatchObject({
      status: 409,
    });
    await resize('100');
    await openScan(people.coordinator, { scanId, serverKeepsKey: 'yes' });
  });

  test('are fixed with everything else at the opening, and nothing changes them after it', async () => {
    const opened = async (heads: ProfileHeads) => {
      const scanId = await prepared(heads);
      await openScan(people.coordinator, { scanId, serverKeepsKey: 'yes' });
      const manifest = await manifestOf(people.coordinator.database, scanId);
      const read = readManifestHead(manifest?.head ?? new Uint8Array());
      return { scanId, items: read.ok ? read.head.items : null };
    };
    const [none, some, others] = [
      await opened({}),
      await opened({ 'profile-shifts': [40, 60] }),
      await opened({ 'profile-shifts': [60, 40] }),
    ];
    expect(new Set([none.items, some.items, others.items]).size).toBe(3);
    const { tables } = people.coordinator.database;
    const weigh = (heads: string) =>
      tables
        .updateTable('scan')
        .set({ profileHeads: sql`${heads}::jsonb` })
        .where('id', '=', some.scanId)
        .execute();
    await expect(weigh('{"profile-shifts": [99, 1]}')).rejects.toThrow(/do not change/);
  });

  test('are none in a pilot', async () => {
    const pilot = {
      ...withHeads({ 'profile-shifts': [40, 60] }),
      form: 'full',
      kind: 'pilot',
      researcher: 'Universiteit Voorbeeld',
      rowsKeptUntil: '2027-03-01',
    };
    const { scanId } = await prepareScan(people.coordinator, pilot);
    expect(await headsOf(scanId)).toEqual({});
  });
});
