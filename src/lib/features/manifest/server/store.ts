import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import type { GroupToFix, OpeningKey } from '../contract.ts';

/** Rows at once: a statement has room for 65,535 values. */
const rowsPerInsert = 1000;

export interface GroupKey {
  readonly groupId: string;
  readonly publicKey: Uint8Array;
  readonly wrappedKey: Uint8Array;
}

/** The keys of peilingen and what was fixed with them. */
export const manifestStore = ({ tables }: OrganisationDatabase) => ({
  openingKey: (scanId: string) =>
    tables
      .selectFrom('scanKey')
      .select(['kind', 'publicKey', 'keptBy'])
      .where('scanId', '=', scanId)
      .executeTakeFirst(),

  keepOpeningKey: (scanId: string, { kind, publicKey, keptBy }: OpeningKey) =>
    tables
      .insertInto('scanKey')
      .values({ scanId, kind, keptBy, publicKey: Buffer.from(publicKey) })
      .onConflict((conflict) =>
        conflict
          .columns(['organisationId', 'scanId'])
          .doUpdateSet({ kind, keptBy, publicKey: Buffer.from(publicKey) })
          // What was fixed at the opening never gets another key.
          .where('scanKey.fixed', 'is', null),
      )
      .returning('scanId')
      .executeTakeFirst(),

  dropOpeningKey: (scanId: string) =>
    tables.deleteFrom('scanKey').where('scanId', '=', scanId).where('fixed', 'is', null).execute(),

  /** One at a time completes a manifest, until the transaction is over. */
  lockKey: (scanId: string) =>
    tables.selectFrom('scanKey').select('head').where('scanId', '=', scanId).forUpdate().executeTakeFirst(),

  key: (scanId: string) =>
    tables
      .selectFrom('scanKey')
      .select(['kind', 'publicKey', 'fixed', 'wordsPublicKey', 'head', 'signature', 'fingerprint'])
      .where('scanId', '=', scanId)
      .executeTakeFirst(),

  fix: (scanId: string, fixed: object) =>
    tables
      .updateTable('scanKey')
      .set({ fixed: JSON.stringify(fixed) })
      .where('scanId', '=', scanId)
      .execute(),

  keepWordsKey: (scanId: string, publicKey: Uint8Array, wrappedKey: Uint8Array) =>
    tables
      .updateTable('scanKey')
      .set({ wordsPublicKey: Buffer.from(publicKey), wrappedWordsKey: Buffer.from(wrappedKey) })
      .where('scanId', '=', scanId)
      .where('wordsPublicKey', 'is', null)
      .execute(),

  keepManifest: (scanId: string, manifest: { head: Uint8Array; signature: Uint8Array; fingerprint: string }) =>
    tables
      .updateTable('scanKey')
      .set({
        head: Buffer.from(manifest.head),
        signature: Buffer.from(manifest.signature),
        fingerprint: manifest.fingerprint,
      })
      .where('scanId', '=', scanId)
      .execute(),

  insertGroups: async (scanId: string, groups: readonly GroupToFix[]) => {
    const rows = groups.map(({ id, parent, name, invited }) => ({
      scanId,
      groupId: id,
      parentId: parent,
      name,
      invited,
    }));
    for (let from = 0; from < rows.length; from += rowsPerInsert) {
      await tables
        .insertInto('scanGroup')
        .values(rows.slice(from, from + rowsPerInsert))
        .execute();
    }
  },

  /** Some groups that still need a key. */
  groupsWithoutKey: async (scanId: string, most: number) =>
    (
      await tables
        .selectFrom('scanGroup')
        .select('groupId')
        .where('scanId', '=', scanId)
        .where('invited', '>', 0)
        .where('publicKey', 'is', null)
        .orderBy('groupId')
        .limit(most)
        .execute()
    ).map(({ groupId }) => groupId),

  keepGroupKey: (scanId: string, { groupId, publicKey, wrappedKey }: GroupKey) =>
    tables
      .updateTable('scanGroup')
      .set({ publicKey: Buffer.from(publicKey), wrappedKey: Buffer.from(wrappedKey) })
      .where('scanId', '=', scanId)
      .where('groupId', '=', groupId)
      .where('publicKey', 'is', null)
      .execute(),

  groups: (scanId: string) =>
    tables
      .selectFrom('scanGroup')
      .select(['groupId', 'parentId', 'name', 'invited', 'publicKey'])
      .where('scanId', '=', scanId)
      .execute(),

  progress: (scanId: string) =>
    tables
      .selectFrom('scanGroup')
      .select(({ fn }) => [fn.countAll<number>().as('needed'), fn.count<number>('publicKey').as('made')])
      .where('scanId', '=', scanId)
      .where('invited', '>', 0)
      .executeTakeFirstOrThrow(),

  wrappedKey: async (scanId: string, groupId: string) =>
    (
      await tables
        .selectFrom('scanGroup')
        .select('wrappedKey')
        .where('scanId', '=', scanId)
        .where('groupId', '=', groupId)
        .executeTakeFirst()
    )?.wrappedKey ?? null,

  wrappedWordsKey: async (scanId: string) =>
    (await tables.selectFrom('scanKey').select('wrappedWordsKey').where('scanId', '=', scanId).executeTakeFirst())
      ?.wrappedWordsKey ?? null,

  /** After this nobody can issue a credential for this peiling. */
  dropPrivateKeys: async (scanId: string) => {
    await tables
      .updateTable('scanGroup')
      .set({ wrappedKey: null })
      .where('scanId', '=', scanId)
      .where('wrappedKey', 'is not', null)
      .execute();
    await tables.updateTable('scanKey').set({ wrappedWordsKey: null }).where('scanId', '=', scanId).execute();
  },
});
