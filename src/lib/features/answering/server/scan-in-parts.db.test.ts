import { afterAll, beforeAll, expect, test } from 'vitest';
import { itemsOfArea } from '@lerend/instrument';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { answerBlocks } from './answer-blocks.ts';
import { answerByDevice, answeringPage, openingReport, receiveWholeForm } from './index.ts';
import { newNumber, opened, openScanForTests, payloadOf } from './scan-for-tests.ts';
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
  const payload = payloadOf(answers, { form: 'parts' });
  await answerByDevice(world.platform, parts.scan, { code: codeOf(at), payload, openPayload: null }, 'nl');
}

test('the page holds all items, tells how many everyone gets, and draws anew for every visitor without script', async () => {
  const pages = await Promise.all(
    Array.from({ length: 4 }, () => answeringPage(world.platform, parts.scan.code, 'nl')),
  );
  expect(pages[0]?.questionCount).toBe(22);
  expect(pages[0]?.steps.flatMap(({ items }) => items)).toHaveLength(48);
  expect(new Set(pages.map((page) => page.parts?.drawn.join())).size).toBeGreaterThan(1);
});

test('a ballot with two items of an area is counted, one with three is not: nobody was asked that', async () => {
  await send(0, { [first]: 4, [third]: 'dont-know' });
  // Sealed, it is found out at the opening.
  await send(1, { [first]: 4, [second]: 3, [third]: 3 });
  const two = { code: codeOf(2), number: newNumber(), [first]: '4', [second]: '3' };
  await expect(receiveWholeForm(world.platform, parts.scan, { ...two, [third]: '2' }, 'nl')).rejects.toMatchObject({
    status: 422,
  });
  await receiveWholeForm(world.platform, parts.scan, two, 'nl');
});

test('what was not asked is open in the opened rows, and who was asked what stands nowhere else', async () => {
  await opened(world, parts);
  const report = await openingReport(parts.context.database, parts.scan.scanId);
  expect(report).toMatchObject({ counted: 2, rejected: { 'more-than-asked': 1 } });
  const blocks = await answerBlocks(parts.context.database, parts.scan.scanId);
  const given = blocks.flatMap(({ items }) => [...items].filter((answer) => answer !== 0));
  expect(given.toSorted()).toEqual([3, 4, 4, 9]);
});
