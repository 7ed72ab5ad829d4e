import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeScan, scanUnits } from '#lib/features/scan/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { builtOpenScan, builtOrganisation } from './testing/invitation-builder.ts';
import type { BuiltScan } from './testing/invitation-builder.ts';
import { bindCode } from './bind-code.ts';
import { groupOfCode } from './group-of-code.ts';
import { invitationCodes } from './invitation-codes.ts';
import { inviteEveryone } from './invite-everyone.ts';

let world: TestWorld;
let coordinator: Context;
let built: BuiltScan;
let codes: Awaited<ReturnType<typeof invitationCodes>>;

beforeAll(async () => {
  world = await testWorld();
  coordinator = await builtOrganisation(world, [
    { name: 'An', email: null },
    { name: 'Bo', email: null },
    { name: 'Cas', email: null },
  ]);
  built = await builtOpenScan(world, coordinator);
  await inviteEveryone(coordinator, { scanId: built.scanId });
  codes = await invitationCodes(coordinator, built.scanId);
});
afterAll(() => world.close());

const codeAt = (at: number): string => codes[at]?.code ?? '';
const group = (code: string, scan = built.scan) => groupOfCode(world.platform, scan, code, 'nl');
const bind = (code: string, request: string, scan = built.scan) =>
  bindCode(world.platform, scan, { code, request }, 'nl');

describe('a code', () => {
  test('leads to the reporting group of its invitation, however it is typed', async () => {
    const units = await scanUnits(coordinator.database, built.scanId);
    const unit = units.find(({ id }) => id === codes[0]?.scanUnitId);
    const known = { code: codeAt(0), groupId: unit?.reportingGroupId };
    expect(await group(codeAt(0))).toEqual(known);
    expect(await group(codeAt(0).toLowerCase().replaceAll('-', ' '))).toEqual(known);
  });

  test('is bound to the first request, which may come again; another one is refused', async () => {
    await bind(codeAt(1), 'one');
    await bind(codeAt(1), 'one');
    await expect(bind(codeAt(1), 'another')).rejects.toMatchObject({ status: 409, field: 'code' });
    await bind(codeAt(1), 'one');
    expect(await group(codeAt(1))).toMatchObject({ code: codeAt(1) });
  });

  test('asked with several requests at once goes to one of them', async () => {
    const attempts = await Promise.allSettled(['one', 'two', 'three'].map((request) => bind(codeAt(2), request)));
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('with a slip is told apart from a code of another peiling', async () => {
    const right = codeAt(3);
    const slip = right.slice(0, -1) + (right.endsWith('7') ? '8' : '7');
    await expect(group(slip)).rejects.toMatchObject({ status: 422, message: expect.stringContaining('typefout') });
    await expect(group('')).rejects.toMatchObject({ status: 422, field: 'code' });
    const other = await builtOpenScan(world, coordinator);
    await inviteEveryone(coordinator, { scanId: other.scanId });
    const foreign = { status: 403, message: expect.stringContaining('niet bij deze peiling') };
    await expect(group(right, other.scan)).rejects.toMatchObject(foreign);
  });

  test('guessed too often is answered with: wait; a right one still works', async () => {
    // All begin alike and pass the check: the code of another peiling, asked again and again.
    const other = await builtOpenScan(world, coordinator);
    await inviteEveryone(coordinator, { scanId: other.scanId });
    const [foreign] = await invitationCodes(coordinator, other.scanId);
    for (let guess = 0; guess < 20; guess += 1)
      await expect(group(foreign?.code ?? '')).rejects.toMatchObject({ status: 403 });
    await expect(group(foreign?.code ?? '')).rejects.toMatchObject({ status: 429 });
    await expect(group(codeAt(3))).resolves.toMatchObject({ code: codeAt(3) });
  });

  test('is bound to nothing once the peiling was closed, also when the page that asks has not noticed', async () => {
    const other = await builtOpenScan(world, coordinator);
    await inviteEveryone(coordinator, { scanId: other.scanId });
    const [first] = await invitationCodes(coordinator, other.scanId);
    await closeScan(coordinator, { scanId: other.scanId });
    await expect(bind(first?.code ?? '', 'one', other.scan)).rejects.toMatchObject({ status: 410 });
  });
});
