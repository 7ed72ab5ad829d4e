import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { snapshotForm } from '@lerend/analysis';
import { fromBase64url, toBase64url } from '@lerend/ballot';
import { closeScan, scanByCode } from '#lib/features/scan/server/index.ts';
import type { Refusal } from '#lib/platform/refusal/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { encodeOpenBallotText } from '../contract.ts';
import {
  answeringPage,
  ballotsPerUnit,
  giveCredential,
  receiveBallot,
  receiveOpenBallot,
  receiveWholeForm,
} from './index.ts';
import { newNumber, openScanForTests, payloadOf } from './scan-for-tests.ts';
import type { ScanForTests } from './scan-for-tests.ts';

const [itemId = ''] = snapshotForm('pulse').itemIds;

let world: TestWorld;
let pulse: ScanForTests;
let full: ScanForTests;
beforeAll(async () => {
  world = await testWorld();
  pulse = await openScanForTests(world, 'pulse', [40, 8]);
  full = await openScanForTests(world, 'full');
});
afterAll(() => world.close());

let used = 0;
/** A card that nobody used yet. */
const card = (scan: ScanForTests = pulse) => scan.codes[used++] ?? { code: '', scanUnitId: '' };
const stored = async ({ context, scan }: ScanForTests = pulse) =>
  context.database.tables
    .selectFrom('ballot')
    .select(['number', 'payload', 'scanUnitId'])
    .where('scanId', '=', scan.scanId)
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

describe('a ballot in two requests', () => {
  test('is stored in its unit, as it came, under its own number', async () => {
    const { code, scanUnitId } = card();
    const number = newNumber();
    const { credential, scanUnit, open } = await giveCredential(world.platform, pulse.scan, { code, number }, 'nl');
    expect({ scanUnit, open }).toEqual({ scanUnit: scanUnitId, open: null });
    const payload = payloadOf({ [itemId]: 4 });
    await receiveBallot(world.platform, pulse.scan, { number, credential, scanUnit, payload }, 'nl');
    const row = (await stored()).find((one) => toBase64url(new Uint8Array(one.number)) === number);
    expect(row?.scanUnitId).toBe(scanUnitId);
    expect(toBase64url(new Uint8Array(row?.payload ?? []))).toBe(payload);
    expect((await ballotsPerUnit(pulse.context.database, pulse.scan.scanId)).get(scanUnitId)).toBe(1);
  });

  test('any sequence of sendings ends with the last payload of each number, once', async () => {
    const cards = [card(), card(), card()];
    const ready = await Promise.all(
      cards.map(async ({ code }) => {
        const number = newNumber();
        return { number, ...(await giveCredential(world.platform, pulse.scan, { code, number }, 'nl')) };
      }),
    );
    const sending = fc.record({ who: fc.nat(2), answer: fc.constantFrom(1, 2, 3, 4, 5, 'dont-know') });
    await fc.assert(
      fc.asyncProperty(fc.array(sending, { minLength: 1, maxLength: 12 }), async (sendings) => {
        const last = new Map<string, string>();
        for (const { who, answer } of sendings) {
          const { number = '', credential, scanUnit } = ready[who] ?? {};
          const payload = payloadOf({ [itemId]: answer as 1 });
          await receiveBallot(world.platform, pulse.scan, { number, credential, scanUnit, payload }, 'nl');
          last.set(number, payload);
        }
        const rows = (await stored()).map(
          (row) => [toBase64url(new Uint8Array(row.number)), toBase64url(new Uint8Array(row.payload))] as const,
        );
        for (const [number, payload] of last)
          expect(rows.filter(([one]) => one === number)).toEqual([[number, payload]]);
      }),
      { numRuns: 15 },
    );
  });

  test('words go by themselves, under a number that belongs to no ballot, and the last ones count', async () => {
    const { code } = card(full);
    const number = newNumber();
    const { open } = await giveCredential(world.platform, full.scan, { code, number }, 'nl');
    const again = await giveCredential(world.platform, full.scan, { code, number }, 'nl');
    expect(again.open).toEqual(open);
    for (const words of ['Tijd', 'Rust']) {
      await receiveOpenBallot(
        world.platform,
        full.scan,
        { ...open, payload: encodeOpenBallotText({ answers: { OQ1: words } }) },
        'nl',
      );
    }
    const rows = await storedWords(full);
    expect(rows).toHaveLength(1);
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['number', 'organisationId', 'payload', 'scanId']);
    expect(toBase64url(new Uint8Array(rows[0]?.number ?? []))).not.toBe(number);
    expect(Buffer.from(rows[0]?.payload ?? []).toString()).toContain('Rust');
  });
});

describe('what is refused', () => {
  test('each in a sentence of the respondent, with a status, and nothing is stored', async () => {
    const { code } = card();
    const number = newNumber();
    const { credential, scanUnit } = await giveCredential(world.platform, pulse.scan, { code, number }, 'nl');
    const good = { number, credential, scanUnit, payload: payloadOf({ [itemId]: 4 }) };
    const outOfRange = Buffer.from(fromBase64url(good.payload) ?? []);
    outOfRange.write(`:7}}`, outOfRange.indexOf(':4}}'));
    const longer = { ...good, payload: good.payload.repeat(800) };
    const cases: [string, unknown, number, RegExp, RegExp][] = [
      ['nothing', null, 422, /niet goed aan/, /didn’t arrive/],
      ['no number', { ...good, number: undefined }, 422, /niet goed aan/, /didn’t arrive/],
      ['a short number', { ...good, number: 'abc' }, 422, /niet goed aan/, /didn’t arrive/],
      ['a million bytes', longer, 422, /niet goed aan/, /didn’t arrive/],
      [
        'an answer out of range',
        { ...good, payload: toBase64url(new Uint8Array(outOfRange)) },
        422,
        /antwoord.*niet bestaat/,
        /doesn’t exist/,
      ],
      ['an unknown item', { ...good, payload: payloadOf({ XX9: 4 }) }, 422, /niet stelt/, /doesn’t ask/],
      ['no answers', { ...good, payload: payloadOf({}) }, 422, /nog geen vraag/, /haven’t answered/],
      [
        'another form',
        { ...good, payload: payloadOf({ [itemId]: 4 }, { form: 'full' }) },
        422,
        /andere vragenlijst/,
        /another questionnaire/,
      ],
      [
        'another version',
        { ...good, payload: payloadOf({ [itemId]: 4 }, { instrumentVersion: '0.9.0' }) },
        422,
        /andere vragenlijst/,
        /another questionnaire/,
      ],
      ['no payload of ours', { ...good, payload: 'AAAA' }, 422, /niet te lezen/, /can’t be read/],
      ['another number', { ...good, number: newNumber() }, 403, /hoort niet bij/, /doesn’t belong/],
      ['another unit', { ...good, scanUnit: pulse.scan.scanId }, 403, /hoort niet bij/, /doesn’t belong/],
      ['a made-up credential', { ...good, credential: 'x'.repeat(43) }, 403, /hoort niet bij/, /doesn’t belong/],
    ];
    const before = await stored();
    for (const [name, input, status, dutch, english] of cases) {
      const refusal = await refusalOf(receiveBallot(world.platform, pulse.scan, input, 'nl'));
      expect({ name, status: refusal.status }).toEqual({ name, status });
      expect(refusal.message).toMatch(dutch);
      expect((await refusalOf(receiveBallot(world.platform, pulse.scan, input, 'en'))).message).toMatch(english);
    }
    const elsewhere = await refusalOf(receiveBallot(world.platform, full.scan, good, 'nl'));
    expect(elsewhere.status).toBe(403);
    expect(await stored()).toEqual(before);
  });

  test('a credential: for a foreign code, a slip of the pen, another number with the same code', async () => {
    const { code } = card();
    const ask = (wish: unknown) => refusalOf(giveCredential(world.platform, pulse.scan, wish, 'nl'));
    await giveCredential(world.platform, pulse.scan, { code, number: newNumber() }, 'nl');
    expect(await ask({ code, number: newNumber() })).toMatchObject({ status: 409, field: 'code' });
    const slip = (code.startsWith('A') ? 'B' : 'A') + code.slice(1);
    expect(await ask({ code: slip, number: newNumber() })).toMatchObject({ status: 422, field: 'code' });
    const [foreign] = full.codes;
    expect(await ask({ code: foreign?.code, number: newNumber() })).toMatchObject({ status: 403, field: 'code' });
    expect(await ask('code')).toMatchObject({ status: 422 });
  });

  test('words: too long, to an unknown question, under a number that we did not give, where none are asked', async () => {
    const { open } = await giveCredential(
      world.platform,
      full.scan,
      { code: card(full).code, number: newNumber() },
      'nl',
    );
    const payload = encodeOpenBallotText({ answers: { OQ1: 'Tijd' } });
    const before = await storedWords(full);
    const send = (scan: ScanForTests, wish: object) =>
      refusalOf(receiveOpenBallot(world.platform, scan.scan, { ...open, payload, ...wish }, 'nl'));
    expect(await send(full, { payload: encodeOpenBallotText({ answers: { OQ1: 'x'.repeat(501) } }) })).toMatchObject({
      status: 422,
    });
    expect(await send(full, { payload: encodeOpenBallotText({ answers: { OQ9: 'Tijd' } }) })).toMatchObject({
      status: 422,
    });
    expect(await send(full, { number: newNumber() })).toMatchObject({ status: 403 });
    expect(await send(pulse, {})).toMatchObject({ status: 403 });
    expect(await storedWords(full)).toEqual(before);
  });
});

describe('the whole form in one post', () => {
  test('becomes a ballot, and sent twice from one page the last counts, once', async () => {
    const { code, scanUnitId } = card();
    const number = newNumber();
    const count = async () => (await ballotsPerUnit(pulse.context.database, pulse.scan.scanId)).get(scanUnitId) ?? 0;
    const before = await count();
    await receiveWholeForm(world.platform, pulse.scan, { code, number, [itemId]: '2' }, 'nl');
    const typed = code.toLowerCase().replaceAll('-', ' ');
    await receiveWholeForm(world.platform, pulse.scan, { code: typed, number, [itemId]: '9' }, 'nl');
    expect(await count()).toBe(before + 1);
    const rows = (await stored()).filter((row) => toBase64url(new Uint8Array(row.number)) === number);
    expect(rows).toHaveLength(1);
    expect(Buffer.from(rows[0]?.payload ?? []).toString()).toContain(`"${itemId}":9`);
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
    const number = newNumber();
    await receiveWholeForm(
      world.platform,
      full.scan,
      { code: card(full).code, number, [item]: '5', OQ2: 'Te veel mail', OQ3: ' ' },
      'en',
    );
    expect(await storedWords(full)).toHaveLength(before.length + 1);
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

describe('the dates', () => {
  test('nothing is taken in before the first day or after the last', async () => {
    const ask = () =>
      refusalOf(giveCredential(world.platform, pulse.scan, { code: card().code, number: newNumber() }, 'nl'));
    world.clock.set(new Date('2026-03-01T09:00:00Z'));
    expect(await ask()).toMatchObject({ status: 409 });
    world.clock.set(new Date('2026-03-21T09:00:00Z'));
    expect(await ask()).toMatchObject({ status: 410 });
    world.clock.set(new Date('2026-03-02T09:00:00Z'));
  });

  test('a ballot that comes while the peiling was closed just now is refused and not stored, also when this process has not noticed', async () => {
    const other = await openScanForTests(world, 'pulse');
    const { code } = other.codes[0] ?? { code: '' };
    const number = newNumber();
    const { credential, scanUnit } = await giveCredential(world.platform, other.scan, { code, number }, 'nl');
    await closeScan(other.context, { scanId: other.scan.scanId });
    const late = { number, credential, scanUnit, payload: payloadOf({ [itemId]: 4 }) };
    expect(other.scan.state).toBe('open');
    expect(await refusalOf(receiveBallot(world.platform, other.scan, late, 'nl'))).toMatchObject({ status: 410 });
    expect(await stored(other)).toEqual([]);
    expect((await scanByCode(world.platform, other.scan.code))?.state).toBe('closed');
  });
});
