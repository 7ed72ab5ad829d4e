import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builtInCutScores, instrumentVersion } from '@lerend/instrument';
import type { Context } from '#lib/platform/context/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import {
  adoptCutScoreFile,
  adoptVersion,
  currentCutScores,
  currentVersion,
  cutScoreFile,
  keptCutScores,
  levelsPage,
} from './index.ts';

let world: TestWorld;
let coordinator: Context;
let organisationId: string;

beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  organisationId = await world.organisation();
  coordinator = await world.actor({ organisationId, roles: ['coordinator'], name: 'Sanne de Wit' });
});

const file = {
  format: 'lerend-cut-scores/1',
  instrumentVersion,
  version: 'zorg-2027-1',
  rationale: { nl: 'Samen vastgesteld.', en: 'Set together.' },
  cuts: { begun: 30, usual: 60, improving: 80 },
};
const bytesOf = (json: unknown) => new TextEncoder().encode(JSON.stringify(json));
const adopt = (json: unknown = file, context = coordinator) =>
  adoptCutScoreFile(world.platform, context, bytesOf(json));
const audited = async () =>
  (
    await coordinator.database.tables.selectFrom('auditEntry').select('action').orderBy('at').orderBy('id').execute()
  ).map(({ action }) => action);

describe('the levels of an organisation', () => {
  test('are at first the built-in ones', async () => {
    expect(await currentVersion(coordinator.database)).toBeNull();
    expect(await currentCutScores(coordinator.database)).toEqual(builtInCutScores);
    expect(await levelsPage(coordinator)).toMatchObject({
      inForce: { version: '2026-1', source: 'built-in', status: 'provisional' },
      others: [],
      history: [],
      mayAdopt: true,
    });
  });

  test('follow a file that is adopted, and go back to the built-in ones, each with an entry in the audit', async () => {
    await adopt();
    expect((await currentCutScores(coordinator.database)).cuts).toEqual(file.cuts);
    const versionId = await currentVersion(coordinator.database);
    world.clock.set(new Date('2026-03-03T09:00:00Z'));
    await adoptVersion(coordinator, { versionId: 'built-in' });
    await adoptVersion(coordinator, { versionId: 'built-in' });
    expect(await currentCutScores(coordinator.database)).toEqual(builtInCutScores);
    expect((await keptCutScores(coordinator.database, versionId)).version).toBe('zorg-2027-1');
    expect(await audited()).toEqual(['cut-scores.adopted', 'cut-scores.returned']);
    expect(await levelsPage(coordinator)).toMatchObject({
      others: [{ id: versionId, version: 'zorg-2027-1', source: 'file' }],
      history: [
        { version: '2026-1', on: '2026-03-03', by: 'Sanne de Wit' },
        { version: 'zorg-2027-1', on: '2026-03-02', by: 'Sanne de Wit' },
      ],
    });
  });

  test('are one version however often its file comes in; another one under its name is refused', async () => {
    await adopt();
    await adopt();
    expect((await levelsPage(coordinator)).others).toHaveLength(1);
    await expect(adopt({ ...file, cuts: { begun: 31, usual: 60, improving: 80 } })).rejects.toMatchObject({
      status: 409,
      field: 'file',
    });
    expect((await currentCutScores(coordinator.database)).cuts).toEqual(file.cuts);
  });

  test.each([
    ['nothing', new Uint8Array(), 'Kies eerst een bestand'],
    ['no JSON', new TextEncoder().encode('begonnen;37'), 'geen bestand met niveaugrenzen'],
    ['too much', new Uint8Array(200_001).fill(32), 'geen bestand met niveaugrenzen'],
    ['cuts that go down', bytesOf({ ...file, cuts: { begun: 60, usual: 30, improving: 80 } }), 'Er is niets veranderd'],
  ])('are not changed by %s', async (_, bytes, sentence) => {
    await expect(adoptCutScoreFile(world.platform, coordinator, bytes)).rejects.toMatchObject({
      status: 422,
      field: 'file',
      message: expect.stringContaining(sentence),
    });
    expect(await currentVersion(coordinator.database)).toBeNull();
    expect(await audited()).toEqual([]);
  });

  test('leave as a file that comes in elsewhere, without a word about who made it', async () => {
    await adopt();
    const { text } = await cutScoreFile(coordinator, (await currentVersion(coordinator.database)) ?? '');
    expect(JSON.parse(text)).toEqual(file);
    const elsewhere = await world.actor({ organisationId: await world.organisation(), roles: ['coordinator'] });
    await adoptCutScoreFile(world.platform, elsewhere, new TextEncoder().encode(text));
    expect((await currentCutScores(elsewhere.database)).cuts).toEqual(file.cuts);
  });
});

describe('who may do what', () => {
  test.each(['manager', 'member', 'director', 'works-council', 'adviser'] as const)(
    'a %s reads the levels and changes nothing',
    async (role) => {
      await adopt();
      const context = await world.actor({ organisationId, roles: [role] });
      expect((await levelsPage(context)).mayAdopt).toBe(false);
      await expect(adopt(file, context)).rejects.toMatchObject({ status: 403 });
      await expect(adoptVersion(context, { versionId: 'built-in' })).rejects.toMatchObject({ status: 403 });
      const versionId = (await currentVersion(context.database)) ?? '';
      await expect(cutScoreFile(context, versionId)).rejects.toMatchObject({ status: 403 });
    },
  );

  test('a stranger reads nothing, and a version of another organisation doesn’t exist here', async () => {
    await expect(levelsPage(await world.actor({ organisationId }))).rejects.toMatchObject({ status: 403 });
    await adopt();
    const versionId = (await currentVersion(coordinator.database)) ?? '';
    const elsewhere = await world.actor({ organisationId: await world.organisation(), roles: ['coordinator'] });
    await expect(adoptVersion(elsewhere, { versionId })).rejects.toMatchObject({ status: 404 });
    await expect(cutScoreFile(elsewhere, versionId)).rejects.toMatchObject({ status: 404 });
    expect(await currentVersion(elsewhere.database)).toBeNull();
  });

  test('the example organisation takes no file', async () => {
    await world.platform.database.everyone
      .updateTable('organisation')
      .set({ kind: 'example' })
      .where('id', '=', organisationId)
      .execute();
    await expect(adopt()).rejects.toMatchObject({ status: 422, field: 'file' });
  });
});
