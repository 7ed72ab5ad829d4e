import { createHash, generateKeyPairSync, sign, webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { encodeManifestHead, groupTree, readPublishedManifest, toBase64url, verifyManifest } from './index.ts';
import type { ManifestGroup, ManifestHead, PublishedManifest } from './index.ts';

const subtle = webcrypto.subtle as SubtleCrypto;
const hash = (text: string) => toBase64url(new Uint8Array(createHash('sha256').update(text).digest()));
const base64 = (text: string) => toBase64url(new TextEncoder().encode(text));
const idOf = (group: number) => `00000000-0000-4000-8000-${String(group).padStart(12, '0')}`;
const signer = generateKeyPairSync('ed25519');

const groups: readonly ManifestGroup[] = [
  { id: idOf(1), parent: null, name: 'Waterschap', invited: 0, key: null },
  { id: idOf(2), parent: idOf(1), name: 'Noord', invited: 12, key: hash('noord') },
  { id: idOf(3), parent: idOf(1), name: 'Zuid', invited: 9, key: hash('zuid') },
];
const keys = { [idOf(2)]: base64('noord'), [idOf(3)]: base64('zuid') };
let published: PublishedManifest;
let fingerprint: string;

/** A manifest as an honest server makes it, of these groups. */
async function publish(of: readonly ManifestGroup[], itsKeys: Record<string, string>): Promise<PublishedManifest> {
  const head: ManifestHead = {
    version: 1,
    scan: idOf(99),
    code: 'ABCD2345',
    title: 'Najaar',
    form: 'full',
    instrumentVersion: '1.0.0',
    languages: ['nl'],
    minimum: 5,
    opensOn: '2026-11-02',
    closesOn: '2026-11-20',
    openedOn: '2026-11-01',
    openingKey: { kind: 'keeper', publicKey: hash('opening') },
    wordsKey: hash('words'),
    groups: { count: of.length, root: toBase64url((await groupTree(subtle, of)).root) },
    items: hash('items'),
    page: hash('page'),
    signer: signer.publicKey.export({ format: 'jwk' }).x ?? '',
  };
  const bytes = encodeManifestHead(head);
  const signature = toBase64url(new Uint8Array(sign(null, bytes, signer.privateKey)));
  return { head: toBase64url(bytes), signature, groups: of, keys: itsKeys, wordsKey: base64('words') };
}

beforeAll(async () => {
  published = await publish(groups, keys);
  fingerprint = (await verifyManifest(subtle, published, null)).fingerprint ?? '';
});

const wrongOf = async (manifest: PublishedManifest, announced: string | null = fingerprint) =>
  Object.entries((await verifyManifest(subtle, manifest, announced)).outcomes).flatMap(([check, outcome]) =>
    outcome === 'right' ? [] : [`${check} ${outcome}`],
  );

describe('somebody who checks a manifest', () => {
  test('finds everything right when it is', async () => {
    expect(await wrongOf(published)).toEqual([]);
    expect(readPublishedManifest(JSON.stringify(published))).toEqual(published);
  });

  test('without the announced fingerprint is told that it is not known', async () => {
    expect(await wrongOf(published, null)).toEqual(['fingerprint unknown']);
  });

  test('sees seven invented colleagues: the whole manifest has another fingerprint', async () => {
    const more = groups.map((group) => (group.name === 'Zuid' ? { ...group, invited: 16 } : group));
    expect(await wrongOf(await publish(more, keys))).toEqual(['fingerprint wrong']);
  });

  test('sees a list that says otherwise than what was fixed', async () => {
    const fewer = groups.map((group) => (group.name === 'Zuid' ? { ...group, invited: 8 } : group));
    expect(await wrongOf({ ...published, groups: fewer })).toEqual(['groups wrong']);
    expect(await wrongOf({ ...published, groups: groups.toReversed() })).toEqual(['groups wrong']);
  });

  test('sees a key that was made for somebody alone', async () => {
    expect(await wrongOf({ ...published, keys: { ...keys, [idOf(3)]: base64('only for you') } })).toEqual([
      'keys wrong',
    ]);
    expect(await wrongOf({ ...published, keys: { ...keys, [idOf(4)]: base64('one more') } })).toEqual(['keys wrong']);
  });

  test('sees one key for two groups, and another key for the words', async () => {
    const same = groups.map((group) => (group.key === null ? group : { ...group, key: hash('noord') }));
    const twice = await publish(same, { [idOf(2)]: base64('noord'), [idOf(3)]: base64('noord') });
    expect(await wrongOf(twice, null)).toEqual(['fingerprint unknown', 'own-keys wrong']);
    expect(await wrongOf({ ...published, wordsKey: null })).toEqual(['words-key wrong']);
  });

  test('sees a signature that is another’s', async () => {
    const signature = toBase64url(new Uint8Array(64).fill(7));
    expect(await wrongOf({ ...published, signature })).toEqual(['signature wrong']);
  });

  test('gets an answer to whatever stands in a file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        const read = readPublishedManifest(text);
        if (read) expect((await verifyManifest(subtle, read, null)).outcomes.readable).toBe('wrong');
      }),
    );
    expect((await verifyManifest(subtle, { ...published, head: 'x' }, null)).outcomes.groups).toBe('unknown');
  });
});
