import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { makeBallotKey, makeOpeningKey, prefixBytes, receiptText, sealBallot, signBallot } from '@lerend/ballot';
import type { Context } from '#lib/platform/context/index.ts';

const { subtle } = globalThis.crypto;
const random = (count: number) => new Uint8Array(randomBytes(count));
/** One key for every group of every made-up peiling: what keeps groups apart is tested elsewhere. */
const groupKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const spki = groupKeys.publicKey.export({ type: 'spki', format: 'der' });
const pss = { key: groupKeys.privateKey, padding: 6, saltLength: 48 };
const rowsPerInsert = 1000;

export interface GroupForTests {
  readonly id: string;
  readonly parent: string | null;
  readonly name: string;
  readonly invited: number;
}

/** The keys and the manifest of a made-up peiling, of which the server holds the opening key. */
export async function keepKeys(
  { database: { tables }, openingKeys }: Pick<Context, 'database' | 'openingKeys'>,
  scanId: string,
  groups: readonly GroupForTests[],
): Promise<Uint8Array> {
  const { publicKey, privateKey } = await makeOpeningKey(subtle);
  await openingKeys.keep(scanId, privateKey);
  const manifest = { head: Buffer.from('{}'), signature: Buffer.alloc(64), fingerprint: '7KQM-3XWD-0A2C-9F3T' };
  const key = { scanId, kind: 'server' as const, publicKey: Buffer.from(publicKey), ...manifest };
  await tables
    .insertInto('scanKey')
    .values({ ...key, wordsPublicKey: spki, wrappedWordsKey: spki })
    .execute();
  const rows = groups.map(({ id, parent, ...group }) => ({
    ...group,
    scanId,
    groupId: id,
    parentId: parent,
    publicKey: group.invited > 0 ? spki : null,
  }));
  for (let from = 0; from < rows.length; from += rowsPerInsert)
    await tables
      .insertInto('scanGroup')
      .values(rows.slice(from, from + rowsPerInsert))
      .execute();
  return publicKey;
}

/** A ballot as a device would have sent it, with the mark that it got at receipt. */
export async function sealedRow(
  { secrets }: Pick<Context, 'secrets'>,
  openingKey: Uint8Array,
  { scanId, groupId, payload }: { readonly scanId: string; readonly groupId: string; readonly payload: Uint8Array },
) {
  const { number, privateKey } = await makeBallotKey(subtle);
  const place = { kind: 'ballot' as const, scanId, groupId, number, counter: 1 };
  const sealed = await sealBallot({ subtle, randomBytes: random }, openingKey, place, payload);
  const prefix = randomBytes(prefixBytes);
  return {
    scanId,
    groupId,
    number: Buffer.from(number),
    prefix,
    credential: sign('sha384', Buffer.concat([prefix, number]), pss),
    counter: 1,
    sealed: Buffer.from(sealed),
    signature: Buffer.from(await signBallot(subtle, privateKey, place, sealed)),
    sealedOn: 'device' as const,
    mark: secrets.digest('receipt-mark', receiptText(place, 'device', createHash('sha256').update(sealed).digest())),
  };
}
