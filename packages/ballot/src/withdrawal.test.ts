import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  ballotKeyOf,
  decodeBallot,
  encodeBallot,
  encodeWithdrawal,
  makeBallotKey,
  openSealedBallots,
  payloadBytes,
  privateScalar,
  setWithdrawnApart,
  signBallot,
  unsealBallots,
  verifyBallotSignature,
  withdrawalSecret,
} from './index.ts';
import type { BallotKey, OpenedSealedBallots, ReceivedBallot, SealedOpening } from './index.ts';
import { countTools, definition, filledBallot, groupIds, nodeTools, sealedScan } from './testing/sealed-scan.ts';

const { subtle } = nodeTools;
const [here = '', there = ''] = groupIds;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const hexOf = (all: readonly Uint8Array[]) => all.map((one) => Buffer.from(one).toString('hex'));

describe('the payload that withdraws', () => {
  const secret = fc.uint8Array({ minLength: 32, maxLength: 32 });

  test('gives its secret back, is as long as a filled-in one, and is none', () => {
    fc.assert(
      fc.property(secret, (given) => {
        const payload = encodeWithdrawal(given);
        expect(payload.length).toBe(payloadBytes);
        expect(setWithdrawnApart([{ payload }]).withdrawn.map((one) => [...one.secret])).toEqual([[...given]]);
        expect(decodeBallot(payload)).toEqual({ ok: false, fault: 'unknown-payload-version' });
      }),
    );
  });

  test('is told by every byte: another first one, something after the secret or another length is no withdrawal', () => {
    fc.assert(
      fc.property(secret, fc.constantFrom(0, ...Array.from({ length: 991 }, (_, at) => 33 + at)), (given, at) => {
        const payload = encodeWithdrawal(given);
        payload[at] = (payload[at] ?? 0) ^ 5;
        expect(setWithdrawnApart([{ payload }]).withdrawn).toEqual([]);
      }),
    );
    expect(setWithdrawnApart([{ payload: encodeWithdrawal(new Uint8Array(32)).slice(0, -1) }]).withdrawn).toEqual([]);
    expect(setWithdrawnApart([{ payload: encodeBallot(filledBallot) }]).standing).toHaveLength(1);
    expect(() => encodeWithdrawal(new Uint8Array(31))).toThrow(RangeError);
  });
});

describe('the key of a ballot', () => {
  test('comes again out of its number and the private half alone, and signs for the same number', async () => {
    const key = await makeBallotKey(subtle);
    const again = ballotKeyOf(key.number, await privateScalar(subtle, key.privateKey));
    const place = { kind: 'ballot', scanId: here, groupId: here, number: key.number, counter: 3 } as const;
    const signature = await signBallot(subtle, again.privateKey, place, Uint8Array.of(1));
    expect(await verifyBallotSignature(subtle, place, Uint8Array.of(1), signature)).toBe(true);
    expect(await withdrawalSecret(subtle, again.privateKey)).toEqual(await withdrawalSecret(subtle, key.privateKey));
    expect(() => ballotKeyOf(key.number, new Uint8Array(31))).toThrow(RangeError);
    expect(() => ballotKeyOf(key.number.slice(1), new Uint8Array(32))).toThrow(RangeError);
  });

  test('has a secret that no other key has, and that is not the number', async () => {
    const [one, other] = [await makeBallotKey(subtle), await makeBallotKey(subtle)];
    const secret = await withdrawalSecret(subtle, one.privateKey);
    expect(secret).not.toEqual(await withdrawalSecret(subtle, other.privateKey));
    expect(sha256(secret)).not.toBe(sha256(one.number));
  });
});

describe('at the opening', () => {
  let scan: Awaited<ReturnType<typeof sealedScan>>;
  beforeAll(async () => {
    scan = await sealedScan();
  });

  const open = async (received: readonly ReceivedBallot[], regroup: SealedOpening['regroup'] = () => new Map()) =>
    openSealedBallots(
      await unsealBallots([received], scan, subtle),
      { definition, regroup, isStrict: false },
      countTools,
    );
  const answer = (key: BallotKey, counter: number) => scan.answered({ key, counter });
  const withdraw = async (key: BallotKey, counter: number, groupId = here) =>
    scan.answered({
      key,
      counter,
      groupId,
      payload: encodeWithdrawal(await withdrawalSecret(subtle, key.privateKey)),
    });
  const lists = ({ published }: OpenedSealedBallots) => ({
    numbers: hexOf(published.numbers),
    withdrawals: hexOf(published.withdrawals),
  });
  const proofOf = async ({ privateKey }: BallotKey) => sha256(await withdrawalSecret(subtle, privateKey));

  test('a withdrawal alone counts nowhere and is no fault; its number and its proof are published', async () => {
    const key = await makeBallotKey(subtle);
    const opened = await open([await withdraw(key, 1)]);
    expect(opened).toMatchObject({ blocks: [], counted: 0, rejected: {}, languages: {}, sealedOn: { device: 0 } });
    expect(lists(opened)).toEqual({ numbers: [sha256(key.number)], withdrawals: [await proofOf(key)] });
  });

  test('of a ballot and its withdrawal the later one holds, in whichever order they are read', async () => {
    const key = await makeBallotKey(subtle);
    const [first, second] = [await answer(key, 1), await withdraw(key, 2)];
    for (const order of [
      [first, second],
      [second, first],
    ])
      expect(await open(order)).toMatchObject({ counted: 0, rejected: { replaced: 1 } });
  });

  test('who answers again after withdrawing is counted, and leaves no proof of a withdrawal', async () => {
    const key = await makeBallotKey(subtle);
    const opened = await open([await withdraw(key, 2), await answer(key, 3)]);
    expect(opened).toMatchObject({ counted: 1, rejected: { replaced: 1 } });
    expect(lists(opened)).toEqual({ numbers: [sha256(key.number)], withdrawals: [] });
  });

  test('an older ballot that is replayed behind its withdrawal stays out', async () => {
    const key = await makeBallotKey(subtle);
    const older = await answer(key, 1);
    expect(await open([await withdraw(key, 2), older, older])).toMatchObject({ counted: 0 });
  });

  test('a withdrawal that another key made for this number is refused, and the ballot counts', async () => {
    const [mine, theirs] = [await makeBallotKey(subtle), await makeBallotKey(subtle)];
    const forged = { ...(await withdraw({ ...mine, privateKey: theirs.privateKey }, 2)), number: mine.number };
    const opened = await open([await answer(mine, 1), forged]);
    expect(opened).toMatchObject({ counted: 1, rejected: { 'bad-signature': 1 } });
    expect(lists(opened).withdrawals).toEqual([]);
  });

  test('a withdrawal copied from another’s ballot is refused, and the ballot counts', async () => {
    const [mine, theirs] = [await makeBallotKey(subtle), await makeBallotKey(subtle)];
    const copied = { ...(await answer(mine, 2)), sealed: (await withdraw(theirs, 2)).sealed };
    const signature = await signBallot(
      subtle,
      mine.privateKey,
      { kind: 'ballot', scanId: scan.scanId, groupId: here, number: mine.number, counter: 2 },
      copied.sealed,
    );
    const opened = await open([await answer(mine, 1), { ...copied, signature }]);
    expect(opened).toMatchObject({ counted: 1, rejected: { 'not-sealed-for-this': 1 } });
  });

  test('withdrawn ballots don’t count towards the minimum of a group', async () => {
    const keys = await Promise.all([1, 2, 3, 4].map(() => makeBallotKey(subtle)));
    const [gone = keys[0], ...stay] = keys;
    const received = [
      ...(await Promise.all(stay.map((key) => answer(key, 1)))),
      await withdraw(gone as BallotKey, 2),
      await withdraw(await makeBallotKey(subtle), 1, there),
    ];
    let seen: ReadonlyMap<string, number> = new Map();
    await open(received, (counts) => ((seen = counts), new Map()));
    expect(Object.fromEntries(seen)).toEqual({ [here]: 3 });
  });
});
