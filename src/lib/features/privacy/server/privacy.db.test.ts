import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordAudit } from '#lib/platform/audit/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { auditLog, privacyFigures } from './index.ts';

let world: TestWorld;
let organisationId: string;
let council: Context;

beforeAll(async () => {
  world = await testWorld();
  organisationId = await world.organisation();
  council = await world.actor({ organisationId, roles: ['works-council'], name: 'Ans' });
});
afterAll(() => world.close());

const scan = async (state: 'draft' | 'open' | 'closed' | 'opened'): Promise<string> => {
  const id = newId();
  await council.database.tables
    .insertInto('scan')
    .values({
      id,
      code: newId(),
      title: 'Peiling',
      form: 'short',
      instrumentVersion: '1.0.0',
      languages: ['nl'],
      minimumGroupSize: 5,
      opensOn: '2026-02-01',
      closesOn: '2026-02-14',
      state,
      contactName: 'Noor',
      contactEmail: 'noor@voorbeeld.nl',
      createdAt: world.clock.now(),
    })
    .execute();
  return id;
};

describe('privacyFigures', () => {
  test('counts who works here now, with and without a mail address', async () => {
    const at = world.clock.now();
    const person = (name: string, email: string | null, validUntil: Date | null) => ({
      id: newId(),
      name,
      email,
      validFrom: new Date('2026-01-01'),
      validUntil,
    });
    const people = [
      person('A', 'a@voorbeeld.nl', null),
      person('B', null, null),
      person('C', 'c@voorbeeld.nl', new Date('2026-02-01')),
    ];
    await council.database.tables.insertInto('person').values(people).execute();
    expect(at.getTime()).toBeGreaterThan(new Date('2026-02-01').getTime());
    expect(await privacyFigures(council)).toMatchObject({ people: 2, withAddress: 1 });
  });

  test('an opened peiling counts as wiped only when no ballot of it is left', async () => {
    await scan('draft');
    await scan('open');
    await scan('opened');
    const notWiped = await scan('opened');
    await council.database.tables
      .insertInto('issuance')
      .values({ scanId: notWiped, issueTag: new Uint8Array(32), requestDigest: new Uint8Array(32) })
      .execute();
    expect(await privacyFigures(council)).toMatchObject({ openScans: 1, openedScans: 2, openedAndWiped: 1 });
    await council.database.tables.deleteFrom('issuance').where('scanId', '=', notWiped).execute();
    expect(await privacyFigures(council)).toMatchObject({ openedScans: 2, openedAndWiped: 2 });
  });

  test('counts an account once, whatever its roles, and not when its access has ended', async () => {
    const accountId = council.actor.accountId ?? '';
    const grant = (role: 'works-council' | 'member', validUntil: Date | null) => ({
      id: newId(),
      accountId,
      role,
      validFrom: new Date('2026-01-01'),
      validUntil,
    });
    await council.database.tables
      .insertInto('grant')
      .values([grant('works-council', null), grant('member', null)])
      .execute();
    expect(await privacyFigures(council)).toMatchObject({ withAccess: 1 });
    await council.database.tables
      .updateTable('grant')
      .set({ validUntil: new Date('2026-02-01') })
      .execute();
    expect(await privacyFigures(council)).toMatchObject({ withAccess: 0 });
  });

  test('counts nothing of another organisation', async () => {
    const other = await world.actor({ organisationId: await world.organisation(), roles: ['member'] });
    expect(await privacyFigures(other)).toEqual({
      people: 0,
      withAddress: 0,
      withAccess: 0,
      openScans: 0,
      openedScans: 0,
      openedAndWiped: 0,
    });
  });

  test('are not for who has no role here', async () => {
    await expect(privacyFigures(await world.actor({ organisationId }))).rejects.toMatchObject({ status: 403 });
  });
});

describe('auditLog', () => {
  test('gives the last two hundred entries, the last one first, with the name of who acted', async () => {
    for (let minute = 0; minute < 205; minute += 1) {
      const at = new Date(Date.UTC(2026, 0, 1, 0, minute));
      await recordAudit(council.database, {
        at,
        accountId: minute % 2 ? council.actor.accountId : null,
        action: 'scan.opened',
      });
    }
    const log = await auditLog(council);
    expect(log).toHaveLength(200);
    expect(log[0]).toMatchObject({ at: '2026-01-01T03:24:00.000Z', who: null, isProduct: true, action: 'scan.opened' });
    expect(log[1]).toMatchObject({ who: 'Ans', isProduct: false });
  });

  test('names the units of a list of codes that was printed', async () => {
    const scanId = await scan('open');
    const units = ['Noord', 'Zuid'].map((name, position) => {
      const id = newId();
      return { scanId, id, sourceUnitId: newId(), name, position, reportingGroupId: id };
    });
    await council.database.tables.insertInto('scanUnit').values(units).execute();
    const subject = units.map(({ id }) => id).join(' ');
    const at = new Date('2026-02-01');
    await recordAudit(council.database, { at, accountId: null, action: 'invitation.letters-made', subject });
    await recordAudit(council.database, {
      at: new Date('2026-02-02'),
      accountId: null,
      action: 'scan.closed',
      subject,
    });
    const log = await auditLog(council);
    expect(log.find(({ action }) => action === 'invitation.letters-made')?.units).toEqual(['Noord', 'Zuid']);
    expect(log.find(({ action }) => action === 'scan.closed')?.units).toEqual([]);
  });

  test.each(['manager', 'member', 'director', 'adviser'] as const)('is not for a %s', async (role) => {
    await expect(auditLog(await world.actor({ organisationId, roles: [role] }))).rejects.toMatchObject({ status: 403 });
  });

  test('is for the coordinator as well', async () => {
    expect(await auditLog(await world.actor({ organisationId, roles: ['coordinator'] }))).toHaveLength(200);
  });
});
