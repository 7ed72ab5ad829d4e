import { manifestFingerprint, toBase64url } from '@lerend/ballot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addUnit,
  grantAccess,
  organisationTree,
  startOrganisation,
  withdrawGrant,
} from '#lib/features/organisation/server/index.ts';
import {
  openScan,
  prepareScan,
  recordConsent,
  recordPromise,
  scanList,
  scanOverview,
} from '#lib/features/scan/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { ballotOpening, keyCeremony, keyList, registerOpeningKey, withdrawOpeningKey } from './index.ts';

let world: TestWorld;
let people: Record<'coordinator' | 'director' | 'worksCouncil' | 'keeper', Context>;
beforeAll(async () => {
  world = await testWorld();
  const account = { id: newId(), name: 'Sanne de Wit', email: `${newId()}@voorbeeld.nl` };
  await world.platform.database.everyone
    .insertInto('account')
    .values({ ...account, language: 'nl' })
    .execute();
  const { organisationId } = await startOrganisation(world.platform, account, { organisationName: 'De Proef' }, 'nl');
  people = {
    coordinator: await world.actor({ organisationId, roles: ['coordinator'] }),
    director: await world.actor({ organisationId, roles: ['director'] }),
    worksCouncil: await world.actor({ organisationId, roles: ['works-council'], name: 'Piet Jansen' }),
    keeper: await world.actor({ organisationId, keepsKeys: true, name: 'Wim Jacobs' }),
  };
  const [root] = await organisationTree(people.coordinator);
  await addUnit(people.coordinator, { parentId: root?.id, name: 'Noord', headCount: '24' });
});
afterAll(() => world.close());

/** Until the test is over, somebody holds the role of works council. */
async function withWorksCouncil(work: () => Promise<void>): Promise<void> {
  const wish = { name: 'Piet Jansen', email: 'piet@voorbeeld.nl', role: 'works-council' };
  const { grantId } = await grantAccess(world.platform, people.coordinator, wish);
  await work();
  await withdrawGrant(people.coordinator, { grantId });
}

/** A draft with everything that it needs to open, in March 2026, where a test's world begins. */
async function readyScan(): Promise<{ scanId: string }> {
  const { scanId } = await prepareScan(people.coordinator, {
    title: 'Peiling voorjaar',
    form: 'short',
    languages: ['nl'],
    opensOn: '2026-03-09',
    closesOn: '2026-03-23',
    reminderOn: [],
    minimumGroupSize: '5',
    introduction: '',
    contactName: 'Sanne de Wit',
    contactEmail: 'sanne@voorbeeld.nl',
  });
  await recordPromise(people.director, { scanId, resultOn: '2026-03-30', hoursPerTeam: '4', eurosPerTeam: '250' });
  await recordConsent(people.worksCouncil, { scanId, decision: 'consent' });
  return { scanId };
}

const keyOf = (byte: number) => toBase64url(new Uint8Array(32).fill(byte));
const audited = async (scanId: string) =>
  (
    await people.coordinator.database.tables
      .selectFrom('auditEntry')
      .select('action')
      .where('subject', '=', scanId)
      .where('action', 'like', 'opening-key.%')
      .orderBy('at')
      .execute()
  ).map(({ action }) => action);

describe('the public half of an opening key', () => {
  test('is registered by the works council, with a short form to compare, and the last one counts', async () => {
    const { scanId } = await readyScan();
    expect(await keyCeremony(people.coordinator, scanId)).toMatchObject({ key: null, mayKeep: false });
    expect(await keyCeremony(people.worksCouncil, scanId)).toMatchObject({ key: null, mayKeep: true });
    await registerOpeningKey(people.worksCouncil, { scanId, publicKey: keyOf(1) });
    await registerOpeningKey(people.worksCouncil, { scanId, publicKey: keyOf(2) });
    const { key } = await keyCeremony(people.coordinator, scanId);
    const shortForm = await manifestFingerprint(globalThis.crypto.subtle, new Uint8Array(32).fill(2));
    expect(key).toEqual({ kind: 'keeper', keptBy: 'Piet Jansen', publicKey: keyOf(2), shortForm });
    expect(await audited(scanId)).toEqual(['opening-key.registered', 'opening-key.registered']);
  });

  test('is nobody else’s to register, also not of who holds a share, and is nothing but 32 bytes', async () => {
    const { scanId } = await readyScan();
    await withWorksCouncil(async () => {
      for (const other of [people.coordinator, people.director])
        await expect(registerOpeningKey(other, { scanId, publicKey: keyOf(1) })).rejects.toMatchObject({ status: 403 });
    });
    for (const publicKey of [undefined, '', 'AAAA', `${keyOf(1)}AA`])
      await expect(registerOpeningKey(people.worksCouncil, { scanId, publicKey })).rejects.toMatchObject({
        status: 422,
      });
    expect(await keyCeremony(people.worksCouncil, scanId)).toMatchObject({ key: null });
  });

  test('may be registered by the director as long as nobody holds the role of works council', async () => {
    const { scanId } = await readyScan();
    expect(await keyCeremony(people.director, scanId)).toMatchObject({ mayKeep: true });
    await registerOpeningKey(people.director, { scanId, publicKey: keyOf(6) });
    await withWorksCouncil(async () => {
      expect(await keyCeremony(people.director, scanId)).toMatchObject({ mayKeep: false });
    });
  });

  test('is registered by whom the organisation named, who sees of the peilingen their keys and nothing else', async () => {
    const { scanId } = await readyScan();
    await withWorksCouncil(async () => {
      expect(await keyCeremony(people.keeper, scanId)).toMatchObject({ mayKeep: true, maySeeScan: false });
      await registerOpeningKey(people.keeper, { scanId, publicKey: keyOf(7) });
    });
    expect((await keyList(people.keeper)).find(({ id }) => id === scanId)).toEqual({
      id: scanId,
      title: 'Peiling voorjaar',
      opensOn: '2026-03-09',
      closesOn: '2026-03-23',
      state: 'made',
    });
    await openScan(people.coordinator, { scanId });
    expect((await keyList(people.keeper)).find(({ id }) => id === scanId)).toMatchObject({ state: 'waits' });
    for (const question of [
      scanOverview(people.keeper, scanId),
      scanList(people.keeper),
      organisationTree(people.keeper),
    ])
      await expect(question).rejects.toMatchObject({ status: 403 });
    await expect(keyList(people.worksCouncil)).rejects.toMatchObject({ status: 403 });
  });

  test('can’t change or be withdrawn once the peiling is open', async () => {
    const { scanId } = await readyScan();
    await registerOpeningKey(people.worksCouncil, { scanId, publicKey: keyOf(3) });
    await openScan(people.coordinator, { scanId });
    const late = registerOpeningKey(people.worksCouncil, { scanId, publicKey: keyOf(4) });
    await expect(late).rejects.toMatchObject({ status: 409 });
    await expect(withdrawOpeningKey(people.worksCouncil, { scanId })).rejects.toMatchObject({ status: 409 });
    expect(await keyCeremony(people.worksCouncil, scanId)).toMatchObject({
      key: { publicKey: keyOf(3) },
      mayKeep: false,
    });
    expect(await ballotOpening(people.coordinator, scanId)).toMatchObject({ state: 'not-yet' });
  });

  test('once withdrawn leaves the choice to who opens, who has to make it in so many words', async () => {
    const { scanId } = await readyScan();
    await registerOpeningKey(people.worksCouncil, { scanId, publicKey: keyOf(5) });
    await withdrawOpeningKey(people.worksCouncil, { scanId });
    expect(await audited(scanId)).toEqual(['opening-key.registered', 'opening-key.withdrawn']);
    await recordConsent(people.worksCouncil, { scanId, decision: 'consent' });
    const unchosen = openScan(people.coordinator, { scanId });
    await expect(unchosen).rejects.toMatchObject({ status: 409, field: 'serverKeepsKey' });
    await openScan(people.coordinator, { scanId, serverKeepsKey: 'yes' });
    expect(await keyCeremony(people.coordinator, scanId)).toMatchObject({ key: { kind: 'server', keptBy: null } });
  });
});

describe('consent to a peiling', () => {
  const consented = (scanId: string, keyRead?: string) =>
    recordConsent(people.worksCouncil, { scanId, decision: 'consent', keyRead });
  const shortForm = (byte: number) => manifestFingerprint(globalThis.crypto.subtle, new Uint8Array(32).fill(byte));
  const seen = (scanId: string) => scanOverview(people.worksCouncil, scanId);

  test('holds for the first key that is made after it, and for no other', async () => {
    const { scanId } = await readyScan();
    await registerOpeningKey(people.worksCouncil, { scanId, publicKey: keyOf(1) });
    expect(await seen(scanId)).toMatchObject({
      consent: { decision: 'consent' },
      consentToOtherKey: null,
      keeperKey: { keptBy: 'Piet Jansen', shortForm: await shortForm(1) },
      missing: [],
    });
    await registerOpeningKey(people.keeper, { scanId, publicKey: keyOf(2) });
    expect(await seen(scanId)).toMatchObject({
      consent: null,
      consentToOtherKey: { by: 'Piet Jansen', on: '2026-03-02' },
      keeperKey: { keptBy: 'Wim Jacobs', shortForm: await shortForm(2) },
      missing: ['consent'],
    });
    expect((await scanList(people.worksCouncil)).find(({ id }) => id === scanId)?.missing).toEqual(['consent']);
    await expect(openScan(people.coordinator, { scanId })).rejects.toMatchObject({ status: 409 });
    await consented(scanId);
    await openScan(people.coordinator, { scanId });
    expect(await keyCeremony(people.worksCouncil, scanId)).toMatchObject({ key: { publicKey: keyOf(2) } });
    expect(await seen(scanId)).toMatchObject({ consent: { decision: 'consent' }, consentToOtherKey: null });
  });

  test('holds no more once its key is withdrawn, nor for a key in the place of that', async () => {
    const { scanId } = await readyScan();
    await registerOpeningKey(people.worksCouncil, { scanId, publicKey: keyOf(1) });
    await withdrawOpeningKey(people.worksCouncil, { scanId });
    expect(await seen(scanId)).toMatchObject({ consent: null, keeperKey: null, missing: ['consent'] });
    const byServer = openScan(people.coordinator, { scanId, serverKeepsKey: 'yes' });
    await expect(byServer).rejects.toMatchObject({ status: 409 });
    await registerOpeningKey(people.keeper, { scanId, publicKey: keyOf(2) });
    expect(await seen(scanId)).toMatchObject({ consent: null, missing: ['consent'] });
  });

  test('holds again when the very key that it was given with is back', async () => {
    const { scanId } = await readyScan();
    await registerOpeningKey(people.worksCouncil, { scanId, publicKey: keyOf(1) });
    await registerOpeningKey(people.keeper, { scanId, publicKey: keyOf(2) });
    await registerOpeningKey(people.worksCouncil, { scanId, publicKey: keyOf(1) });
    expect(await seen(scanId)).toMatchObject({ consent: { decision: 'consent' }, missing: [] });
  });

  test('isn’t recorded when the key changed while its page was read', async () => {
    const { scanId } = await readyScan();
    await registerOpeningKey(people.worksCouncil, { scanId, publicKey: keyOf(1) });
    await registerOpeningKey(people.keeper, { scanId, publicKey: keyOf(2) });
    for (const keyRead of [await shortForm(1), ''])
      await expect(consented(scanId, keyRead)).rejects.toMatchObject({ status: 409 });
    expect(await seen(scanId)).toMatchObject({ consent: null });
    await consented(scanId, await shortForm(2));
    expect(await seen(scanId)).toMatchObject({ consent: { decision: 'consent' } });
  });

  test('that was refused, or that there is nobody to ask for, is said of any key', async () => {
    const { scanId } = await readyScan();
    for (const decision of ['refused', 'no-works-council']) {
      await recordConsent(people.worksCouncil, { scanId, decision, reason: 'Zo is het.' });
      for (const byte of [3, 4]) await registerOpeningKey(people.keeper, { scanId, publicKey: keyOf(byte) });
      expect(await seen(scanId)).toMatchObject({ consent: { decision }, consentToOtherKey: null });
    }
  });

  test('and a key that is replaced at the same moment come one after the other: nothing opens with a key unseen', async () => {
    const { scanId } = await readyScan();
    await registerOpeningKey(people.worksCouncil, { scanId, publicKey: keyOf(1) });
    const [opened] = await Promise.allSettled([
      openScan(people.coordinator, { scanId }),
      registerOpeningKey(people.keeper, { scanId, publicKey: keyOf(2) }),
    ]);
    const { key } = await keyCeremony(people.worksCouncil, scanId);
    expect(key?.publicKey).toBe(opened?.status === 'fulfilled' ? keyOf(1) : keyOf(2));
  });
});
