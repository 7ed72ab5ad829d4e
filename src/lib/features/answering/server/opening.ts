import { randomBytes } from 'node:crypto';
import type { CountTools, OpeningDefinition, Progress } from '@lerend/ballot';
import type { Platform } from '#lib/platform/context/index.ts';
import { sha256 } from './node-cryptography.ts';
import type { UnsealersKeys } from './unsealers.ts';

/** What every kind of opening needs; the key is in memory and nowhere else. */
export interface Opening extends UnsealersKeys {
  readonly definition: OpeningDefinition;
  readonly ballotCount: number;
  readonly progress: Progress;
}

/** What ballots that were found in order at receipt are marked with. */
export function receiptKeyOf({ secrets }: Pick<Platform, 'secrets'>): Uint8Array {
  return secrets.keyFor('receipt-mark');
}

export const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));

export const countTools: CountTools = { randomBytes: random, sha256 };
