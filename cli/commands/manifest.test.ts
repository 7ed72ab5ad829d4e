import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { encodeManifestHead, groupTree, manifestFingerprint, toBase64url } from '@lerend/ballot';
import type { ManifestGroup, PublishedManifest } from '@lerend/ballot';
import { manifest } from './manifest.ts';

const folder = mkdtempSync(join(tmpdir(), 'lerend-manifest-'));
afterAll(() => rmSync(folder, { recursive: true }));
let told = '';
const listen = (text: unknown) => {
  told += String(text);
  return true;
};
vi.spyOn(process.stderr, 'write').mockImplementation(listen);
vi.spyOn(process.stdout, 'write').mockImplementation(listen);
beforeEach(() => {
  told = '';
});

const { subtle } = globalThis.crypto;
const signer = generateKeyPairSync('ed25519');
const base64 = (text: string) => toBase64url(new TextEncoder().encode(text));
const hash = (text: string) => toBase64url(new Uint8Array(createHash('sha256').update(text).digest()));
const id = '00000000-0000-4000-8000-000000000001';
const groups: ManifestGroup[] = [{ id, parent: null, name: 'Team Noord', invited: 12, key: hash('key') }];

async function published(): Promise<{ manifest: PublishedManifest; fingerprint: string }> {
  const head = encodeManifestHead({
    version: 1,
    scan: id,
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
    wordsKey: null,
    groups: { count: 1, root: toBase64url((await groupTree(subtle, groups)).root) },
    items: hash('items'),
    page: null,
    signer: signer.publicKey.export({ format: 'jwk' }).x ?? '',
  });
  const signature = toBase64url(new Uint8Array(sign(null, head, signer.privateKey)));
  return {
    manifest: { head: toBase64url(head), signature, groups, keys: { [id]: base64('key') }, wordsKey: null },
    fingerprint: await manifestFingerprint(subtle, head),
  };
}

function kept(content: object, name = 'manifest.json'): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

describe('lerend manifest verify', () => {
  test('finds a manifest right that is, with the groups to compare', async () => {
    const { manifest: good, fingerprint } = await published();
    expect(await manifest(['verify', kept(good), '--fingerprint', fingerprint.toLowerCase()])).toBe(0);
    expect(told).toContain('Alles klopt met elkaar en met je uitnodiging');
    expect(told).toContain('12  Team Noord');
  });

  test('says what is wrong, and ends with status 1', async () => {
    const { manifest: good, fingerprint } = await published();
    const larger = { ...good, groups: groups.map((group) => ({ ...group, invited: 19 })) };
    expect(await manifest(['verify', kept(larger), '--fingerprint', fingerprint, '--lang', 'en'])).toBe(1);
    expect(told).toContain('! The list of groups is another one than was fixed.');
  });

  test.each([
    ['nothing', ['verify'], /lerend manifest verify/],
    ['a fingerprint that is none', ['verify', kept({}), '--fingerprint', 'abc'], /geen vingerafdruk/],
    ['a file that isn’t there', ['verify', '/nowhere/manifest.json'], /niet op te halen/],
    ['another file', ['verify', kept({ a: 1 }, 'other.json')], /geen manifest/],
  ])('refuses %s', async (_, args, sentence) => {
    expect(await manifest(args)).toBe(2);
    expect(told).toMatch(sentence);
  });
});
