import { constants, generateKeyPairSync, privateDecrypt, sign, webcrypto } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  encodeManifestHead,
  faultOutside,
  fromBase64url,
  groupTree,
  makeOpeningKey,
  manifestFingerprint,
  toBase64url,
  unsealBallots,
  webCryptography,
} from '@lerend/ballot';
import type { ManifestGroup, ManifestHead } from '@lerend/ballot';
import type { CredentialAnswer, GroupAnswer, SealedBallot } from '../contract-line.ts';
import { ballotMaker } from './make-ballot.ts';
import type { Sealing, ToCheck } from './sealing.ts';

const subtle = webcrypto.subtle as SubtleCrypto;
const tools = { subtle, randomBytes: (count: number) => webcrypto.getRandomValues(new Uint8Array(count)) };
const maker = ballotMaker(tools);
const idOf = (group: number) => `00000000-0000-4000-8000-${String(group).padStart(12, '0')}`;
const bytes = (text: string) => fromBase64url(text) ?? new Uint8Array();
const sha256 = async (content: Uint8Array) =>
  toBase64url(new Uint8Array(await subtle.digest('SHA-256', new Uint8Array(content))));

interface Key {
  readonly spki: string;
  readonly privateKey: KeyObject;
}

function newKey(): Key {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { spki: toBase64url(new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }))), privateKey };
}

/** What the server's side of a credential is: the bare operation with the private key, on what it can't read. */
const signed = ({ privateKey }: Key, blinded: string): string =>
  toBase64url(new Uint8Array(privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, bytes(blinded))));

const groupKey = newKey();
const wordsKey = newKey();
const signer = generateKeyPairSync('ed25519');
let opening: Awaited<ReturnType<typeof makeOpeningKey>>;
let group: GroupAnswer;
let fingerprint: string;

beforeAll(async () => {
  opening = await makeOpeningKey(subtle);
  group = await answer({});
  fingerprint = await manifestFingerprint(subtle, bytes(group.manifest.head));
});

/** What the server answers to a code. */
async function answer(changes: Partial<ManifestHead>): Promise<GroupAnswer> {
  const groups: ManifestGroup[] = [
    { id: idOf(1), parent: null, name: 'Noord', invited: 12, key: await sha256(bytes(groupKey.spki)) },
    { id: idOf(2), parent: idOf(1), name: 'Team', invited: 9, key: await sha256(bytes(newKey().spki)) },
  ];
  const tree = await groupTree(subtle, groups);
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
    openingKey: { kind: 'keeper', publicKey: toBase64url(opening.publicKey) },
    wordsKey: await sha256(bytes(wordsKey.spki)),
    groups: { count: groups.length, root: toBase64url(tree.root) },
    items: await sha256(new Uint8Array()),
    page: null,
    signer: signer.publicKey.export({ format: 'jwk' }).x ?? '',
    ...changes,
  };
  const fixed = encodeManifestHead(head);
  const [first] = groups;
  if (!first) throw new Error('There is a group.');
  return {
    manifest: {
      head: toBase64url(fixed),
      signature: toBase64url(new Uint8Array(sign(null, fixed, signer.privateKey))),
    },
    group: first,
    path: tree.pathOf(first.id),
    key: groupKey.spki,
    wordsKey: wordsKey.spki,
  };
}

const payload = toBase64url(new Uint8Array(1024).fill(1));
const openPayload = toBase64url(new Uint8Array(6144).fill(2));

const toCheck = (changes: Partial<ToCheck> = {}): ToCheck => ({
  group,
  scanCode: 'ABCD2345',
  fingerprint,
  openingKey: 'keeper',
  sealing: null,
  ...changes,
});

async function prepared(sealing: Sealing | null = null) {
  const made = await maker.prepare(toCheck({ sealing }));
  if (!made.ok) throw new Error(made.fault);
  return made;
}

async function sealedFrom(made: Awaited<ReturnType<typeof prepared>>, by = maker) {
  const credential: CredentialAnswer = {
    signature: signed(groupKey, made.blinded),
    signatureWords: signed(wordsKey, made.blindedWords ?? ''),
  };
  const sealed = await by.seal({
    sealing: made.sealing,
    signed: { answer: credential, group },
    payload,
    openPayload,
  });
  if (!sealed.ok) throw new Error(sealed.fault);
  return sealed;
}

/** As the server looks at it when it comes in. */
const received = (ballot: SealedBallot, groupId: string | null) => ({
  groupId,
  number: bytes(ballot.number),
  prefix: bytes(ballot.prefix),
  credential: bytes(ballot.credential),
  counter: ballot.counter,
  sealed: bytes(ballot.sealed),
  signature: bytes(ballot.signature),
  sealedOn: 'device' as const,
});

describe('a ballot made on a device', () => {
  test('is taken in by the server’s own check, and the words apart from it', async () => {
    const { ballot, open } = await sealedFrom(await prepared());
    if (!open) throw new Error('There are words.');
    const { credentialCheck, isSigned } = webCryptography(subtle);
    const [groups, words] = [await credentialCheck(bytes(groupKey.spki)), await credentialCheck(bytes(wordsKey.spki))];
    const scanId = idOf(99);
    const own = received(ballot, ballot.group);
    expect(await faultOutside(own, { kind: 'ballot', scanId }, { isCredential: groups, isSigned })).toBeUndefined();
    const inWords = received(open, null);
    expect(await faultOutside(inWords, { kind: 'words', scanId }, { isCredential: words, isSigned })).toBeUndefined();
    expect(await faultOutside(own, { kind: 'ballot', scanId }, { isCredential: words, isSigned })).toBe(
      'bad-credential',
    );
    expect(open.number).not.toBe(ballot.number);
    expect([bytes(ballot.sealed).length, bytes(open.sealed).length]).toEqual([4096, 8192]);
  });

  test('says at the opening exactly what was filled in, and nothing before it', async () => {
    const { ballot } = await sealedFrom(await prepared());
    expect(Buffer.from(bytes(ballot.sealed)).includes(Buffer.alloc(16, 1))).toBe(false);
    const { unsealed } = await unsealBallots(
      [[received(ballot, ballot.group)]],
      {
        kind: 'ballot',
        scanId: idOf(99),
        openingKey: opening,
        groupKeys: new Map([[ballot.group, bytes(groupKey.spki)]]),
      },
      subtle,
    );
    expect(unsealed.map((one) => toBase64url(one.payload))).toEqual([payload]);
  });

  test('is blinded in the same way again from what the device kept, and in another way by who begins anew', async () => {
    const first = await prepared();
    const again = await prepared(JSON.parse(JSON.stringify(first.sealing)) as Sealing);
    expect([again.blinded, again.blindedWords]).toEqual([first.blinded, first.blindedWords]);
    expect((await prepared()).blinded).not.toBe(first.blinded);
  });

  test('is finished by a device that was closed in between, out of what it kept', async () => {
    const made = await prepared();
    const kept = { ...made, sealing: JSON.parse(JSON.stringify(made.sealing)) as Sealing };
    const { ballot } = await sealedFrom(kept, ballotMaker(tools));
    expect(ballot.credential).toBe((await sealedFrom(made)).ballot.credential);
  });

  test('shows the server nothing of its number before it is handed in', async () => {
    const made = await prepared();
    const { ballot } = await sealedFrom(made);
    for (const part of [ballot.number, ballot.credential, ballot.prefix]) expect(made.blinded).not.toContain(part);
  });

  test('counts up when it is sealed again under the same number', async () => {
    const { sealing, ballot } = await sealedFrom(await prepared());
    const again = await maker.seal({ sealing, signed: null, payload, openPayload });
    expect(again).toMatchObject({
      ok: true,
      ballot: { number: ballot.number, counter: ballot.counter + 1, credential: ballot.credential },
    });
  });

  test('counts from a place of its own: neither a first version nor a ballot with its words is known by it', async () => {
    const made = [await sealedFrom(await prepared()), await sealedFrom(await prepared())];
    const counters = made.flatMap(({ ballot, open }) => [ballot.counter, open?.counter]);
    expect(new Set(counters).size).toBe(4);
    expect(counters.map(String)).toEqual(Array.from({ length: 4 }, () => expect.stringMatching(/^\d{8}$/) as string));
  });

  test('can’t be finished with the signature on something else', async () => {
    const made = await prepared();
    // Of the words' number: what was blinded under one key may be too large for another to sign.
    const onTheWords = signed(wordsKey, made.blindedWords ?? '');
    const answerToAnother = { signature: onTheWords, signatureWords: onTheWords };
    const asked = { sealing: made.sealing, signed: { answer: answerToAnother, group }, payload, openPayload };
    expect(await maker.seal(asked)).toEqual({ ok: false, fault: 'not-signed' });
  });
});

describe('what came from the server is refused', () => {
  const faultOf = async (changes: Partial<ToCheck>) => {
    const made = await maker.prepare(toCheck(changes));
    return made.ok ? undefined : made.fault;
  };

  test.each(['0000-0000-0000-0000', '7KQM', 'x'])('when the invitation says %s', async (announced) => {
    expect(await faultOf({ fingerprint: announced })).toBe('other-fingerprint');
  });

  test('not when the invitation says it in another spelling, or nothing', async () => {
    expect(await faultOf({ fingerprint: fingerprint.toLowerCase().replaceAll('-', '') })).toBeUndefined();
    expect(await faultOf({ fingerprint: '' })).toBeUndefined();
  });

  test('when the key was made for this one person', async () => {
    expect(await faultOf({ group: { ...group, key: newKey().spki } })).toBe('not-as-fixed');
    expect(await faultOf({ group: { ...group, wordsKey: newKey().spki } })).toBe('not-as-fixed');
    expect(await faultOf({ group: { ...group, group: { ...group.group, invited: 11 } } })).toBe('not-as-fixed');
  });

  test('when it is of another peiling, or signed by somebody else', async () => {
    expect(await faultOf({ scanCode: 'WXYZ6789' })).toBe('not-as-fixed');
    const signature = toBase64url(new Uint8Array(64));
    expect(await faultOf({ group: { ...group, manifest: { ...group.manifest, signature } } })).toBe('not-as-fixed');
  });

  test('when the page says that people keep the key and the server holds it', async () => {
    const other = await answer({ openingKey: { kind: 'server', publicKey: toBase64url(opening.publicKey) } });
    expect(await faultOf({ group: other, fingerprint: '' })).toBe('not-as-fixed');
    expect(await faultOf({ group: other, fingerprint: '', openingKey: 'server' })).toBeUndefined();
  });
});
