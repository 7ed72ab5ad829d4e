import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { snapshotForm } from '@lerend/analysis';
import type { Refusal } from '#lib/platform/refusal/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { answeringPage, receiveWholeForm } from './index.ts';
import { newNumber, openScanForTests } from './scan-for-tests.ts';
import type { ScanForTests } from './scan-for-tests.ts';

const [itemId = ''] = snapshotForm('pulse').itemIds;

let world: TestWorld;
let pulse: ScanForTests;
let full: ScanForTests;
beforeAll(async () => {
  world = await testWorld();
  pulse = await openScanForTests(world, 'pulse', [20]);
  full = await openScanForTests(world, 'full');
});
afterAll(() => world.close());

let used = 0;
/** A card that nobody used yet. */
const card = (scan: ScanForTests = pulse) => scan.codes[used++] ?? { code: '', scanUnitId: '' };
const stored = async ({ context, scan }: ScanForTests = pulse) =>
  context.database.tables
    .selectFrom('ballot')
    .selectAll()
    .where('scanId', '=', scan.scanId)
    .orderBy('number')
    .execute();
const storedWords = async ({ context }: ScanForTests) =>
  context.database.tables.selectFrom('openBallot').selectAll().execute();
const refusalOf = async (work: Promise<unknown>): Promise<Refusal> =>
  work.then(
    () => {
      throw new Error('it was taken in');
    },
    (refusal: Refusal) => refusal,
  );

describe('the whole form in one post', () => {
  test('is sealed on arrival, and sent twice from one page the last counts, once', async () => {
    const { code, scanUnitId } = card();
    const number = newNumber();
    const before = await stored();
    await receiveWholeForm(world.platform, pulse.scan, { code, number, [itemId]: '2' }, 'nl');
    const known = new Set(before.map((row) => row.number.toString()));
    const addedNow = async () => (await stored()).filter((row) => !known.has(row.number.toString()));
    const [first] = await addedNow();
    const typed = code.toLowerCase().replaceAll('-', ' ');
    await Promise.all(
      ['9', '3'].map((answer) =>
        receiveWholeForm(world.platform, pulse.scan, { code: typed, number, [itemId]: answer }, 'nl'),
      ),
    );
    const added = await addedNow();
    expect(added).toMatchObject([{ groupId: scanUnitId, sealedOn: 'arrival', counter: Number(first?.counter) + 2 }]);
    expect(Buffer.from(added[0]?.sealed ?? []).toString('latin1')).not.toContain(itemId);
  });

  test('is not replaced by who learns the code afterwards: another page has another number', async () => {
    const { code } = card(full);
    const [item = ''] = snapshotForm('full').itemIds;
    const page = () => answeringPage(world.platform, full.scan.code, 'nl');
    const { number } = await page();
    await receiveWholeForm(world.platform, full.scan, { code, number, [item]: '2', OQ1: 'Tijd' }, 'nl');
    const before = [await stored(full), await storedWords(full)];
    const other = { code, number: (await page()).number, [item]: '5', OQ1: 'Niets' };
    expect(await refusalOf(receiveWholeForm(world.platform, full.scan, other, 'nl'))).toMatchObject({
      status: 409,
      field: 'code',
    });
    expect(await refusalOf(receiveWholeForm(world.platform, full.scan, { code, [item]: '5' }, 'nl'))).toMatchObject({
      status: 422,
    });
    expect([await stored(full), await storedWords(full)]).toEqual(before);
  });

  test('takes the words along as a ballot of their own', async () => {
    const before = await storedWords(full);
    const [item = ''] = snapshotForm('full').itemIds;
    const fields = { code: card(full).code, number: newNumber(), [item]: '5', OQ2: 'Te veel mail', OQ3: ' ' };
    await receiveWholeForm(world.platform, full.scan, fields, 'en');
    expect(await storedWords(full)).toHaveLength(before.length + 1);
  });

  test('counts from a place of its own: how often it was sent doesn’t show, nor which words go with which ballot', async () => {
    const [item = ''] = snapshotForm('full').itemIds;
    const [ballotsBefore, wordsBefore] = [await stored(full), await storedWords(full)];
    for (const times of [1, 2, 3]) {
      const fields = { code: card(full).code, number: newNumber(), [item]: '4', OQ1: 'Rust' };
      for (let sent = 0; sent < times; sent++) await receiveWholeForm(world.platform, full.scan, fields, 'nl');
    }
    const counters = [...(await stored(full)), ...(await storedWords(full))].map(({ counter }) => counter);
    expect(counters).toHaveLength(ballotsBefore.length + wordsBefore.length + 6);
    expect(new Set(counters).size).toBe(counters.length);
    for (const counter of counters) expect(String(counter)).toMatch(/^\d{8}$/);
  });

  test('over a line that anyone can listen to is refused where strict is on, and taken in where it isn’t', async () => {
    const form = (anonymity: 'usual' | 'strict', publicUrl: string) => {
      const fields = { code: card().code, number: newNumber(), [itemId]: '3' };
      return receiveWholeForm({ ...world.platform, anonymity, publicUrl }, pulse.scan, fields, 'nl');
    };
    const plain = 'http://leren.voorbeeld.nl';
    expect(await refusalOf(form('strict', plain))).toMatchObject({
      status: 403,
      message: expect.stringContaining('https'),
    });
    await form('usual', plain);
    await form('strict', 'https://leren.voorbeeld.nl');
    await form('strict', 'http://localhost:3000');
  });

  test.each<[string, Record<string, string | string[]>, string | undefined]>([
    ['without a code', { [itemId]: '3' }, 'code'],
    ['without an answer', { code: 'ok' }, undefined],
    ['with an answer that does not exist', { code: 'ok', [itemId]: '8' }, itemId],
    ['with two answers to one question', { code: 'ok', [itemId]: ['2', '3'] }, itemId],
  ])('%s is refused at the place where it went wrong, and stores nothing', async (_, fields, field) => {
    const before = await stored();
    const filled = { ...fields, number: newNumber(), ...(fields['code'] === 'ok' ? { code: card().code } : {}) };
    const refusal = await refusalOf(receiveWholeForm(world.platform, pulse.scan, filled, 'nl'));
    expect(refusal).toMatchObject({ status: 422, field });
    expect(await stored()).toEqual(before);
  });
});
