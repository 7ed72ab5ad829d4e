import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  encodeBallot,
  openBallots,
  openSealedBallots,
  unsealBallots,
  unsealInParts,
  unsealPartWith,
  webCryptography,
} from './index.ts';
import type { BallotKey, FilledBallot, ReceivedBallot, SealedOpening } from './index.ts';
import { countTools, definition, filledBallot, groupIds, nodeTools, sealedScan } from './testing/sealed-scan.ts';

const [top = '', small = '', large = ''] = groupIds;
const stay: SealedOpening['regroup'] = () => new Map();
const payload = (changes: Partial<FilledBallot> = {}) => encodeBallot({ ...filledBallot, ...changes });

let scan: Awaited<ReturnType<typeof sealedScan>>;
let ballots: (ReceivedBallot & { key: BallotKey })[];
beforeAll(async () => {
  scan = await sealedScan();
  ballots = [
    ...(await Promise.all(
      [1, 2, 3].map((answer) => scan.answered({ groupId: top, payload: payload({ answers: { SV1: answer as 1 } }) })),
    )),
    await scan.answered({ groupId: small, payload: payload({ answers: { SV1: 5 } }) }),
    ...(await Promise.all(
      [1, 2].map(() => scan.answered({ groupId: large, sealedOn: 'arrival', payload: payload({ language: 'en' }) })),
    )),
  ];
});

const open = async (received: readonly ReceivedBallot[], changes: Partial<SealedOpening> = {}) =>
  openSealedBallots(
    await unsealBallots([received], scan, nodeTools.subtle),
    { definition, regroup: stay, isStrict: false, ...changes },
    countTools,
  );

describe('opening sealed ballots', () => {
  test('gives the blocks that the same payloads give without a seal', async () => {
    const { blocks, counted, languages, speedBands, rejected } = await open(ballots);
    const bare = ballots.map(({ groupId }, at) => ({
      groupId: groupId ?? '',
      payload:
        [1, 2, 3].map((answer) => payload({ answers: { SV1: answer as 1 } }))[at] ??
        payload(at === 3 ? { answers: { SV1: 5 } } : { language: 'en' }),
    }));
    const sorted = (opened: { blocks: readonly { groupId: string; items: Uint8Array }[] }) =>
      opened.blocks.map(({ groupId, items }) => [
        groupId,
        Array.from({ length: items.length / 3 }, (_, row) => [...items.subarray(3 * row, 3 * row + 3)].join()).sort(),
      ]);
    const expected = openBallots(bare, definition, nodeTools.randomBytes);
    expect(sorted({ blocks })).toEqual(sorted(expected));
    expect({ counted, languages, speedBands, rejected }).toEqual({
      counted: 6,
      languages: expected.languages,
      speedBands: expected.speedBands,
      rejected: {},
    });
  });

  test('publishes which numbers were counted: their hashes in their own order, and of no others', async () => {
    const empty = await scan.answered({ payload: payload({ answers: {} }) });
    const damaged = { ...ballots[0], signature: new Uint8Array(64) } as ReceivedBallot;
    const { published, rejected, counted, sealedOn } = await open([...ballots.slice(1), empty, damaged]);
    const expected = ballots
      .slice(1)
      .map(({ number }) => createHash('sha256').update(number).digest('hex'))
      .sort();
    expect(published.numbers.map((hash) => Buffer.from(hash).toString('hex'))).toEqual(expected);
    expect({ rejected, counted, sealedOn }).toEqual({
      rejected: { 'no-answers': 1, 'bad-signature': 1 },
      counted: 5,
      sealedOn: { device: 3, arrival: 2 },
    });
  });

  test('moves the ballots of a group with too few to where the caller says, and mixes them there', async () => {
    const seen: [string, number][][] = [];
    const regroup: SealedOpening['regroup'] = (counts) => {
      seen.push([...counts].sort());
      return new Map([[small, top]]);
    };
    const places = new Set<number>();
    for (let time = 0; time < 40; time++) {
      const { blocks } = await open(ballots, { regroup });
      expect(blocks.map(({ groupId, n }) => [groupId, n])).toEqual([
        [top, 4],
        [large, 2],
      ]);
      const rows = Array.from({ length: 4 }, (_, row) => blocks[0]?.items[3 * row]);
      expect(rows.toSorted()).toEqual([1, 2, 3, 5]);
      places.add(rows.indexOf(5));
    }
    expect(seen[0]).toEqual([
      [top, 3],
      [small, 1],
      [large, 2],
    ]);
    expect(places.size).toBe(4); // misses one of four places in 40 openings: 4 · 0.75⁴⁰ = 4 in 100,000
  });

  test('counts for the minimum only what was sealed on a device, where the installation is strict', async () => {
    let counts: ReadonlyMap<string, number> = new Map();
    const regroup: SealedOpening['regroup'] = (given) => ((counts = given), new Map());
    await open(ballots, { regroup, isStrict: true });
    expect(Object.fromEntries(counts)).toEqual({ [top]: 3, [small]: 1, [large]: 0 });
  });

  test('reads in parts, and tells how far it is', async () => {
    const told: number[] = [];
    async function* parts() {
      yield await Promise.resolve(ballots.slice(0, 4));
      yield await Promise.resolve(ballots.slice(4));
    }
    const unsealPart = await unsealPartWith(webCryptography(nodeTools.subtle), scan);
    const { unsealed } = await unsealInParts(parts(), unsealPart, (done) => told.push(done));
    expect(unsealed).toHaveLength(6);
    expect(told).toEqual([4, 6]);
  });

  test('of nothing gives nothing', async () => {
    expect(await open([])).toMatchObject({
      blocks: [],
      counted: 0,
      published: { numbers: [], withdrawals: [] },
      rejected: {},
    });
  });
});
