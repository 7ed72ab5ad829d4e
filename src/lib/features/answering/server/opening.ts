import { randomBytes } from 'node:crypto';
import type { OpeningDefinition, Unsealing } from '@lerend/ballot';
import type { Platform } from '#lib/platform/context/index.ts';

/** What every kind of opening needs; the key is in memory and nowhere else. */
export interface Opening extends Omit<Unsealing, 'kind'> {
  readonly definition: OpeningDefinition;
  readonly ballotCount: number;
}

/** What ballots that were found in order at receipt are marked with. */
export function receiptKeyOf({ secrets }: Pick<Platform, 'secrets'>): Uint8Array {
  return secrets.keyFor('receipt-mark');
}

export const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));
