import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '@lerend/ballot';
import { contextOf } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { careOrganisation, careUnits } from './testing/care-organisation.ts';
import { answeredScan } from './testing/store-answered-scan.ts';
import type { MadeScan } from './testing/store-answered-scan.ts';
import { countAgain, disclosureReport, finishScan, publishResult, resultByProfile, resultOf } from './index.ts';
import { resultStore } from './store.ts';

const at = new Date('2026-03-01T09:00:00Z');
/** A third work in shifts, in every team; the first two of the whole skipped. */
const spread: MadeScan['profile'] = {
  questions: ['profile-shifts'],
  of: (unit, person): Record<string, Answer> =>
    unit === careUnits.whole && person < 2 ? {} : { 'profile-shifts': person % 3 === 0 ? 1 : 2 },
};

describe('the result by group', () => {
  let world: TestWorld;
  let coordinator: Context;
  beforeAll(async () => {
    world = await testWorld();
    coordinator = await world.actor({ organisationId: await world.organisation(), roles: ['coordinator'] });
  });
  afterAll(() => world.close());

  async function counted(profile: MadeScan['profile'] | null) {
    const made = { title: 'Peiling', form: 'full', units: careOrganisation, seed: 5 } as const;
    const scanId = await answeredScan(coordinator, profile ? { ...made, profile } : made, at);
    await finishScan(coordinator, { scanId });
    return scanId;
  }

  test('shows two groups on eleven areas, with whom the few who skipped are counted, and what it doesn’t say', async () => {
    const scanId = await counted(spread);
    const page = await resultByProfile(coordinator, scanId);
    expect(page.areas).toHaveLength(11);
    const [question] = page.questions;
    expect(question?.classes.map(({ label, people }) => [label, people])).toEqual([
      ['Ja', 43],
      ['Nee of overgeslagen', 81],
    ]);
    expect(question?.classes.every(({ cells }) => cells.some((cell) => cell !== null))).toBe(true);
    expect(page.heading).toBe('Tussen de groepen is geen verschil dat meer is dan toeval');
    expect(await resultOf(coordinator, scanId)).toMatchObject({ hasProfile: true });
    expect(await resultOf(coordinator, scanId, careUnits.north)).toMatchObject({ hasProfile: false });
    const report = await disclosureReport(coordinator, scanId);
    expect(report.isHeldBack).toBe(false);
    const english = contextOf(world.platform, {
      ...coordinator,
      organisationId: coordinator.database.organisationId,
      language: 'en',
    });
    expect((await resultByProfile(english, scanId)).heading).toBe(
      'No difference between the groups is more than chance',
    );
  });

  test('says what differs, as its heading', async () => {
    const lower: MadeScan['profile'] = {
      questions: ['profile-shifts'],
      of: (_, person): Record<string, Answer> =>
        person % 3 === 0 ? { 'profile-shifts': 1, TR1: 1, TR2: 1, TR3: 1, TR4: 1 } : { 'profile-shifts': 2 },
    };
    const page = await resultByProfile(coordinator, await counted(lower));
    expect(page.heading).toMatch(
      /^Wie in ploegen of wisselende diensten werkt, scoort lager op Vertrouwen dan de anderen: \d+ tegen \d+$/,
    );
  });

  test('is nothing where a group is too small, where it is one team, and where nothing was asked', async () => {
    const small = await counted({
      questions: ['profile-shifts'],
      of: (unit, person): Record<string, Answer> => ({
        'profile-shifts': unit === careUnits.north && person < 9 ? 1 : 2,
      }),
    });
    expect(await resultByProfile(coordinator, small)).toMatchObject({
      heading: 'De groepen zijn te klein om naast elkaar te zetten',
      none: null,
      questions: [{ classes: [] }],
    });
    const team = await counted({
      questions: ['profile-shifts'],
      of: (unit, person): Record<string, Answer> => ({
        'profile-shifts': unit === careUnits.north || (unit === careUnits.south && person < 3) ? 1 : 2,
      }),
    });
    expect((await resultByProfile(coordinator, team)).questions[0]?.classes).toEqual([]);
    const none = await counted(null);
    expect(await resultByProfile(coordinator, none)).toMatchObject({
      heading: 'Verschilt dit per groep?',
      questions: [],
    });
    expect(await resultOf(coordinator, none)).toMatchObject({ hasProfile: false });
  });

  test('is gone when a result that was held back is counted again: its answers are nowhere', async () => {
    const scanId = await counted(spread);
    const store = resultStore(coordinator.database);
    const kept = await store.audit(scanId);
    await store.keepAudit(scanId, kept?.report as unknown as Parameters<typeof store.keepAudit>[1], true, at);
    await expect(resultByProfile(coordinator, scanId)).rejects.toMatchObject({ status: 409 });
    await countAgain(coordinator, { scanId, minimumGroupSize: 7 });
    expect(JSON.stringify(await store.document(scanId))).not.toContain('profile-shifts');
    expect((await resultByProfile(coordinator, scanId)).none).not.toBe(null);
  });

  test('is for whoever may read the result of the whole, and only once they may', async () => {
    const scanId = await counted(spread);
    const { organisationId } = coordinator.database;
    const member = await world.actor({ organisationId, roles: ['member'] });
    await expect(resultByProfile(member, scanId)).rejects.toMatchObject({ status: 403 });
    await publishResult(coordinator, scanId);
    await expect(resultByProfile(member, scanId)).resolves.toMatchObject({ none: null });
    const stranger = await world.actor({ organisationId: await world.organisation(), roles: ['coordinator'] });
    await expect(resultByProfile(stranger, scanId)).rejects.toMatchObject({ status: 404 });
  });
});
