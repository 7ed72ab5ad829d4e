import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Context } from '#lib/platform/context/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { agreed, heldSession } from './testing/held-session.ts';
import { adoptOutcome, closeSession, endRoundOne, joinPanel, sessionPage, startRoundTwo } from './index.ts';

let world: TestWorld;
let coordinator: Context;
let held: Awaited<ReturnType<typeof heldSession>>;
let sessionId: string;

beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  coordinator = await world.actor({ organisationId: await world.organisation(), roles: ['coordinator'] });
  held = await heldSession(world, coordinator, 'short');
  ({ sessionId } = held);
});

/** The same thing twice at once; how each ended. */
async function twice(work: () => Promise<unknown>): Promise<string[]> {
  const ended = await Promise.allSettled([work(), work()]);
  return ended.map((one) => (one.status === 'fulfilled' ? 'done' : String((one.reason as { status?: number }).status)));
}
const actions = async (): Promise<string[]> =>
  (await coordinator.database.tables.selectFrom('auditEntry').select('action').execute()).map(({ action }) => action);

describe('a form that is posted twice', () => {
  test('moves a session one step, adopts it once, and says so to the second', async () => {
    const keys = await held.panelOf(10);
    expect((await twice(() => endRoundOne(coordinator, { sessionId }))).toSorted()).toEqual(['409', 'done']);
    expect((await twice(() => startRoundTwo(coordinator, { sessionId }))).toSorted()).toEqual(['409', 'done']);
    for (const key of keys) await held.judge(key, agreed);
    expect((await twice(() => closeSession(coordinator, { sessionId }))).toSorted()).toEqual(['409', 'done']);
    const reasons = 'Deze grenzen volgen uit wat tien mensen van de vloer vonden.';
    const adopt = () => adoptOutcome(coordinator, { sessionId, rationaleNl: reasons, rationaleEn: reasons });
    expect((await twice(adopt)).toSorted()).toEqual(['409', 'done']);
    const moves = (await actions()).filter((action) => /ended|started|closed|adopted/.test(action));
    expect(new Set(moves).size).toBe(moves.length);
    expect((await sessionPage(coordinator, sessionId)).adoptedVersion).toMatch(/^panel-2026-1-/);
  });

  test('gives two people two birds, also when they join at the same moment', async () => {
    const joined = await Promise.all(
      Array.from({ length: 6 }, () => joinPanel(world.platform, held.code, { role: 'member' }, 'nl')),
    );
    expect(new Set(joined.map(({ key }) => key)).size).toBe(6);
    const { panellists } = await sessionPage(coordinator, sessionId);
    expect(new Set(panellists.map(({ pseudonym }) => pseudonym)).size).toBe(6);
  });
});
