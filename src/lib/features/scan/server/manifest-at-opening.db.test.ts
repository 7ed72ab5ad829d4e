import { createPublicKey, verify } from 'node:crypto';
import { checkManifest, fromBase64url, readManifestHead, toBase64url } from '@lerend/ballot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeScan, openScan, recordConsent, scanByCode, scanOverview, scanSetup } from './index.ts';
import { builtOrganisation, builtReadyScan, scanFields } from './testing/scan-builder.ts';
import type { BuiltOrganisation } from './testing/scan-builder.ts';
import { addUnit, organisationTree } from '#lib/features/organisation/server/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import {
  dropGroupKeys,
  groupSigner,
  isPrivateHalf,
  keepOpeningKey,
  keyProgress,
  makeGroupKeys,
  manifestOf,
  openingKeyOf,
  publicManifest,
  signBlinded,
  signNumber,
} from '#lib/features/manifest/server/index.ts';

let world: TestWorld;
let people: BuiltOrganisation;
beforeAll(async () => {
  world = await testWorld();
  people = await builtOrganisation(world);
});
afterAll(() => world.close());

const opened = async (): Promise<string> => {
  const { scanId } = await builtReadyScan(people);
  await changeScan(people.coordinator, { scanId, ...scanFields, form: 'full' });
  await recordConsent(people.worksCouncil, { scanId, decision: 'consent' });
  await openScan(people.coordinator, { scanId, serverKeepsKey: 'yes' });
  return scanId;
};
const inDatabase = () => ({ database: people.coordinator.database, secrets: world.platform.secrets });

describe('opening a peiling', () => {
  test('makes a key of the server’s own when nobody keeps one, and fixes everything in a signed manifest', async () => {
    const scanId = await opened();
    const { database } = people.coordinator;
    const key = await openingKeyOf(database, scanId);
    expect(key).toMatchObject({ kind: 'server', keptBy: null });
    const privateKey = await world.platform.openingKeys.read(scanId);
    expect(isPrivateHalf(privateKey ?? new Uint8Array(), key?.publicKey ?? new Uint8Array())).toBe(true);
    const manifest = await manifestOf(database, scanId);
    if (!manifest) throw new Error('there is no manifest');
    const read = readManifestHead(manifest.head);
    if (!read.ok) throw new Error(read.fault);
    expect(read.head).toMatchObject({ scan: scanId, minimum: 5, openingKey: { kind: 'server' }, groups: { count: 2 } });
    const signer = fromBase64url(read.head.signer) ?? new Uint8Array();
    const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), signer]);
    const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    expect(verify(null, manifest.head, publicKey, manifest.signature)).toBe(true);
    expect((await scanSetup(database, scanId))?.fingerprint).toBe(manifest.fingerprint);
    const whole = await publicManifest(database, scanId);
    expect(whole?.groups.map(({ invited, key: hash }) => [invited, hash === null]).sort()).toEqual([
      [0, true],
      [24, false],
    ]);
    const bytes = { head: manifest.head, signature: manifest.signature };
    expect(
      await checkManifest(globalThis.crypto.subtle, bytes, { code: read.head.code, fingerprint: manifest.fingerprint }),
    ).toMatchObject({
      ok: true,
    });
  });

  test('seals to the key that its keeper made, and leaves no key of the server behind', async () => {
    const { scanId } = await builtReadyScan(people);
    const publicKey = new Uint8Array(32).fill(9);
    const { database } = people.coordinator;
    expect(await keepOpeningKey(database, { scanId, publicKey: new Uint8Array(32).fill(1), keptBy: 'Iemand' })).toBe(
      true,
    );
    expect(await keepOpeningKey(database, { scanId, publicKey, keptBy: 'Piet Jansen' })).toBe(true);
    await recordConsent(people.worksCouncil, { scanId, decision: 'consent' });
    await openScan(people.coordinator, { scanId, serverKeepsKey: 'yes' });
    expect(await openingKeyOf(database, scanId)).toEqual({ kind: 'keeper', publicKey, keptBy: 'Piet Jansen' });
    expect(await world.platform.openingKeys.read(scanId)).toBeUndefined();
    expect(await keepOpeningKey(database, { scanId, publicKey: new Uint8Array(32).fill(2), keptBy: 'X' })).toBe(false);
    expect((await openingKeyOf(database, scanId))?.publicKey).toEqual(publicKey);
  });

  test('is refused without a keeper where only keepers may open ballots', async () => {
    const strict = { ...people.coordinator, anonymity: 'strict' as const };
    const { scanId } = await builtReadyScan(people);
    expect((await scanOverview(strict, scanId)).missing).toEqual(['opening-key']);
    await expect(openScan(strict, { scanId, serverKeepsKey: 'yes' })).rejects.toMatchObject({ status: 409 });
    expect(await world.platform.openingKeys.read(scanId)).toBeUndefined();
    await keepOpeningKey(strict.database, { scanId, publicKey: new Uint8Array(32).fill(9), keptBy: 'Piet' });
    await recordConsent(people.worksCouncil, { scanId, decision: 'consent' });
    await openScan(strict, { scanId, serverKeepsKey: 'yes' });
  });
});

describe('the keys of groups', () => {
  test('sign for their own group, and for nobody after the count', async () => {
    const scanId = await opened();
    const manifest = await manifestOf(people.coordinator.database, scanId);
    const [groupId = '', spki] = [...(manifest?.groupKeys ?? [])][0] ?? [];
    const signer = await groupSigner(inDatabase(), scanId, groupId);
    if (!signer || !spki) throw new Error('there is no key');
    const signature = signNumber(signer, Buffer.from('a number'));
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    const pss = { key, padding: 6, saltLength: 48 };
    expect(verify('sha384', Buffer.from('a number'), pss, signature)).toBe(true);
    expect(key.asymmetricKeyDetails).toMatchObject({ modulusLength: 2048 });
    expect(() => signBlinded(signer, new Uint8Array(256).fill(255))).toThrow(RangeError);
    expect(() => signBlinded(signer, new Uint8Array(255))).toThrow(RangeError);
    expect(await groupSigner(inDatabase(), scanId, null)).toBeDefined();
    await dropGroupKeys(inDatabase(), scanId);
    expect(await groupSigner(inDatabase(), scanId, groupId)).toBeUndefined();
    expect(await groupSigner(inDatabase(), scanId, null)).toBeUndefined();
    expect(toBase64url((await manifestOf(people.coordinator.database, scanId))?.head ?? new Uint8Array())).not.toBe('');
  });

  test(
    'of many groups are made in the background; until then the peiling says how far it is',
    { timeout: 60_000 },
    async () => {
      const large = await builtOrganisation(world, '9');
      const [root] = await organisationTree(large.coordinator);
      for (let at = 0; at < 50; at++)
        await addUnit(large.coordinator, { parentId: root?.id, name: `Team ${at}`, headCount: '8' });
      const { scanId } = await builtReadyScan(large);
      await openScan(large.coordinator, { scanId, serverKeepsKey: 'yes' });
      const { database } = large.coordinator;
      expect(await manifestOf(database, scanId)).toBeNull();
      expect(await keyProgress(database, scanId)).toEqual({ made: 0, needed: 51 });
      const setup = await scanSetup(database, scanId);
      expect((await scanByCode(world.platform, setup?.code ?? ''))?.fingerprint).toBeNull();
      const payload = { organisationId: database.organisationId, scanId };
      await Promise.all([makeGroupKeys(world.platform, payload), makeGroupKeys(world.platform, payload)]);
      expect(await keyProgress(database, scanId)).toBeNull();
      expect((await manifestOf(database, scanId))?.groupKeys.size).toBe(51);
    },
  );
});
