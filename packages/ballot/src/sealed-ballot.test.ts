import { beforeAll, describe, expect, test } from 'vitest';
import { makeBallotKey, makeOpeningKey, sealBallot, verifyBallotSignature, signBallot } from './index.ts';
import type { BallotPlace } from './index.ts';
import { openerWith } from './hpke.ts';
import type { Opener } from './hpke.ts';
import { openSeal } from './sealed-ballot.ts';
import { groupIds, nodeTools } from './testing/sealed-scan.ts';

const { subtle } = nodeTools;
const [here = '', there = ''] = groupIds;
const scanId = '00000000-0000-4000-8000-0000000000aa';
const payload = Uint8Array.of(5, 0, 5);

let place: BallotPlace;
let content: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  const key = await makeOpeningKey(subtle);
  place = { kind: 'ballot', scanId, groupId: here, number: (await makeBallotKey(subtle)).number, counter: 7 };
  const open = await openerWith(subtle, key);
  const sealed = await sealBallot(nodeTools, key.publicKey, place, payload);
  const keep: Opener = async (...what) => (content = (await open(...what)) ?? new Uint8Array());
  expect(await openSeal(keep, place, sealed)).toEqual({ ok: true, payload });
});

/** What somebody can make who seals for one place on the outside and writes another one inside. */
const openedAs = (changes: Partial<BallotPlace>, inside = content) =>
  openSeal(() => Promise.resolve(inside), { ...place, ...changes }, new Uint8Array());

describe('the inside of a ballot', () => {
  test.each([
    ['copied', async () => ({ number: (await makeBallotKey(subtle)).number })],
    ['wrong-group', async () => ({ groupId: there })],
    ['wrong-group', async () => ({ groupId: null })],
    ['foreign-scan', async () => ({ scanId: '00000000-0000-4000-8000-0000000000bb' })],
    ['wrong-counter', async () => ({ counter: 8 })],
  ] as const)('has to say what the outside says: %s', async (fault, changes) => {
    expect(await openedAs({})).toEqual({ ok: true, payload });
    expect(await openedAs(await changes())).toEqual({ ok: false, fault });
  });

  test.each([
    ['inside-unreadable', 0, 2],
    ['wrong-kind', 1, 2],
    ['inside-unreadable', 103, 255],
    ['inside-unreadable', 104, 2],
    ['inside-unreadable', 4047, 1],
  ])('is read strictly: %s at byte %i', async (fault, at, byte) => {
    const other = content.slice();
    other[at] = byte;
    expect(await openedAs({}, other)).toEqual({ ok: false, fault });
    expect(await openedAs({}, content.slice(1))).toMatchObject({ ok: false });
  });
});

describe('a ballot’s signature', () => {
  test('binds kind, peiling, group, counter and seal', async () => {
    const key = await makeBallotKey(subtle);
    const own = { ...place, number: key.number };
    const sealed = new Uint8Array(4096);
    const signature = await signBallot(subtle, key.privateKey, own, sealed);
    const isSigned = (changes: Partial<BallotPlace>, bytes = sealed) =>
      verifyBallotSignature(subtle, { ...own, ...changes }, bytes, signature);
    expect(await isSigned({})).toBe(true);
    const others: Partial<BallotPlace>[] = [
      { kind: 'words' },
      { scanId: '00000000-0000-4000-8000-0000000000bb' },
      { groupId: there },
      { groupId: null },
      { counter: 8 },
      { number: place.number },
      { number: Uint8Array.from({ length: 65 }, (_, at) => (at === 0 ? 4 : 1)) },
    ];
    for (const changes of others) expect(await isSigned(changes)).toBe(false);
    expect(await isSigned({}, new Uint8Array(4096).fill(1))).toBe(false);
  });

  test('has no place without an id that is one, or with a counter that is none', async () => {
    const { privateKey } = await makeBallotKey(subtle);
    const sign = (changes: Partial<BallotPlace>) => signBallot(subtle, privateKey, { ...place, ...changes }, payload);
    await expect(sign({ scanId: 'NOORD' })).rejects.toThrow(RangeError);
    await expect(sign({ counter: -1 })).rejects.toThrow(RangeError);
  });
});
