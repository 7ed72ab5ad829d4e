import { createHash, webcrypto } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { makeBallotKey, toBase64url, withdrawalSecret } from '@lerend/ballot';
import { foundIn } from './own-ballot.ts';
import type { BallotKeys } from './sealing.ts';

const subtle = webcrypto.subtle as SubtleCrypto;
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64url');

let ballot: BallotKeys;
let number: string;
let proof: string;
beforeAll(async () => {
  const key = await makeBallotKey(subtle);
  ballot = { number: toBase64url(key.number), privateKey: toBase64url(key.privateKey), seed: '', proof: null };
  number = hashOf(key.number);
  proof = hashOf(await withdrawalSecret(subtle, key.privateKey));
});

test('whoever has the key sees whether the ballot was counted, withdrawn or not there', async () => {
  const others = Array.from({ length: 5 }, (_, at) => hashOf(Uint8Array.of(at)));
  const found = (numbers: string[], withdrawals: string[]) => foundIn({ numbers, withdrawals }, { ballot }, subtle);
  expect(await found([...others, number], others)).toBe('own-counted');
  expect(await found([...others, number], [...others, proof])).toBe('own-withdrawn');
  expect(await found(others, others)).toBe('own-absent');
});
