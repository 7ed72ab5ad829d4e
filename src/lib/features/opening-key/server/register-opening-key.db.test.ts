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
    const unchosen = openScan(people.coordinator, { scanId });
    await expect(unchosen).rejects.toMatchObject({ status: 409, field: 'serverKeepsKey' });
    await openScan(people.coordinator, { scanId, serverKeepsKey: 'yes' });
    expect(await keyCeremony(people.coordinator, scanId)).toMatchObject({ key: { kind: 'server', keptBy: null } });
  });
});
