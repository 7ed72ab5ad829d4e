import { afterAll, beforeAll, expect, test } from 'vitest';
import { snapshotForm } from '@lerend/analysis';
import { encodeBallotText, makeOpeningKey, toBase64url } from '@lerend/ballot';
import { instrumentVersion } from '@lerend/instrument';
import { answerByDevice, respondentScan } from '#lib/features/answering/server/index.ts';
import { invitationCodes, inviteEveryone } from '#lib/features/invitation/server/index.ts';
import { keepOpeningKey } from '#lib/features/manifest/server/index.ts';
import { addUnit, organisationTree, startOrganisation } from '#lib/features/organisation/server/index.ts';
import { openScan, prepareScan, recordConsent, recordPromise, scanSetup } from '#lib/features/scan/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { countingProgress, finishDueScans, finishScan, finishWithKey, resultOf } from './index.ts';

let world: TestWorld;
let coordinator: Context;
let scanId: string;
let privateKey: string;

/** A peiling of which the works council keeps the key, in which twelve people have answered. */
beforeAll(async () => {
  world = await testWorld();
  const account = { id: newId(), name: 'Sanne de Wit', email: 'sanne@voorbeeld.nl' };
  await world.platform.database.everyone
    .insertInto('account')
    .values({ ...account, language: 'nl' })
    .execute();
  const { organisationId } = await startOrganisation(world.platform, account, { organisationName: 'De Linde' }, 'nl');
  coordinator = await world.actor({ organisationId, roles: ['coordinator', 'director', 'works-council'] });
  const [root] = await organisationTree(coordinator);
  await addUnit(coordinator, { parentId: root?.id, name: 'Noord', headCount: '12' });
  ({ scanId } = await prepareScan(coordinator, {
    title: 'Najaar',
    form: 'pulse',
    languages: ['nl'],
    opensOn: '2026-03-02',
    closesOn: '2026-03-20',
    minimumGroupSize: '5',
    contactName: 'Sanne',
    contactEmail: 'sanne@voorbeeld.nl',
  }));
  await recordPromise(coordinator, { scanId, resultOn: '2026-04-01', hoursPerTeam: '4', eurosPerTeam: '300' });
  const pair = await makeOpeningKey(globalThis.crypto.subtle);
  privateKey = toBase64url(pair.privateKey);
  await keepOpeningKey(coordinator.database, { scanId, publicKey: pair.publicKey, keptBy: 'Piet Jansen' });
  await recordConsent(coordinator, { scanId, decision: 'consent' });
  await openScan({ ...coordinator, anonymity: 'strict' }, { scanId });
  await inviteEveryone(coordinator, { scanId });
  const scan = await respondentScan(world.platform, (await scanSetup(coordinator.database, scanId))?.code ?? '', 'nl');
  expect(scan.openingKey).toBe('keeper');
  const answers = Object.fromEntries(snapshotForm('pulse').itemIds.map((id) => [id, 4 as const]));
  const filled = { form: 'pulse', instrumentVersion, language: 'nl', answers, speedBand: 'usual' } as const;
  for (const { code } of await invitationCodes(coordinator, scanId))
    await answerByDevice(world.platform, scan, { code, payload: encodeBallotText(filled), openPayload: null }, 'nl');
});
afterAll(() => world.close());

test('on its last day it is closed and waits for the key, however often it is asked to finish', async () => {
  const { organisationId } = coordinator.database;
  // Who may count with the key may not close with it.
  for (const wish of [{ roles: ['director' as const] }, { keepsKeys: true }, { roles: ['adviser' as const] }])
    await expect(
      finishWithKey(await world.actor({ organisationId, ...wish }), { scanId, privateKey }),
    ).rejects.toMatchObject({ status: 403 });
  world.clock.set(new Date('2026-03-21T03:00:00Z'));
  await finishDueScans(world.platform);
  expect(await finishScan(coordinator, { scanId })).toMatchObject({ isMade: false, needsKey: true });
  expect((await scanSetup(coordinator.database, scanId))?.state).toBe('closed');
  expect(await countingProgress(coordinator, scanId)).toEqual({ state: 'waiting', done: 0, total: 0 });
  expect(await world.platform.openingKeys.ids()).toEqual([]);
});

test('with another key nothing is opened, and with none that is one it is told so', async () => {
  const other = await makeOpeningKey(globalThis.crypto.subtle);
  const attempt = (key: string) => finishWithKey(coordinator, { scanId, privateKey: key });
  await expect(attempt(toBase64url(other.privateKey))).rejects.toMatchObject({ status: 422 });
  await expect(attempt('AAAA')).rejects.toMatchObject({ status: 422, field: 'privateKey' });
  expect((await scanSetup(coordinator.database, scanId))?.state).toBe('closed');
});

test('with the key it is counted, by whom the organisation named as well, and the key stands in no row of the database', async () => {
  const { organisationId } = coordinator.database;
  const stranger = await world.actor({ organisationId, roles: ['adviser'] });
  await expect(finishWithKey(stranger, { scanId, privateKey })).rejects.toMatchObject({ status: 403 });
  const keeper = await world.actor({ organisationId, keepsKeys: true });
  expect(await finishWithKey(keeper, { scanId, privateKey })).toMatchObject({ isMade: true, needsKey: false });
  await expect(resultOf(keeper, scanId)).rejects.toMatchObject({ status: 403 });
  expect(await countingProgress(coordinator, scanId)).toMatchObject({ state: 'done' });
  expect((await resultOf(coordinator, scanId)).figuresFrom).toEqual({ kind: 'own' });
  const { pool } = world.platform.database;
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const spellings = [privateKey, Buffer.from(privateKey, 'base64url').toString('hex')];
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(`select row_to_json(t)::text as row from ${name} t`);
    const text = rows.map(({ row }) => row).join('\n');
    expect(spellings.filter((spelling) => text.includes(spelling))).toEqual([]);
  }
});
