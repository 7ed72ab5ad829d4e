import { unsealPartWith } from '@lerend/ballot';
import type { BallotKind, UnsealingKeys, UnsealPart } from '@lerend/ballot';
import { nodeCryptography } from './node-cryptography.ts';

export type UnsealersKeys = Omit<UnsealingKeys, 'kind'>;

/** What opens ballots of each kind. */
export type Unsealers = { readonly [kind in BallotKind]: UnsealPart };

/** With Node's own functions, here. */
export async function unsealersWith(keys: UnsealersKeys): Promise<Unsealers> {
  return {
    ballot: await unsealPartWith(nodeCryptography, { ...keys, kind: 'ballot' }),
    words: await unsealPartWith(nodeCryptography, { ...keys, kind: 'words' }),
  };
}
