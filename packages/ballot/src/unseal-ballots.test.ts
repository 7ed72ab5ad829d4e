import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  encodeBallot,
  faultOutside,
  makeBallotKey,
  makeOpeningKey,
  sealBallot,
  sealedBytes,
  signBallot,
  unsealBallots,
  webCryptography,
} from './index.ts';
import type { BallotKey, CredentialCheck, ReceivedBallot } from './index.ts';
import { filledBallot, groupIds, nodeTools, sealedScan } from './testing/sealed-scan.ts';

const { subtle } = nodeTools;
const cryptography = webCryptography(subtle);
const [here = '', there = ''] = groupIds;

let scan: Awaited<ReturnType<typeof sealedScan>>;
let ballot: ReceivedBallot & { key: BallotKey };
let isCredential: CredentialCheck;
beforeAll(async () => {
  scan = await sealedScan();
  ballot = await scan.answered();
  isCredential = await cryptography.credentialCheck(scan.groupKeys.get(here) ?? new Uint8Array());
});

const unseal = (...received: readonly ReceivedBallot[]) => unsealBallots([received], scan, subtle);
const rejectedOf = async (...received: readonly ReceivedBallot[]) => (await unseal(...received)).rejected;
const atReceipt = (received: ReceivedBallot) =>
  faultOutside(received, scan, { isCredential, isSigned: cryptography.isSigned });

/** The same ballot with its outside signed again by its own key, as somebody would who tampers with their own. */
async function signedAgain(changes: Partial<ReceivedBallot>, key = ballot.key): Promise<ReceivedBallot> {
  const other = { ...ballot, ...changes };
  const { groupId, number, counter, sealed } = other;
  const signature = await signBallot(
    subtle,
    key.privateKey,
    { kind: scan.kind, scanId: scan.scanId, groupId, number, counter },
    sealed,
  );
  return { ...other, signature };
}

describe('a sealed ballot', () => {
  test('gives its payload back, to the byte', async () => {
    expect(await atReceipt(ballot)).toBeUndefined();
    const { unsealed, rejected } = await unseal(ballot);
    expect(rejected).toEqual({});
    expect(unsealed).toEqual([
      { groupId: here, number: ballot.number, sealedOn: 'device', payload: encodeBallot(filledBallot) },
    ]);
  });

  test('is as long for one byte as for all that fits, and what does not fit is refused', async () => {
    const place = { kind: 'words', scanId: scan.scanId, groupId: null, number: ballot.number, counter: 1 } as const;
    const seal = (length: number) => sealBallot(nodeTools, scan.openingKey.publicKey, place, new Uint8Array(length));
    expect((await seal(0)).length).toBe(sealedBytes.words);
    expect((await seal(8039)).length).toBe(sealedBytes.words);
    await expect(seal(8040)).rejects.toThrow(RangeError);
    expect(ballot.sealed.length).toBe(4096);
  });

  test('of words has no group, and a key of its own', async () => {
    const words = await sealedScan('words');
    const received = await words.answered({ payload: new Uint8Array(6144).fill(7) });
    const { unsealed } = await unsealBallots([[received]], words, subtle);
    expect(unsealed).toEqual([
      { groupId: null, number: received.number, sealedOn: 'device', payload: new Uint8Array(6144).fill(7) },
    ]);
    expect((await unsealBallots([[received]], { ...words, kind: 'ballot' }, subtle)).rejected).toEqual({
      malformed: 1,
    });
  });
});

describe('a ballot that is refused', () => {
  test('because it is forged: a number for which nobody gave a credential', async () => {
    const key = await makeBallotKey(subtle);
    const forged = await signedAgain({ number: key.number }, key);
    expect(await atReceipt(forged)).toBe('bad-credential');
    expect(await rejectedOf(forged)).toEqual({ 'bad-credential': 1 });
  });

  test('because it is forged: signed by somebody else’s key', async () => {
    const forged = await signedAgain({}, await makeBallotKey(subtle));
    expect(await atReceipt(forged)).toBe('bad-signature');
    expect(await rejectedOf(forged)).toEqual({ 'bad-signature': 1 });
  });

  test('because it is replayed: the same twice counts once', async () => {
    const { unsealed, rejected } = await unseal(ballot, ballot);
    expect(unsealed).toHaveLength(1);
    expect(rejected).toEqual({ replaced: 1 });
  });

  test('because a later one of the same number came, in whichever order they are read', async () => {
    const later = await scan.answered({
      key: ballot.key,
      counter: 2,
      payload: encodeBallot({ ...filledBallot, language: 'en' }),
    });
    for (const order of [
      [ballot, later],
      [later, ballot],
    ]) {
      const { unsealed, rejected } = await unseal(...order);
      expect(unsealed.map(({ payload }) => payload)).toEqual([encodeBallot({ ...filledBallot, language: 'en' })]);
      expect(rejected).toEqual({ replaced: 1 });
    }
  });

  test('because its seal is copied from another’s ballot', async () => {
    const copier = await scan.answered();
    const copied = await signedAgain({ ...copier, sealed: ballot.sealed }, copier.key);
    expect(await atReceipt(copied)).toBeUndefined();
    expect(await rejectedOf(copied)).toEqual({ 'not-sealed-for-this': 1 });
  });

  test('because it was given a higher counter without being sealed again', async () => {
    expect(await rejectedOf(await signedAgain({ counter: 9 }))).toEqual({ 'not-sealed-for-this': 1 });
  });

  test('because it is laid in another group, or in one that is not there', async () => {
    expect(await rejectedOf(await signedAgain({ groupId: there }))).toEqual({ 'bad-credential': 1 });
    expect(await rejectedOf({ ...ballot, groupId: '00000000-0000-4000-8000-0000000000ff' })).toEqual({
      'unknown-group': 1,
    });
  });

  test('because it comes from another peiling', async () => {
    const other = await sealedScan('ballot', '00000000-0000-4000-8000-0000000000bb');
    const foreign = await other.answered();
    expect(await rejectedOf(foreign)).toEqual({ 'bad-credential': 1 });
    expect((await unsealBallots([[foreign]], { ...scan, groupKeys: other.groupKeys }, subtle)).rejected).toEqual({
      'bad-signature': 1,
    });
    const signed = await signedAgain(foreign, foreign.key);
    expect((await unsealBallots([[signed]], { ...scan, groupKeys: other.groupKeys }, subtle)).rejected).toEqual({
      'not-sealed-for-this': 1,
    });
  });

  test('because it was sealed to another key', async () => {
    const sealed = await sealBallot(
      nodeTools,
      (await makeOpeningKey(subtle)).publicKey,
      { kind: 'ballot', scanId: scan.scanId, groupId: here, number: ballot.number, counter: 1 },
      encodeBallot(filledBallot),
    );
    expect(await rejectedOf(await signedAgain({ sealed }))).toEqual({ 'not-sealed-for-this': 1 });
  });

  test('because words were swapped for answers', async () => {
    const place = { kind: 'words', scanId: scan.scanId, groupId: null, number: ballot.number, counter: 1 } as const;
    const words = await sealBallot(nodeTools, scan.openingKey.publicKey, place, new Uint8Array(9));
    expect(await rejectedOf(await signedAgain({ sealed: words }))).toEqual({ malformed: 1 });
    expect(await rejectedOf(await signedAgain({ sealed: words.subarray(0, sealedBytes.ballot) }))).toEqual({
      'not-sealed-for-this': 1,
    });
  });

  test('because it says something else inside than outside', async () => {
    expect(await rejectedOf(await scan.answered({ inside: { groupId: there } }))).toEqual({ 'wrong-group': 1 });
  });

  test('because it is cut, too long, or counts from nothing', async () => {
    const wrong: Partial<ReceivedBallot>[] = [
      { sealed: ballot.sealed.subarray(1) },
      { sealed: new Uint8Array(sealedBytes.ballot + 1) },
      { signature: ballot.signature.subarray(1) },
      { prefix: new Uint8Array(31) },
      { credential: new Uint8Array(255) },
      { number: ballot.number.subarray(1) },
      { counter: 0 },
      { counter: 1.5 },
      { counter: 2 ** 32 },
    ];
    for (const changes of wrong) {
      expect(await atReceipt({ ...ballot, ...changes })).toBe('malformed');
      expect(await rejectedOf({ ...ballot, ...changes })).toEqual({ malformed: 1 });
    }
  });

  test('because any one byte of it is damaged', async () => {
    const parts = ['number', 'prefix', 'credential', 'sealed', 'signature'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...parts),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (part, at, change) => {
          const damaged = new Uint8Array(ballot[part]);
          damaged[at % damaged.length] = (damaged[at % damaged.length] ?? 0) ^ change;
          const { unsealed, rejected } = await unseal({ ...ballot, [part]: damaged });
          expect(unsealed).toEqual([]);
          expect(Object.values(rejected)).toEqual([1]);
          expect(await atReceipt({ ...ballot, [part]: damaged })).toBeDefined();
        },
      ),
      { numRuns: 300 },
    );
  });

  test('because any one byte of its seal is damaged and signed again: one class of places after the other', async () => {
    // The one-time key, the sealed text from version to padding, and the tag; every place once would be 4,096 runs.
    const places = [0, 16, 31, 32, 33, 34, 50, 66, 131, 135, 137, 200, 1160, 1162, 2000, 4079, 4080, 4095];
    for (const at of places) {
      const sealed = new Uint8Array(ballot.sealed);
      sealed[at] = (sealed[at] ?? 0) ^ 1;
      expect(await rejectedOf(await signedAgain({ sealed }))).toEqual({ 'not-sealed-for-this': 1 });
    }
  });

  test('takes nobody else with it', async () => {
    const others = await Promise.all([scan.answered(), scan.answered({ groupId: there })]);
    const { unsealed, rejected } = await unseal(...others, { ...ballot, signature: new Uint8Array(64) }, ballot);
    expect(unsealed.map(({ groupId }) => groupId)).toEqual([here, there, here]);
    expect(rejected).toEqual({ 'bad-signature': 1 });
  });
});
