import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { snapshotForm } from '@lerend/analysis';
import { withdrawalSecret } from '@lerend/ballot';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { encodeOpenBallotText } from '../contract.ts';
import type { PublishedCount, Sealing } from '../contract.ts';
import { answerBlocks, answerByDevice, ballotsPerUnit, openAnswers, openingReport, publishedNumbers } from './index.ts';
import { opened, openScanForTests, payloadOf } from './scan-for-tests.ts';
import type { ScanForTests } from './scan-for-tests.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

type Card = ScanForTests['codes'][number];
const noWords = encodeOpenBallotText({ answers: {} });

/** People who answer and withdraw, with the code that runs on their device. */
async function peiling(form: 'pulse' | 'full', people: readonly number[]) {
  const made = await openScanForTests(world, form, people);
  const [itemId = ''] = snapshotForm(form).itemIds;
  const send = (
    code: string,
    payload: string | null,
    { words = '', sealing }: { words?: string; sealing?: Sealing },
  ) => {
    const openPayload = words === '' ? noWords : encodeOpenBallotText({ answers: { OQ1: words } });
    const answers = {
      code,
      payload,
      openPayload: form === 'full' ? openPayload : null,
      ...(sealing ? { sealing } : {}),
    };
    return answerByDevice(world.platform, made.scan, answers, 'nl');
  };
  const answer = ({ code }: Card, given: { words?: string; sealing?: Sealing } = {}) =>
    send(code, payloadOf({ [itemId]: 4 }, { form }), given);
  /** With the key alone: whoever withdraws has no code any more. */
  const withdraw = (sealing: Sealing) => send('', null, { sealing });
  const counted = () => opened(world, made);
  const blocks = async () => answerBlocks(made.context.database, made.scan.scanId);
  const published = () => publishedNumbers(world.platform, made.scan, 'nl');
  const { database } = made.context;
  const rows = () => database.tables.selectFrom('ballot').selectAll().where('scanId', '=', made.scan.scanId).execute();
  return { ...made, answer, withdraw, counted, blocks, published, rows };
}

const cardAt = (codes: readonly Card[], at: number): Card => codes[at] ?? { code: '', scanUnitId: '' };
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64url');
const hashOfNumber = ({ ballot }: Sealing) => sha256(Buffer.from(ballot.number, 'base64url'));
const proofOf = async ({ ballot }: Sealing) =>
  sha256(await withdrawalSecret(globalThis.crypto.subtle, Buffer.from(ballot.privateKey, 'base64url')));

describe('a withdrawn ballot', () => {
  test('counts nowhere: no row, no report, no fault, and not towards the minimum of its group', async () => {
    const made = await peiling('pulse', [10, 10]);
    const [small = [], large = []] = [...Map.groupBy(made.codes, ({ scanUnitId }) => scanUnitId).values()];
    const [gone] = await Promise.all([...small.slice(0, 5), ...large.slice(0, 8)].map((card) => made.answer(card)));
    await made.withdraw(gone as Sealing);
    expect(await made.counted()).toEqual({ counted: 12 });
    const { scanId } = made.scan;
    expect(await openingReport(made.context.database, scanId)).toEqual({
      counted: 12,
      rejected: {},
      languages: { nl: 12 },
      speedBands: { usual: 12 },
    });
    // Four are left in a group that must have five: they are counted with others, as four who answered would be.
    const blocks = await made.blocks();
    expect(blocks.map(({ unitId }) => unitId)).not.toContain(small[0]?.scanUnitId);
    expect(blocks.reduce((sum, { n }) => sum + n, 0)).toBe(12);
  });

  test('takes the words along that were sent with it', async () => {
    const made = await peiling('full', [12]);
    const sent = [];
    for (const [at, card] of made.codes.entries()) sent.push(await made.answer(card, { words: `Woord ${at}` }));
    await made.withdraw(sent[3] as Sealing);
    expect(await made.counted()).toEqual({ counted: 11 });
    const [first] = await openAnswers(made.context.database, made.scan.scanId);
    expect(first?.answers?.map(({ text }) => text).sort()).toEqual(
      sent.flatMap((_, at) => (at === 3 ? [] : [`Woord ${at}`])).sort(),
    );
  });

  test('stays withdrawn when the older ballot comes in once more, and counts again when its holder answers again', async () => {
    const made = await peiling('pulse', [8]);
    const [first, second] = await Promise.all([0, 1].map((at) => made.answer(cardAt(made.codes, at))));
    const withdrawn = await made.withdraw(first as Sealing);
    await expect(made.answer(cardAt(made.codes, 0), { sealing: first as Sealing })).rejects.toMatchObject({
      status: 409,
    });
    await made.answer(cardAt(made.codes, 1), { sealing: await made.withdraw(second as Sealing) });
    expect(await made.counted()).toEqual({ counted: 1 });
    const { numbers, withdrawals } = await made.published();
    expect(numbers.toSorted()).toEqual([first, second].map((one) => hashOfNumber(one as Sealing)).sort());
    expect(withdrawals).toEqual([await proofOf(withdrawn)]);
  });

  test('is refused when somebody else’s key signed it, and after closing', async () => {
    const made = await peiling('pulse', [8]);
    const [mine, theirs] = await Promise.all([0, 1].map((at) => made.answer(cardAt(made.codes, at))));
    const { privateKey } = (theirs as Sealing).ballot;
    const forged = { ...(mine as Sealing), ballot: { ...(mine as Sealing).ballot, privateKey } };
    await expect(made.withdraw(forged)).rejects.toMatchObject({ status: 422 });
    expect(await made.counted()).toEqual({ counted: 2 });
    await expect(made.withdraw(mine as Sealing)).rejects.toMatchObject({ status: 410 });
  });
});

/** Who withdrew, for somebody who has every row as it was before the count, and what was published after it. */
function withdrawnAsFarAsSeen(rows: readonly { number: Uint8Array; counter: unknown }[], { numbers }: PublishedCount) {
  return rows.filter(({ number }) => !numbers.includes(sha256(number))).map(({ number }) => sha256(number));
}

describe('somebody with a copy of all rows and the published lists', () => {
  test('can’t tell who withdrew from who changed an answer; from a list of counted numbers alone they could', async () => {
    const made = await peiling('pulse', [12]);
    const sent = await Promise.all(made.codes.map((card) => made.answer(card)));
    const after = await Promise.all(
      sent.map((sealing, at) => (at < 6 ? made.withdraw(sealing) : made.answer(cardAt(made.codes, at), { sealing }))),
    );
    const rows = await made.rows();
    expect((await ballotsPerUnit(made.context.database, made.scan.scanId)).get(cardAt(made.codes, 0).scanUnitId)).toBe(
      12,
    );
    // Of each row everything that isn't random is the same.
    const shapes = rows.map(
      ({ number, prefix, credential, sealed, signature, mark, counter: _ofItsKey, ...plain }) => ({
        ...plain,
        lengths: [number, prefix, credential, sealed, signature, mark ?? ''].map(({ length }) => length),
      }),
    );
    expect(new Set(shapes.map((shape) => JSON.stringify(shape))).size).toBe(1);
    await made.counted();
    const published = await made.published();
    const gone = after.slice(0, 6);
    expect(withdrawnAsFarAsSeen(rows, published)).toEqual([]);
    const fromRows = rows.flatMap((row) => [row.number, row.prefix, row.credential, row.sealed, row.signature]);
    expect(fromRows.map(sha256).filter((hash) => published.withdrawals.includes(hash))).toEqual([]);
    expect(published.withdrawals.toSorted()).toEqual((await Promise.all(gone.map(proofOf))).sort());

    // The naive list, as it was: the numbers that counted.
    const naive = { ...published, numbers: after.slice(6).map(hashOfNumber) };
    expect(withdrawnAsFarAsSeen(rows, naive).sort()).toEqual(gone.map(hashOfNumber).sort());
  });

  test('can’t tell who withdrew where nobody else sent anything twice; from versions that count from one they could', async () => {
    const made = await peiling('pulse', [12]);
    const sent = await Promise.all(made.codes.map((card) => made.answer(card)));
    const gone = await Promise.all(sent.slice(0, 2).map((sealing) => made.withdraw(sealing)));
    const rows = await made.rows();
    const sentMoreThanOnce = (seen: typeof rows) =>
      seen.flatMap(({ number, counter }) => (counter > 1 ? [sha256(number)] : [])).sort();
    expect(sentMoreThanOnce(rows)).toEqual(rows.map(({ number }) => sha256(number)).sort());

    // The naive counter, as it was.
    const versionOf = new Map([...sent, ...gone].map((sealing) => [hashOfNumber(sealing), sealing.counter]));
    const naive = rows.map((row) => ({ ...row, counter: versionOf.get(sha256(row.number)) ?? 0 }));
    expect(sentMoreThanOnce(naive)).toEqual(gone.map(hashOfNumber).sort());
  });
});
