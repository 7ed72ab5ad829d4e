// One piece: every way in which what a device sends is taken in or refused, with one device that sends it.
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { snapshotForm } from '@lerend/analysis';
import { fromBase64url, toBase64url } from '@lerend/ballot';
import { closeScan, scanByCode } from '#lib/features/scan/server/index.ts';
import type { Refusal } from '#lib/platform/refusal/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { ballotMaker, encodeOpenBallotText } from '../contract.ts';
import type { BallotRequest, OpenBallotRequest, Sealing } from '../contract.ts';
import {
  answerByDevice,
  ballotsPerUnit,
  giveCredential,
  giveGroup,
  receiveBallot,
  receiveOpenBallot,
} from './index.ts';
import { opened, openScanForTests, payloadOf } from './scan-for-tests.ts';
import type { ScanForTests } from './scan-for-tests.ts';

const [itemId = ''] = snapshotForm('pulse').itemIds;
const maker = ballotMaker({ subtle: globalThis.crypto.subtle, randomBytes: (n) => new Uint8Array(randomBytes(n)) });

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
    .selectAll()
    .where('scanId', '=', scan.scanId)
    .orderBy('number')
    .execute();
const storedWords = async ({ context }: ScanForTests) =>
  context.database.tables.selectFrom('openBallot').selectAll().execute();
const issued = async ({ context, scan }: ScanForTests) =>
  (await context.database.tables.selectFrom('issuance').selectAll().where('scanId', '=', scan.scanId).execute()).length;
const refusalOf = async (work: Promise<unknown>): Promise<Refusal> =>
  work.then(
    () => {
      throw new Error('it was taken in');
    },
    (refusal: Refusal) => refusal,
  );
const payload = (answer: 1 | 2 | 3 | 4 | 5 | 'dont-know' = 4) => payloadOf({ [itemId]: answer });

/** What a device has once it has its credential, and the ballots that it makes with it. */
async function device(scan: ScanForTests = pulse, from = card(scan)) {
  const { code } = from;
  const group = await giveGroup(world.platform, scan.scan, { code }, 'nl');
  const toCheck = { group, scanCode: scan.scan.code, fingerprint: '', openingKey: 'server' as const, sealing: null };
  const prepared = await maker.prepare(toCheck);
  if (!prepared.ok) throw new Error(prepared.fault);
  const { blinded, blindedWords } = prepared;
  const answer = await giveCredential(world.platform, scan.scan, { code, blinded, blindedWords }, 'nl');
  let sealing: Sealing = prepared.sealing;
  const seal = async (text = payload(), openPayload: string | null = null) => {
    const made = await maker.seal({ sealing, signed: { answer, group }, payload: text, openPayload });
    if (!made.ok) throw new Error(made.fault);
    ({ sealing } = made);
    return made;
  };
  return { ...from, code, group, blinded, blindedWords, answer, seal, number: prepared.sealing.ballot.number };
}

const send = (ballot: unknown, scan: ScanForTests = pulse) => receiveBallot(world.platform, scan.scan, ballot, 'nl');
const sendWords = (ballot: unknown, scan = full) => receiveOpenBallot(world.platform, scan.scan, ballot, 'nl');

describe('a sealed ballot', () => {
  test('is stored in its group, as it came, under its own number', async () => {
    const one = await device();
    const { ballot } = await one.seal();
    await send(ballot);
    const row = (await stored()).find(({ number }) => toBase64url(new Uint8Array(number)) === one.number);
    expect(row).toMatchObject({ groupId: one.scanUnitId, counter: ballot.counter, sealedOn: 'device' });
    expect(toBase64url(new Uint8Array(row?.sealed ?? []))).toBe(ballot.sealed);
    expect(Buffer.from(row?.sealed ?? []).toString('latin1')).not.toContain(itemId);
    expect((await ballotsPerUnit(pulse.context.database, pulse.scan.scanId)).get(one.scanUnitId)).toBe(1);
  });

  test('any sequence of sendings ends with the last version of each number, once', async () => {
    const devices = [await device(), await device(), await device()];
    const sending = fc.record({ who: fc.nat(2), answer: fc.constantFrom(1, 2, 3, 4, 5, 'dont-know' as const) });
    await fc.assert(
      fc.asyncProperty(fc.array(sending, { minLength: 1, maxLength: 8 }), async (sendings) => {
        const last = new Map<string, BallotRequest>();
        for (const { who, answer } of sendings) {
          const one = devices[who];
          if (!one) continue;
          const { ballot } = await one.seal(payload(answer as 1));
          await send(ballot);
          last.set(ballot.number, ballot);
        }
        const rows = (await stored()).map(
          (row) => [toBase64url(new Uint8Array(row.number)), toBase64url(new Uint8Array(row.sealed))] as const,
        );
        for (const [number, { sealed }] of last)
          expect(rows.filter(([one]) => one === number)).toEqual([[number, sealed]]);
      }),
      { numRuns: 8 },
    );
  });

  test('sent once more is acknowledged once more, and an older version never takes the place of a later one', async () => {
    const one = await device();
    const first = (await one.seal(payload(1))).ballot;
    const second = (await one.seal(payload(2))).ballot;
    await send(first);
    await send(first);
    await send(second);
    const before = await stored();
    expect(await refusalOf(send(first))).toMatchObject({ status: 409, message: expect.stringContaining('latere') });
    await send(second);
    expect(await stored()).toEqual(before);
  });

  test('words go by themselves, under a number that belongs to no ballot, and the last ones count', async () => {
    const one = await device(full);
    const counters: (number | undefined)[] = [];
    for (const words of ['Tijd', 'Rust']) {
      const { open } = await one.seal(
        payloadOf({ SV1: 3 }, { form: 'full' }),
        encodeOpenBallotText({ answers: { OQ1: words } }),
      );
      await sendWords(open);
      counters.push(open?.counter);
    }
    const rows = await storedWords(full);
    expect(rows).toHaveLength(1);
    expect(rows[0]).not.toHaveProperty('groupId');
    expect(toBase64url(new Uint8Array(rows[0]?.number ?? []))).not.toBe(one.number);
    expect(rows[0]?.counter).toBe(counters.at(-1));
    expect(counters[1]).toBe((counters[0] ?? 0) + 1);
  });
});

describe('a code', () => {
  test('tells its group again and again, used or not, and nothing is written down for it', async () => {
    const { code } = card(full);
    const before = await issued(full);
    const unused = await giveGroup(world.platform, full.scan, { code }, 'nl');
    expect(await issued(full)).toBe(before);
    await device(full, { code, scanUnitId: '' });
    expect(await giveGroup(world.platform, full.scan, { code: code.toLowerCase() }, 'nl')).toEqual(unused);
  });

  test('gives the same blinded numbers the same signatures again, and others none', async () => {
    const one = await device();
    const { code, blinded, blindedWords, answer } = one;
    const ask = (wish: object) =>
      giveCredential(world.platform, pulse.scan, { code, blinded, blindedWords, ...wish }, 'nl');
    expect(await ask({})).toEqual(answer);
    const other = toBase64url(Uint8Array.of(0, ...randomBytes(255)));
    expect(await refusalOf(ask({ blinded: other }))).toMatchObject({ status: 409, field: 'code' });
    expect(await ask({})).toEqual(answer);
  });

  test('asked with two numbers at once goes to one of them', async () => {
    const { code } = card();
    const blinded = () => toBase64url(Uint8Array.of(0, ...randomBytes(255)));
    const attempts = await Promise.allSettled(
      [blinded(), blinded(), blinded()].map((one) =>
        giveCredential(world.platform, pulse.scan, { code, blinded: one, blindedWords: null }, 'nl'),
      ),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('leaves nothing behind that tells which invitation it was, without the installation’s keys', async () => {
    const { context, codes, scan } = pulse;
    const rows = await context.database.tables
      .selectFrom('issuance')
      .selectAll()
      .where('scanId', '=', scan.scanId)
      .execute();
    const tags = await context.database.tables.selectFrom('invitation').select(['id', 'codeTag']).execute();
    const text = JSON.stringify(rows);
    expect(rows.length).toBeGreaterThan(0);
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['issueTag', 'organisationId', 'requestDigest', 'scanId']);
    for (const { id, codeTag } of tags) expect(text).not.toMatch(new RegExp(`${id}|${JSON.stringify(codeTag)}`));
    for (const { code, scanUnitId } of codes) expect(text).not.toMatch(new RegExp(`${code}|${scanUnitId}`));
  });

  test('that is foreign or mistyped is told apart, at both doors, and so is what isn’t a blinded number', async () => {
    const { code } = card();
    const blinded = toBase64url(Uint8Array.of(0, ...randomBytes(255)));
    const slip = (code.startsWith('A') ? 'B' : 'A') + code.slice(1);
    const [foreign] = full.codes;
    for (const door of [giveGroup, giveCredential] as const) {
      const ask = (wish: object) =>
        refusalOf(door(world.platform, pulse.scan, { code, blinded, blindedWords: null, ...wish }, 'nl'));
      expect(await ask({ code: slip })).toMatchObject({ status: 422, field: 'code' });
      expect(await ask({ code: foreign?.code })).toMatchObject({ status: 403, field: 'code' });
      expect(await ask({ code: 7 })).toMatchObject({ status: 422 });
    }
    const ask = (wish: object) =>
      refusalOf(giveCredential(world.platform, pulse.scan, { code, blinded, blindedWords: null, ...wish }, 'nl'));
    expect(await ask({ blinded: 'AAAA' })).toMatchObject({ status: 422 });
    expect(await ask({ blinded: toBase64url(new Uint8Array(256).fill(255)) })).toMatchObject({ status: 422 });
    expect(await ask({ blindedWords: blinded })).toMatchObject({ status: 422 });
    expect((await device(pulse, { code, scanUnitId: '' })).number).toBeDefined();
  });
});

describe('what is refused', () => {
  test('each in a sentence of the respondent, with a status, and nothing is stored', async () => {
    const [one, other] = [await device(), await device()];
    const { ballot: good } = await one.seal();
    const { ballot: another } = await other.seal();
    const flipped = (text: string) => {
      const bytes = fromBase64url(text) ?? new Uint8Array();
      bytes[40] = (bytes[40] ?? 0) ^ 1;
      return toBase64url(bytes);
    };
    const elsewhere = pulse.codes.find(({ scanUnitId }) => scanUnitId !== one.scanUnitId)?.scanUnitId;
    const cases: [string, unknown, number, RegExp, RegExp][] = [
      ['nothing', null, 422, /niet goed aan/, /didn’t arrive/],
      ['no number', { ...good, number: undefined }, 422, /niet goed aan/, /didn’t arrive/],
      ['a short number', { ...good, number: 'abc' }, 422, /geen geldig nummer/, /no valid number/],
      ['a million bytes', { ...good, sealed: good.sealed.repeat(200) }, 422, /de maat/, /the size/],
      ['another size', { ...good, sealed: good.sealed.slice(4) }, 422, /de maat/, /the size/],
      ['no counter', { ...good, counter: 0 }, 422, /niet goed aan/, /didn’t arrive/],
      ['another counter', { ...good, counter: 7 }, 422, /niet ondertekend/, /isn’t signed/],
      ['other sealed bytes', { ...good, sealed: flipped(good.sealed) }, 422, /niet ondertekend/, /isn’t signed/],
      ['a copied seal', { ...good, sealed: another.sealed }, 422, /niet ondertekend/, /isn’t signed/],
      ['another number', { ...good, number: another.number }, 403, /hoort niet bij/, /doesn’t belong/],
      ['another’s credential', { ...good, credential: another.credential }, 403, /hoort niet bij/, /doesn’t belong/],
      [
        'a forged credential',
        { ...good, credential: flipped(good.credential) },
        403,
        /hoort niet bij/,
        /doesn’t belong/,
      ],
      ['another group', { ...good, group: elsewhere }, 403, /hoort niet bij/, /doesn’t belong/],
      ['no group', { ...good, group: pulse.scan.scanId }, 403, /hoort niet bij/, /doesn’t belong/],
    ];
    const before = await stored();
    for (const [name, input, status, dutch, english] of cases) {
      const refusal = await refusalOf(send(input));
      expect({ name, status: refusal.status }).toEqual({ name, status });
      expect(refusal.message).toMatch(dutch);
      expect((await refusalOf(receiveBallot(world.platform, pulse.scan, input, 'en'))).message).toMatch(english);
    }
    expect(await refusalOf(send(good, full))).toMatchObject({ status: 403 });
    expect(await stored()).toEqual(before);
  });

  test('words under a credential for answers, and where none are asked', async () => {
    const one = await device(full);
    const words = encodeOpenBallotText({ answers: { OQ1: 'Tijd' } });
    const { ballot, open } = await one.seal(payloadOf({ SV1: 3 }, { form: 'full' }), words);
    const before = await storedWords(full);
    const swapped: OpenBallotRequest = { ...(open as OpenBallotRequest), credential: ballot.credential };
    expect(await refusalOf(sendWords(swapped))).toMatchObject({ status: 403 });
    expect(await refusalOf(sendWords({ ...open, sealed: ballot.sealed }))).toMatchObject({ status: 422 });
    expect(await refusalOf(sendWords(open, pulse))).toMatchObject({ status: 422 });
    expect(await storedWords(full)).toEqual(before);
  });

  test('what can’t be seen from outside is left out at the count, and told by its reason', async () => {
    const other = await openScanForTests(world, 'pulse', [8]);
    const [good, unreadable, foreignForm] = other.codes;
    const answer = (code = '', text = payload()) =>
      answerByDevice(world.platform, other.scan, { code, payload: text, openPayload: null }, 'nl');
    await answer(good?.code);
    await answer(unreadable?.code, toBase64url(new Uint8Array(1024).fill(7)));
    await answer(foreignForm?.code, payloadOf({ [itemId]: 4 }, { form: 'full' }));
    expect(await opened(world, other)).toEqual({ counted: 1 });
    const report = await other.context.database.tables
      .selectFrom('openingReport')
      .select(['rejected', 'sealedOn'])
      .where('scanId', '=', other.scan.scanId)
      .executeTakeFirst();
    expect(report).toEqual({
      rejected: { 'unknown-payload-version': 1, 'other-form': 1 },
      sealedOn: { device: 1, arrival: 0 },
    });
  });
});

describe('the dates', () => {
  test('nothing is taken in before the first day or after the last', async () => {
    const { code } = pulse.codes[0] ?? { code: '' };
    const ask = () => refusalOf(giveGroup(world.platform, pulse.scan, { code }, 'nl'));
    world.clock.set(new Date('2026-03-01T09:00:00Z'));
    expect(await ask()).toMatchObject({ status: 409 });
    world.clock.set(new Date('2026-03-21T09:00:00Z'));
    expect(await ask()).toMatchObject({ status: 410 });
    world.clock.set(new Date('2026-03-02T09:00:00Z'));
  });

  test('what comes while the peiling was closed just now is refused and not stored, also when this process has not noticed', async () => {
    const other = await openScanForTests(world, 'pulse');
    const one = await device(other, other.codes[0]);
    const { ballot } = await one.seal();
    await closeScan(other.context, { scanId: other.scan.scanId });
    expect(other.scan.state).toBe('open');
    expect(await refusalOf(send(ballot, other))).toMatchObject({ status: 410 });
    expect(await refusalOf(device(other, other.codes[1]))).toMatchObject({ status: 410 });
    expect([await stored(other), await issued(other)]).toEqual([[], 1]);
    expect((await scanByCode(world.platform, other.scan.code))?.state).toBe('closed');
  });
});
