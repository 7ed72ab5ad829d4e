import { describe, expect, test } from 'vitest';
import { unsealBallots, unsealInParts } from '@lerend/ballot';
import type { ReceivedBallot } from '@lerend/ballot';
import { sealedScan } from '../../../../../packages/ballot/src/testing/sealed-scan.ts';
import { withUnsealing } from './unseal-in-threads.ts';

const scan = await sealedScan();
const good = await scan.answered();
const parts = ['number', 'prefix', 'credential', 'sealed', 'signature'] as const;

/** A good ballot, and one for each kind of damage that the two ways of looking at it might see differently. */
const all: ReceivedBallot[] = [
  good,
  await scan.answered({ sealedOn: 'arrival' }),
  await scan.answered({ key: good.key, counter: 2 }),
  await scan.answered({ inside: { groupId: '00000000-0000-4000-8000-000000000002' } }),
  { ...good, groupId: '00000000-0000-4000-8000-0000000000ff' },
  ...parts.flatMap((part) => [0, 1, 40].map((at) => ({ ...good, [part]: flipped(good[part], at) }))),
  ...parts.map((part) => ({ ...good, [part]: good[part].subarray(1) })),
  { ...good, counter: 9 },
];

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const other = new Uint8Array(bytes);
  other[at % other.length] = (other[at % other.length] ?? 0) ^ 1;
  return other;
}

const asKept = ({ sealed, ...ballot }: ReceivedBallot) => ({
  ...ballot,
  sealed: Buffer.from(sealed).toString('base64'),
});
const slowly = () => unsealBallots([all], scan, crypto.subtle);
const quickly = (ballotCount: number, keys = scan) =>
  withUnsealing(keys, ballotCount, ({ ballot }) => unsealInParts([all.map(asKept), []], ballot));

describe('unsealing with Node’s own functions', () => {
  test('gives what the Web Cryptography API gives, here and in threads', async () => {
    const expected = await slowly();
    expect(expected.unsealed).toHaveLength(2);
    expect(Object.keys(expected.rejected).toSorted()).toEqual([
      'bad-credential',
      'bad-signature',
      'malformed',
      'replaced',
      'unknown-group',
      'wrong-group',
    ]);
    expect(await quickly(10)).toEqual(expected);
    expect(await quickly(1000)).toEqual(expected);
  });

  test('fails as a whole when a key is none, in threads as well', async () => {
    const keys = { ...scan, groupKeys: new Map([['words', new Uint8Array(3)]]) };
    await expect(quickly(10, keys)).rejects.toThrow(TypeError);
    await expect(quickly(1000, keys)).rejects.toThrow('2048 bits');
  });
});
