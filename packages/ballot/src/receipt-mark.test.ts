import { beforeAll, describe, expect, test } from 'vitest';
import { placeOf, unsealBallots, webCryptography } from './index.ts';
import type { ReceivedBallot } from './index.ts';
import { nodeTools, sealedScan } from './testing/sealed-scan.ts';

const { subtle } = nodeTools;
const cryptography = webCryptography(subtle);
const receiptKey = new Uint8Array(32).fill(7);

let scan: Awaited<ReturnType<typeof sealedScan>>;
let good: ReceivedBallot;
beforeAll(async () => {
  scan = await sealedScan();
  good = await scan.answered();
});

async function marked(ballot: ReceivedBallot, key = receiptKey): Promise<ReceivedBallot> {
  const markOf = await cryptography.receiptMarkWith(key);
  return { ...ballot, mark: await markOf(placeOf(ballot, scan), ballot) };
}

const count = (ballot: ReceivedBallot, keys: { receiptKey?: Uint8Array } = { receiptKey }) =>
  unsealBallots([[ballot]], { ...scan, ...keys }, subtle);

function flipped(bytes: Uint8Array): Uint8Array {
  const other = Uint8Array.from(bytes);
  other[5] = (other[5] ?? 0) ^ 1;
  return other;
}

describe('the mark of a ballot that was found in order at receipt', () => {
  test('stands for both signatures at the count', async () => {
    const withoutProof = { ...(await marked(good)), credential: flipped(good.credential) };
    expect((await count(withoutProof)).unsealed).toHaveLength(1);
  });

  test('is worth nothing from another key, without a key, or when nothing was marked', async () => {
    const foreign = { ...good, credential: flipped(good.credential) };
    const refused = { 'bad-credential': 1 };
    expect((await count(await marked(foreign, new Uint8Array(32)))).rejected).toEqual(refused);
    expect((await count(await marked(foreign), {})).rejected).toEqual(refused);
    expect((await count({ ...foreign, mark: null })).rejected).toEqual(refused);
    expect((await count({ ...foreign, mark: new Uint8Array(0) })).rejected).toEqual(refused);
  });

  test('holds for exactly this ballot: number, group, counter, seal, and where it was sealed', async () => {
    const { mark = null } = await marked({ ...good, signature: flipped(good.signature) });
    const other = await scan.answered({ groupId: '00000000-0000-4000-8000-000000000002' });
    const changes: Partial<ReceivedBallot>[] = [
      { number: other.number },
      { groupId: other.groupId },
      { counter: 2 },
      { sealed: other.sealed },
      { sealedOn: 'arrival' },
    ];
    for (const change of changes) {
      const { unsealed } = await count({ ...good, signature: flipped(good.signature), ...change, mark });
      expect(unsealed, Object.keys(change).join()).toEqual([]);
    }
  });
});
