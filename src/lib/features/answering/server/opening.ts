import { randomBytes } from 'node:crypto';
import type { OpeningDefinition, Unsealing } from '@lerend/ballot';

/** What every kind of opening needs; the key is in memory and nowhere else. */
export interface Opening extends Omit<Unsealing, 'kind'> {
  readonly definition: OpeningDefinition;
  readonly ballotCount: number;
}

export const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));
