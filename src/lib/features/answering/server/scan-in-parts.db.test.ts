import { afterAll, beforeAll, expect, test } from 'vitest';
import { itemsOfArea } from '@lerend/instrument';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { closeScan } from '#lib/features/scan/server/index.ts';
import { inTransaction } from '#lib/platform/context/index.ts';
import { answerBlocks } from './answer-blocks.ts';
import { answeringPage, giveCredential, openBallots, receiveBallot, receiveWholeForm } from './index.ts';
import { newNumber, openScanForTests, payloadOf } from './scan-for-tests.ts';
import type { ScanForTests } from './scan-for-tests.ts';

let world: TestWorld;
let parts: ScanForTests;
beforeAll(async () => {
  world = await testWorld();
  parts = await openScanForTests(world, 'parts', [12, 6]);
});
afterAll(() => world.close());

const codeOf = (at: number): string => parts.codes[at]?.code ?? '';
const [first = '', second = '', third = ''] = itemsOfArea('trust', 'parts').map(({ id }) => id);

async function send(at: number, answers: Parameters<typeof payloadOf>[0]): Promise<void> {
  const number = newNumber();
  const { credential, scanUnit } = await giveCredential(world.platform, parts.scan, { code: codeOf(at), number }, 'nl');
  const payload = payloadOf(answers, { form: 'parts' });
  await receiveBallot(world.platform, parts.scan, { number, credential, scanUnit, payload }, 'nl');
}

test('the page holds all items, tells how many everyone gets, and draws anew for every visitor without script', async () => {
  const pages = await Promise.all(
    Array.from({ length: 4 }, () => answeringPage(world.platform, parts.scan.code, 'nl')),
  );
  expect(pages[0]?.questionCount).toBe(22);
  expect(pages[0]?.steps.flatMap(({ items }) => items)).toHaveLength(48);
  expect(new Set(pages.map((page) => page.parts?.drawn.join())).size).toBeGreaterThan(1);
});

test('a ballot with two items of an area is taken, one with three is not: nobody was asked that', async () => {
  await send(0, { [first]: 4, [third]: 'dont-know' });
  await expect(send(1, { [first]: 4, [second]: 3, [third]: 3 })).rejects.toMatchObject({ status: 422 });
  const two = { code: codeOf(2), number: newNumber(), [first]: '4', [second]: '3' };
  await expect(receiveWholeForm(world.platform, parts.scan, { ...two, [third]: '2' }, 'nl')).rejects.toMatchObject({
    status: 422,
  });
  await receiveWholeForm(world.platform, parts.scan, two, 'nl');
});

test('what was not asked is open in the opened rows, and who was asked what stands nowhere else', async () => {
  await closeScan(parts.context, { scanId: parts.scan.scanId });
  await inTransaction(parts.context, (inside) => openBallots(inside, parts.scan.scanId));
  const blocks = await answerBlocks(parts.context.database, parts.scan.scanId);
  const given = blocks.flatMap(({ items }) => [...items].filter((answer) => answer !== 0));
  expect(given.toSorted()).toEqual([3, 4, 4, 9]);
});
