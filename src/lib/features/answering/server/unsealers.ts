import { unsealPartWith } from '@lerend/ballot';
import type { BallotKind, UnsealingKeys, UnsealPart } from '@lerend/ballot';
import { nodeCryptography } from './node-cryptography.ts';
import type { KeptBallot } from './store.ts';

export type UnsealersKeys = Omit<UnsealingKeys, 'kind'>;

/** What opens ballots of each kind. */
export type Unsealers = { readonly [kind in BallotKind]: UnsealPart<KeptBallot> };

/** With Node's own functions, here. */
export async function unsealersWith(keys: UnsealersKeys): Promise<Unsealers> {
  const unsealer = async (kind: BallotKind): Promise<UnsealPart<KeptBallot>> => {
    const unsealPart = await unsealPartWith(nodeCryptography, { ...keys, kind });
    return (part) =>
      unsealPart(part.map(({ sealed, ...ballot }) => ({ ...ballot, sealed: Buffer.from(sealed, 'base64') })));
  };
  return { ballot: await unsealer('ballot'), words: await unsealer('words') };
}
