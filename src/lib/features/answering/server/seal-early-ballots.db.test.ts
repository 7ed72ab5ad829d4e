import { afterAll, beforeAll, expect, test } from 'vitest';
import { snapshotForm } from '@lerend/analysis';
import { fromBase64url } from '@lerend/ballot';
import { scanUnits } from '#lib/features/scan/server/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { answerBlocks, answerByDevice, sealEarlyBallots } from './index.ts';
import { opened, openScanForTests, payloadOf } from './scan-for-tests.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const [itemId = ''] = snapshotForm('pulse').itemIds;

test('a peiling that was open before ballots were sealed loses no answer, and no code can be used twice', async () => {
  const made = await openScanForTests(world, 'pulse', [12]);
  const { scanId } = made.scan;
  const { tables } = made.context.database;
  // As the migration leaves it: no keys, open ballots, and who used a code.
  await tables.deleteFrom('scanKey').where('scanId', '=', scanId).execute();
  await world.platform.openingKeys.destroy(scanId);
  const [unit] = (await scanUnits(made.context.database, scanId)).filter(({ headCount }) => headCount > 0);
  const invitations = await tables.selectFrom('invitation').select(['id', 'scanUnitId']).orderBy('id').execute();
  for (const [at, { id }] of invitations.slice(0, 6).entries()) {
    const payload = Buffer.from(fromBase64url(payloadOf({ [itemId]: at < 3 ? 2 : 4 })) ?? []);
    const number = Buffer.alloc(16, at + 1);
    await tables
      .insertInto('earlyBallot')
      .values({ scanId, number, payload, scanUnitId: unit?.id ?? newId() })
      .execute();
    await tables.insertInto('earlyUse').values({ scanId, invitationId: id }).execute();
  }
  await Promise.all([sealEarlyBallots(world.platform)]);
  await sealEarlyBallots(world.platform);
  expect(await tables.selectFrom('earlyBallot').selectAll().execute()).toEqual([]);
  const answer = (code: string) =>
    answerByDevice(
      world.platform,
      { ...made.scan, fingerprint: null },
      { code, payload: payloadOf({ [itemId]: 5 }), openPayload: null },
      'nl',
    );
  const tried = await Promise.allSettled(made.codes.map(({ code }) => answer(code)));
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(6);
  expect(await opened(world, made)).toEqual({ counted: 12 });
  const [block] = await answerBlocks(made.context.database, scanId);
  const column = snapshotForm('pulse').itemIds.indexOf(itemId);
  const width = snapshotForm('pulse').itemIds.length;
  const given = Array.from({ length: 12 }, (_, row) => block?.items[row * width + column]);
  expect(given.toSorted()).toEqual([2, 2, 2, 4, 4, 4, 5, 5, 5, 5, 5, 5]);
});
