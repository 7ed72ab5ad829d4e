import { createHash, generateKeyPairSync, sign, webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canonicalJson,
  checkGroupAnswer,
  checkManifest,
  encodeManifestHead,
  groupTree,
  isGroupInManifest,
} from './index.ts';
import { manifestFingerprint, parseFingerprint, readManifestHead, toBase64url } from './index.ts';
import type { ManifestGroup, ManifestHead } from './index.ts';

const subtle = webcrypto.subtle as SubtleCrypto;
const sha = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());
const hashText = (text: string) => toBase64url(sha(new TextEncoder().encode(text)));

const signer = generateKeyPairSync('ed25519');
const spkiOf = (group: number) => new TextEncoder().encode(`key of group ${group}`);
const idOf = (group: number) => `00000000-0000-4000-8000-${group.toString(16).padStart(12, '0')}`;
const groupOf = (group: number): ManifestGroup => ({
  id: idOf(group),
  parent: group === 0 ? null : idOf(0),
  name: `Groep ${group} “één”`,
  invited: 8 + group,
  key: toBase64url(sha(spkiOf(group))),
});
const wordsKey = new TextEncoder().encode('key for words');

async function headOf(groups: readonly ManifestGroup[], changes: Partial<ManifestHead> = {}): Promise<ManifestHead> {
  return {
    version: 1,
    scan: idOf(99),
    code: 'NOORD-3',
    title: 'Peiling najaar',
    form: 'full',
    instrumentVersion: '1.0.0',
    languages: ['nl', 'en'],
    minimum: 5,
    opensOn: '2026-11-02',
    closesOn: '2026-11-20',
    openedOn: '2026-11-01',
    openingKey: { kind: 'keeper', publicKey: hashText('opening key') },
    wordsKey: toBase64url(sha(wordsKey)),
    groups: { count: groups.length, root: toBase64url((await groupTree(subtle, groups)).root) },
    items: hashText('items'),
    page: hashText('page'),
    signer: signer.publicKey.export({ format: 'jwk' }).x ?? '',
    ...changes,
  };
}

function signed(head: ManifestHead) {
  const bytes = encodeManifestHead(head);
  return { head: bytes, signature: new Uint8Array(sign(null, bytes, signer.privateKey)) };
}

const groups = Array.from({ length: 11 }, (_, group) => groupOf(group));
const expected = { code: 'NOORD-3', fingerprint: null };

async function answerOf(group: number) {
  const path = (await groupTree(subtle, groups)).pathOf(idOf(group));
  return { manifest: signed(await headOf(groups)), group: groupOf(group), path, key: spkiOf(group), wordsKey };
}

describe('canonical JSON', () => {
  test('spells a value once, whatever the order in which it was put together', () => {
    expect(canonicalJson({ b: [1, null, true], a: 'é"\n', c: { z: 0, y: '' } })).toBe(
      '{"a":"é\\"\\n","b":[1,null,true],"c":{"y":"","z":0}}',
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(value);
      }),
    );
  });

  test('has no spelling for a number that is not whole', () => {
    expect(() => canonicalJson({ share: 0.1 })).toThrow(RangeError);
  });
});

describe('a manifest head', () => {
  test('comes back from its bytes, and no other bytes are taken for it', async () => {
    const head = await headOf(groups);
    const bytes = encodeManifestHead(head);
    expect(readManifestHead(bytes)).toEqual({ ok: true, head });
    const bare = await headOf(groups, { page: null, wordsKey: null });
    expect(readManifestHead(encodeManifestHead(bare))).toEqual({ ok: true, head: bare });
    const spaced = new TextEncoder().encode(JSON.stringify(head, null, 1));
    expect(readManifestHead(spaced)).toEqual({ ok: false, fault: 'another-spelling' });
  });

  test.each([
    ['unknown-version', { version: 2 }],
    ['bad-field', { minimum: -1 }],
    ['bad-field', { closesOn: 'tomorrow' }],
    ['bad-field', { items: 'AAAA' }],
    ['bad-field', { openingKey: { kind: 'nobody', publicKey: hashText('opening key') } }],
    ['bad-field', { extra: 1 }],
  ])('with something wrong in it says %s', async (fault, changes) => {
    const bytes = encodeManifestHead({ ...(await headOf(groups)), ...changes } as ManifestHead);
    expect(readManifestHead(bytes)).toEqual({ ok: false, fault });
    expect(readManifestHead(Uint8Array.of(255))).toEqual({ ok: false, fault: 'not-readable' });
  });

  test('has a fingerprint that a person can type, made of the first 80 bits of its SHA-256', async () => {
    const { head } = signed(await headOf(groups));
    const fingerprint = await manifestFingerprint(subtle, head);
    expect(fingerprint).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    const value = Array.from(fingerprint.replaceAll('-', '')).reduce(
      (sum, letter) => sum * 32n + BigInt(alphabet.indexOf(letter)),
      0n,
    );
    expect(value.toString(16).padStart(20, '0')).toBe(Buffer.from(sha(head)).toString('hex').slice(0, 20));
    expect(parseFingerprint(` ${fingerprint.toLowerCase().replaceAll('0', 'o').replaceAll('-', ' ')}`)).toBe(
      fingerprint,
    );
    expect([parseFingerprint(''), parseFingerprint('7KQM-3XWD'), parseFingerprint('UUUU-UUUU-UUUU-UUUU')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a group', () => {
  test('is found under the root by its path, in lists of every size, and in no other place', async () => {
    for (let count = 1; count <= 17; count++) {
      const list = Array.from({ length: count }, (_, group) => groupOf(group));
      const head = await headOf(list);
      const tree = await groupTree(subtle, list);
      for (let group = 0; group < count; group++) {
        const path = tree.pathOf(idOf(group));
        expect(await isGroupInManifest(subtle, head, groupOf(group), path)).toBe(true);
        expect(await isGroupInManifest(subtle, head, { ...groupOf(group), invited: 1 }, path)).toBe(false);
        expect(await isGroupInManifest(subtle, head, groupOf(group), { ...path, index: path.index + 1 })).toBe(false);
        expect(
          await isGroupInManifest(subtle, head, groupOf(group), { ...path, hashes: [...path.hashes, head.items] }),
        ).toBe(false);
      }
    }
  });

  test('has no path when it is not in the list, and a list in disorder has no tree', async () => {
    const tree = await groupTree(subtle, groups);
    expect(() => tree.pathOf(idOf(50))).toThrow(RangeError);
    await expect(groupTree(subtle, groups.toReversed())).rejects.toThrow(RangeError);
    await expect(groupTree(subtle, [groupOf(1), groupOf(1)])).rejects.toThrow(RangeError);
  });
});

describe('a device that was told its group', () => {
  test('goes on when everything is in the manifest that was announced', async () => {
    const answer = await answerOf(3);
    const fingerprint = await manifestFingerprint(subtle, answer.manifest.head);
    expect(await checkGroupAnswer(subtle, answer, { ...expected, fingerprint })).toMatchObject({
      ok: true,
      fingerprint,
      signature: 'valid',
      group: { name: 'Groep 3 “één”' },
    });
  });

  test('refuses a key that was made for this person alone', async () => {
    const answer = await answerOf(3);
    const own = new TextEncoder().encode('a key for one');
    const fault = async (changes: object) => checkGroupAnswer(subtle, { ...answer, ...changes }, expected);
    expect(await fault({ key: own })).toEqual({ ok: false, fault: 'key-not-in-manifest' });
    expect(await fault({ wordsKey: own })).toEqual({ ok: false, fault: 'words-key-not-in-manifest' });
    expect(await fault({ wordsKey: null })).toEqual({ ok: false, fault: 'words-key-not-in-manifest' });
    const group = { ...answer.group, key: toBase64url(sha(own)) };
    expect(await fault({ group, key: own })).toEqual({ ok: false, fault: 'group-not-in-manifest' });
  });

  test('refuses a manifest that was made for this person alone, when it knows the fingerprint', async () => {
    const announced = await manifestFingerprint(subtle, signed(await headOf(groups)).head);
    const own = signed(await headOf(groups, { minimum: 1 }));
    expect(await checkManifest(subtle, own, expected)).toMatchObject({ ok: true });
    expect(await checkManifest(subtle, own, { ...expected, fingerprint: announced })).toEqual({
      ok: false,
      fault: 'another-fingerprint',
    });
  });

  test('refuses a manifest of another peiling, an unreadable one, and one that its signer didn’t sign', async () => {
    const manifest = signed(await headOf(groups));
    const fault = async (changes: object, code = 'NOORD-3') =>
      checkManifest(subtle, { ...manifest, ...changes }, { ...expected, code });
    expect(await fault({}, 'ZUID-1')).toEqual({ ok: false, fault: 'another-scan' });
    expect(await fault({ head: Uint8Array.of(1) })).toEqual({ ok: false, fault: 'manifest-unreadable' });
    expect(await fault({ signature: new Uint8Array(64) })).toEqual({ ok: false, fault: 'bad-signature' });
    const other = encodeManifestHead(await headOf(groups, { title: 'Iets anders' }));
    expect(await fault({ head: other })).toEqual({ ok: false, fault: 'bad-signature' });
  });

  test('goes on by the fingerprint alone in a browser without Ed25519', async () => {
    const without = Object.create(subtle) as SubtleCrypto;
    without.digest = subtle.digest.bind(subtle);
    without.importKey = () => Promise.reject(new DOMException('no Ed25519', 'NotSupportedError'));
    const checked = await checkManifest(without, signed(await headOf(groups)), expected);
    expect(checked).toMatchObject({ ok: true, signature: 'cannot-check' });
  });
});
