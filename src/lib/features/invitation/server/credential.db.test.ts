import { randomBytes } from 'node:crypto';
import { ballotNumber } from '@lerend/ballot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeScan, scanUnits } from '#lib/features/scan/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { verifyCredential } from './credential.ts';
import { builtOpenScan, builtOrganisation } from './testing/invitation-builder.ts';
import type { BuiltScan } from './testing/invitation-builder.ts';
import { invitationCodes } from './invitation-codes.ts';
import { inviteEveryone } from './invite-everyone.ts';
import { issueCredential } from './issue-credential.ts';

const newNumber = (): string => ballotNumber(new Uint8Array(randomBytes(16)));

let world: TestWorld;
let coordinator: Context;
let built: BuiltScan;
let codes: Awaited<ReturnType<typeof invitationCodes>>;
let whole: string | undefined;

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
  whole = (await scanUnits(coordinator.database, built.scanId))[0]?.id;
});
afterAll(() => world.close());

const codeAt = (at: number): string => codes[at]?.code ?? '';
const ask = (code: string, number: string, scan = built.scan) =>
  issueCredential(world.platform, scan, { code, number }, 'nl');

describe('a code', () => {
  test('gives the right to hand in one ballot, under the group with which its unit is counted', async () => {
    const number = newNumber();
    const issued = await ask(codeAt(0), number);
    // Three people in Noord and six at night: too few to be groups, so everyone is counted with the whole.
    expect(issued.scanUnitId).toBe(whole);
    expect(codes[0]?.scanUnitId).not.toBe(whole);
    expect(verifyCredential(world.platform, built.scan, { ...issued, number })).toBe(true);
  });

  test('gives the same number the same right again, and another number none', async () => {
    const number = newNumber();
    const first = await ask(codeAt(1), number);
    expect(await ask(codeAt(1).toLowerCase().replaceAll('-', ' '), number)).toEqual(first);
    await expect(ask(codeAt(1), newNumber())).rejects.toMatchObject({ status: 409, field: 'code' });
    expect(await ask(codeAt(1), number)).toEqual(first);
  });

  test('asked with two numbers at once goes to one of them', async () => {
    const attempts = await Promise.allSettled([
      ask(codeAt(2), newNumber()),
      ask(codeAt(2), newNumber()),
      ask(codeAt(2), newNumber()),
    ]);
    expect(attempts.filter((attempt) => attempt.status === 'fulfilled')).toHaveLength(1);
  });

  test('with a slip is told apart from a code of another peiling', async () => {
    const right = codeAt(3);
    const slip = right.slice(0, -1) + (right.endsWith('7') ? '8' : '7');
    await expect(ask(slip, newNumber())).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('typefout'),
    });
    await expect(ask('', newNumber())).rejects.toMatchObject({ status: 422, field: 'code' });
    const other = await builtOpenScan(world, coordinator);
    await inviteEveryone(coordinator, { scanId: other.scanId });
    await expect(ask(right, newNumber(), other.scan)).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('niet bij deze peiling'),
    });
  });

  test('is not asked for with something that is no number', async () => {
    for (const number of ['', 'abc', newNumber() + 'AA'])
      await expect(ask(codeAt(3), number)).rejects.toMatchObject({ status: 422 });
  });

  test('guessed too often is answered with: wait; a right one still works', async () => {
    // All begin alike and pass the check: the code of another peiling, asked again and again.
    const other = await builtOpenScan(world, coordinator);
    await inviteEveryone(coordinator, { scanId: other.scanId });
    const [foreign] = await invitationCodes(coordinator, other.scanId);
    for (let guess = 0; guess < 20; guess += 1)
      await expect(ask(foreign?.code ?? '', newNumber())).rejects.toMatchObject({ status: 403 });
    await expect(ask(foreign?.code ?? '', newNumber())).rejects.toMatchObject({ status: 429 });
    await expect(ask(codeAt(3), newNumber())).resolves.toMatchObject({ scanUnitId: whole });
  });
});

describe('a credential', () => {
  test('is worth nothing with another number, unit or peiling', async () => {
    const number = newNumber();
    const issued = await ask(codeAt(4), number);
    const units = await scanUnits(coordinator.database, built.scanId);
    const elsewhere = units.find((unit) => unit.id !== issued.scanUnitId)?.id ?? '';
    const verify = (change: object, scan: { scanId: string } = built.scan) =>
      verifyCredential(world.platform, scan, { ...issued, number, ...change });
    expect(verify({})).toBe(true);
    expect(verify({ number: newNumber() })).toBe(false);
    expect(verify({ scanUnitId: elsewhere })).toBe(false);
    expect(verify({ credential: `${issued.credential.slice(0, -2)}AA` })).toBe(false);
    expect(verify({ credential: '' })).toBe(false);
    expect(verify({}, { scanId: crypto.randomUUID() })).toBe(false);
  });
});

describe('time', () => {
  test('before the first day, after the last and after closing a code gives nothing', async () => {
    const start = world.clock.now();
    const early = await builtOpenScan(world, coordinator, { opensOn: '2026-03-09' });
    await inviteEveryone(coordinator, { scanId: early.scanId });
    const [first] = await invitationCodes(coordinator, early.scanId);
    const number = newNumber();
    const attempt = () => ask(first?.code ?? '', number, early.scan);
    await expect(attempt()).rejects.toMatchObject({ status: 409, message: expect.stringContaining('9 maart') });
    world.clock.set(new Date('2026-03-23T21:00:00Z'));
    await expect(attempt()).resolves.toBeDefined();
    world.clock.set(new Date('2026-03-24T08:00:00Z'));
    await expect(attempt()).rejects.toMatchObject({ status: 410 });
    world.clock.set(new Date('2026-03-12T08:00:00Z'));
    await closeScan(coordinator, { scanId: early.scanId });
    // The page that asks may still hold the peiling as it was some seconds ago.
    await expect(attempt()).rejects.toMatchObject({ status: 410 });
    world.clock.set(start);
  });
});
