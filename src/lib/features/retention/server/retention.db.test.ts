// One piece: every test starts from the same small organisation, goes on to some night, and counts the same rows.
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordAudit } from '#lib/platform/audit/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { smallOrganisation } from '#lib/platform/testing/index.ts';
import type { SmallOrganisation } from '#lib/platform/testing/index.ts';
import { retentionKinds, retentionRules } from '../contract.ts';
import type { RetentionKind } from '../contract.ts';
import { deleteExpired, retentionPage, setRetention } from './index.ts';
import { countedPeiling } from './testing/counted-peiling.ts';

let small: SmallOrganisation;
let coordinator: Context;
beforeEach(async () => {
  small = await smallOrganisation();
  coordinator = small.coordinator;
  await coordinator.database.tables
    .insertInto('grant')
    .values({
      ...{ id: newId(), accountId: coordinator.actor.accountId ?? '', role: 'coordinator' },
      validFrom: small.world.clock.now(),
    })
    .execute();
});
afterEach(() => small.world.close());

const night = (day: string) => small.world.clock.set(new Date(`${day}T01:10:00Z`));
const run = (day: string) => {
  night(day);
  return deleteExpired(small.world.platform);
};
const rowsOf = async (
  table:
    | 'answerBlock'
    | 'openAnswer'
    | 'resultSnapshot'
    | 'outboxMail'
    | 'contactMessage'
    | 'person'
    | 'grant'
    | 'invitation',
) =>
  (
    await coordinator.database.tables
      .selectFrom(table)
      .select(sql<number>`1`.as('one'))
      .execute()
  ).length;
const log = async () =>
  (
    await coordinator.database.tables
      .selectFrom('auditEntry')
      .select(['action', 'subject', 'accountId'])
      .where('action', 'like', 'retention.%')
      .orderBy('at')
      .orderBy('action')
      .orderBy('subject')
      .execute()
  ).map(({ action, subject, accountId }) => `${action} ${subject ?? ''} ${accountId === null ? 'product' : 'person'}`);
const periods = (change: Partial<Record<RetentionKind, string>> = {}) => ({
  ...Object.fromEntries(retentionKinds.map((kind) => [kind, String(retentionRules[kind].usual)])),
  ...change,
});

const counted = (title: string, openedAt: string) => countedPeiling(small, title, openedAt);

describe('the nightly deletion', () => {
  test('deletes on the first night past the period, not a night earlier, and writes down the number alone', async () => {
    const { tables } = coordinator.database;
    const at = '2026-03-02T22:30:00Z';
    const mail = { kind: 'step-agenda', recipient: 'an@voorbeeld.nl', subject: 's', body: 'b', createdAt: at };
    await tables
      .insertInto('outboxMail')
      .values([
        { ...mail, id: newId() },
        { ...mail, id: newId() },
      ])
      .execute();
    await run('2026-06-02');
    expect(await rowsOf('outboxMail')).toBe(2);
    await run('2026-06-03');
    expect(await rowsOf('outboxMail')).toBe(0);
    expect(await log()).toEqual(['retention.mails-deleted 2 product']);
    await run('2026-06-03');
    expect(await log()).toEqual(['retention.mails-deleted 2 product']);
  });

  test('two processes at once delete once, and what they write down adds up', async () => {
    await counted('Oud', '2025-01-10T10:00:00Z');
    await counted('Nieuw', '2025-01-11T10:00:00Z');
    night('2026-03-03');
    await Promise.all([deleteExpired(small.world.platform), deleteExpired(small.world.platform)]);
    const numbers = (await log())
      .filter((line) => line.startsWith('retention.answers'))
      .map((line) => line.split(' ')[1]);
    expect(numbers.reduce((sum, n) => sum + Number(n), 0)).toBe(2);
    expect(await rowsOf('answerBlock')).toBe(0);
  });

  test('each other kind goes after its own period', async () => {
    const { tables } = coordinator.database;
    await counted('Een', '2026-03-02T10:00:00Z');
    const contactPersonId = newId();
    await tables
      .insertInto('contactPerson')
      .values({ id: contactPersonId, kind: 'adviser', name: 'Bo', email: 'bo@advies.nl' })
      .execute();
    await tables
      .insertInto('contactMessage')
      .values({ id: newId(), contactPersonId, subjectKind: 'general', shared: '[]', text: 't', sentAt: '2026-03-02' })
      .execute();
    await tables
      .insertInto('step')
      .values({
        ...{ id: newId(), unitId: small.unitId, area: 'trust', title: 'Stap', because: 'b', ownerName: 'Femke Jansen' },
        ...{ dueOn: '2026-03-01', measure: 'm', state: 'done', createdAt: '2026-01-01', endedAt: '2026-03-02' },
      })
      .execute();
    await recordAudit(coordinator.database, { at: new Date('2026-03-02'), accountId: null, action: 'scan.opened' });

    await run('2026-09-04'); // half a year
    expect(await log()).toEqual(['retention.answers-deleted 1 product']);
    await run('2027-03-04'); // a year
    expect((await log()).slice(1)).toEqual(['retention.messages-deleted 1 product']);
    await run('2028-03-04'); // two years
    expect((await log()).slice(2)).toEqual([
      'retention.invitations-deleted 1 product',
      'retention.mails-deleted 1 product', // the announcement itself
      'retention.steps-deleted 1 product',
      'retention.words-deleted 1 product',
    ]);
    expect(await rowsOf('invitation')).toBe(1);
    const step = await tables.selectFrom('step').select(['title', 'ownerName']).executeTakeFirstOrThrow();
    expect(step).toEqual({ title: 'Stap', ownerName: 'naam gewist' });
    await run('2029-03-04'); // three years: the log, and names beside what was recorded
    expect((await log())[0]).toBe('retention.answers-deleted 1 product');
    expect(await tables.selectFrom('scanPromise').select('recordedBy').execute()).toEqual([
      { recordedBy: 'naam gewist' },
    ]);
    expect(await log()).toContain('retention.log-deleted 1 product');
  });

  test('people who left are forgotten; who still has access, or came back, stays', async () => {
    const { world } = small;
    const { tables } = coordinator.database;
    const leaver = (name: string, email: string, accountId: string | null = null) => ({
      ...{ id: newId(), name, email, accountId },
      ...{ validFrom: '2025-01-01', validUntil: '2026-03-01' },
    });
    const still = await world.actor({ organisationId: small.organisationId, name: 'Nog Toegang' });
    const accountId = still.actor.accountId ?? '';
    await tables
      .insertInto('grant')
      .values({ id: newId(), accountId, role: 'adviser', validFrom: '2026-01-01' })
      .execute();
    await tables
      .insertInto('person')
      .values([
        leaver('Gaat Weg', 'weg@v.nl'),
        leaver('Nog Toegang', 'nog@v.nl', accountId),
        leaver('Weer Terug', 'terug@v.nl'),
        { ...leaver('Weer Terug', 'terug@v.nl'), validUntil: null },
      ])
      .execute();
    await run('2027-03-01');
    expect(await rowsOf('person')).toBe(4);
    await run('2027-03-02');
    const names = await tables.selectFrom('person').select('name').orderBy('name').execute();
    expect(names.map(({ name }) => name)).toEqual(['Nog Toegang', 'Weer Terug', 'Weer Terug']);
    expect(await log()).toEqual(['retention.leavers-deleted 1 product']);
  });

  test('a role that ended goes, and the account with its last role', async () => {
    const { world } = small;
    const { tables } = coordinator.database;
    const gone = await world.actor({ organisationId: small.organisationId, name: 'Oude Adviseur' });
    const accountId = gone.actor.accountId ?? '';
    const ended = {
      id: newId(),
      accountId,
      role: 'adviser' as const,
      validFrom: '2025-01-01',
      validUntil: '2026-03-01',
    };
    await tables.insertInto('grant').values(ended).execute();
    await recordAudit(coordinator.database, { at: new Date('2026-03-01'), accountId, action: 'step.added' });
    await run('2027-03-02');
    const { everyone } = world.platform.database;
    expect(await everyone.selectFrom('account').select('id').where('id', '=', accountId).execute()).toEqual([]);
    const entry = await tables
      .selectFrom('auditEntry')
      .select('accountId')
      .where('action', '=', 'step.added')
      .execute();
    expect(entry).toEqual([{ accountId: 'former' }]);
    expect(await rowsOf('grant')).toBe(2);
  });
});

describe('what people would miss', () => {
  test('is announced a month before, by mail and on the page, and goes on that day', async () => {
    await counted('Najaar', '2026-03-02T10:00:00Z');
    await run('2027-01-31');
    expect((await retentionPage(coordinator)).announced).toEqual([]);
    await run('2027-02-01');
    await run('2027-02-02');
    expect((await retentionPage(coordinator)).announced).toEqual([
      { kind: 'words', title: 'Najaar', goesOn: '2027-03-03' },
    ]);
    const mails = await coordinator.database.tables.selectFrom('outboxMail').selectAll().execute();
    expect(mails).toMatchObject([{ kind: 'retention-notice', recipient: coordinator.actor.email }]);
    expect(mails[0]?.body).toContain(
      'De antwoorden in eigen woorden van ‘Najaar’ worden gewist op woensdag 3 maart 2027.',
    );
    await run('2027-03-02');
    expect(await rowsOf('openAnswer')).toBe(1);
    await run('2027-03-03');
    expect(await rowsOf('openAnswer')).toBe(0);
    expect((await retentionPage(coordinator)).announced).toEqual([]);
  });

  test('a period that is made shorter announces first; one that is made longer withdraws', async () => {
    await counted('Najaar', '2026-03-02T10:00:00Z');
    night('2026-06-02');
    expect(await setRetention(coordinator, periods({ words: '2' }))).toEqual({ changed: 1 });
    await run('2026-06-03');
    expect(await rowsOf('openAnswer')).toBe(1);
    expect((await retentionPage(coordinator)).announced).toMatchObject([{ goesOn: '2026-07-03' }]);
    await setRetention(coordinator, periods({ words: '24' }));
    await run('2026-07-03');
    expect(await rowsOf('openAnswer')).toBe(1);
    expect((await retentionPage(coordinator)).announced).toEqual([]);
  });

  test('the newest result stays, and what a peiling that isn’t counted compares with', async () => {
    const old = await counted('Oudste', '2026-03-02T10:00:00Z');
    const previous = await counted('Vorige', '2026-03-03T10:00:00Z');
    await counted('Nieuwste', '2026-03-04T10:00:00Z');
    const { tables } = coordinator.database;
    await tables
      .insertInto('scan')
      .values({
        ...{ id: newId(), code: 'NIEUW001', title: 'Nu', form: 'short', instrumentVersion: '1', languages: ['nl'] },
        ...{ minimumGroupSize: 5, opensOn: '2031-03-01', closesOn: '2031-03-20', state: 'open' },
        ...{ previousScanId: previous, contactName: 'A', contactEmail: 'a@v.nl', createdAt: '2031-03-01' },
      })
      .execute();
    await run('2031-03-10');
    await run('2031-04-10');
    const left = await tables.selectFrom('resultSnapshot').select('scanId').execute();
    expect(left).toHaveLength(2);
    expect(left).not.toContainEqual({ scanId: old });
    expect(await tables.selectFrom('invitation').select('scanId').where('personId', 'is not', null).execute()).toEqual([
      { scanId: previous },
    ]);
  });
});

describe('setting the periods', () => {
  test('is for the coordinator, within bounds, and is written down; everyone with a role reads them', async () => {
    for (const context of [small.member, small.manager, small.director])
      await expect(setRetention(context, periods())).rejects.toMatchObject({ status: 403 });
    await expect(setRetention(coordinator, periods({ log: '11' }))).rejects.toMatchObject({
      status: 422,
      field: 'log',
    });
    await expect(setRetention(coordinator, periods({ mails: '13' }))).rejects.toMatchObject({ field: 'mails' });
    await expect(setRetention(coordinator, periods({ mails: '1,5' }))).rejects.toMatchObject({ field: 'mails' });
    await expect(setRetention(coordinator, {})).rejects.toMatchObject({ status: 422 });
    expect(await setRetention(coordinator, periods())).toEqual({ changed: 0 });
    expect(await setRetention(coordinator, periods({ mails: '12', words: '36' }))).toEqual({ changed: 2 });
    expect(await log()).toEqual(['retention.changed mails 3 12 person', 'retention.changed words 12 36 person']);
    const page = await retentionPage(small.member);
    expect(page.maySet).toBe(false);
    expect(page.lines).toContainEqual({ kind: 'mails', months: 12, isUsual: false });
    expect(page.lines).toContainEqual({ kind: 'results', months: 60, isUsual: true });
  });
});

describe('one thing that fails', () => {
  test('stops neither another kind nor another organisation, and the job says so', async () => {
    const { world } = small;
    const other = world.platform.database.of(await world.organisation('Elders'));
    const mail = { kind: 'k', recipient: 'an@v.nl', subject: 's', body: 'b', createdAt: '2026-03-02' };
    for (const database of [coordinator.database, other])
      await database.tables
        .insertInto('outboxMail')
        .values({ ...mail, id: newId() })
        .execute();
    const stuck = await counted('Najaar', '2026-03-02T10:00:00Z');
    const { everyone } = world.platform.database;
    await sql`create function refuse() returns trigger language plpgsql as $$
      begin raise exception 'can not be deleted'; end $$`.execute(everyone);
    await sql`create trigger refuse before delete on answer_block for each row execute function refuse()`.execute(
      everyone,
    );
    night('2026-10-01');
    await expect(deleteExpired(world.platform)).rejects.toThrow('1 kinds of data');
    expect(await rowsOf('outboxMail')).toBe(0);
    expect(await other.tables.selectFrom('outboxMail').select('id').execute()).toEqual([]);
    expect(await rowsOf('answerBlock')).toBe(1);
    await sql`drop trigger refuse on answer_block`.execute(everyone);
    await deleteExpired(world.platform);
    expect(await rowsOf('answerBlock')).toBe(0);
    expect(stuck).not.toBe('');
  });

  test('the example organisation is left alone', async () => {
    const { world } = small;
    const { everyone } = world.platform.database;
    await everyone
      .updateTable('organisation')
      .set({ kind: 'example' })
      .where('id', '=', small.organisationId)
      .execute();
    await counted('Voorbeeld', '2020-03-02T10:00:00Z');
    await run('2026-03-03');
    await run('2026-05-03');
    expect([await rowsOf('answerBlock'), await rowsOf('openAnswer'), await rowsOf('resultSnapshot')]).toEqual([
      1, 1, 1,
    ]);
  });
});
