import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { smallOrganisation } from '#lib/platform/testing/index.ts';
import type { SmallOrganisation } from '#lib/platform/testing/index.ts';
import { formerActor } from '../contract.ts';
import { erasePerson, personalDataFile, personalDataOf, subjectList } from './index.ts';
import { email, name, somebodyEverywhere } from './testing/somebody-everywhere.ts';

/** Every table of the database with a row in which one of these texts stands, whatever the column. */
async function tablesWith(small: SmallOrganisation, texts: readonly string[]): Promise<string[]> {
  const { pool } = small.world.platform.database;
  const { rows } = await pool.query<{ schema: string; name: string }>(
    `select table_schema as schema, table_name as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { schema, name } of rows) {
    const hits = await pool.query(
      `select 1 from "${schema}"."${name}" as t where exists (select 1 from unnest($1::text[]) as wanted
       where position(lower(wanted) in lower(t::text)) > 0) limit 1`,
      [texts],
    );
    if (hits.rows.length > 0) found.push(name);
  }
  return found.sort();
}

describe('erasing somebody who is everywhere', () => {
  let small: SmallOrganisation;
  let coordinator: Context;
  let who: Awaited<ReturnType<typeof somebodyEverywhere>>;
  const traces = () => [name, email, who.personId, who.accountId];

  beforeAll(async () => {
    small = await smallOrganisation();
    coordinator = small.coordinator;
    who = await somebodyEverywhere(small);
  });
  afterAll(() => small.world.close());

  test('what is kept on them is all told first, and never whether an invitation was used', async () => {
    const told = await personalDataOf(coordinator, `p-${who.personId}`);
    const perKind = Object.fromEntries(told.kinds.map(({ kind, records }) => [kind, records.length]));
    expect(perKind).toEqual({
      ...{ list: 1, places: 1, account: 1, access: 1, invitations: 2, steps: 1 },
      ...{ names: 10, messages: 2, mails: 1, log: 1 },
    });
    const json = new TextDecoder().decode((await personalDataFile(coordinator, told, 'json')).bytes);
    expect(json).toContain('"Peiling najaar"');
    // What she wrote to a contact person is hers to read, not the coordinator's.
    expect(json).not.toContain('Van haar');
    expect(json).not.toMatch(/numberDigest|codeTag|digest/i);
    const pdf = await personalDataFile(coordinator, told, 'pdf');
    expect(new TextDecoder('latin1').decode(pdf.bytes.slice(0, 5))).toBe('%PDF-');
  });

  test('the search of this test finds them in every table that was filled, before', async () => {
    expect(await tablesWith(small, traces())).toEqual(
      [
        ...['account', 'audit_entry', 'contact_message', 'contact_person', 'conversation', 'cut_score_adoption'],
        ...['grant', 'import_draft', 'invitation', 'membership', 'not_done', 'open_answer', 'outbox_mail', 'person'],
        ...[
          'pool',
          'research_export',
          'scan',
          'scan_consent',
          'scan_key',
          'scan_promise',
          'session',
          'step',
          'step_action',
        ],
        'verification',
        'words_release',
      ].sort(),
    );
  });

  test('is for the coordinator, who says to be sure', async () => {
    const { world } = small;
    const subject = `p-${who.personId}`;
    await expect(erasePerson(world.platform, coordinator, { subject })).rejects.toMatchObject({ status: 422 });
    for (const context of [small.member, small.manager, small.director]) {
      await expect(erasePerson(world.platform, context, { subject, isSure: 'yes' })).rejects.toMatchObject({
        status: 403,
      });
      await expect(personalDataOf(context, subject)).rejects.toMatchObject({ status: 403 });
      await expect(subjectList(context, '')).rejects.toMatchObject({ status: 403 });
    }
  });

  test('is refused while they are the contact, or keep a share of the key, of a peiling that isn’t counted', async () => {
    const { tables } = coordinator.database;
    const contact = (contactEmail: string) =>
      tables.updateTable('scan').set({ contactEmail }).where('id', '=', who.openScan).execute();
    await contact(email);
    const input = { subject: `p-${who.personId}`, isSure: 'yes' };
    await expect(erasePerson(small.world.platform, coordinator, input)).rejects.toMatchObject({ status: 409 });
    await contact('ada@voorbeeld.nl');
    const key = { scanId: who.openScan, kind: 'keeper' as const, publicKey: Buffer.alloc(32), keptBy: name };
    await tables.insertInto('scanKey').values(key).execute();
    await expect(erasePerson(small.world.platform, coordinator, input)).rejects.toThrow('sleutel');
    await tables.deleteFrom('scanKey').where('scanId', '=', who.openScan).execute();
  });

  test('leaves neither name, nor address, nor id in any table, and everybody else’s rows where they were', async () => {
    const { tables } = coordinator.database;
    const counts = async () =>
      Promise.all(
        (['invitation', 'step', 'stepAction', 'conversation', 'notDone', 'openAnswer', 'scanConsent'] as const).map(
          async (table) =>
            (
              await tables
                .selectFrom(table)
                .select(sql<number>`1`.as('one'))
                .execute()
            ).length,
        ),
      );
    const before = await counts();
    const erased = await erasePerson(small.world.platform, coordinator, {
      subject: `p-${who.personId}`,
      isSure: 'yes',
    });
    expect(erased).toMatchObject({ name, isAccountKept: false, areTextsKept: false, openInvitations: 1 });
    expect(await tablesWith(small, traces())).toEqual([]);
    expect(await counts()).toEqual(before);
    const step = await tables.selectFrom('step').select(['title', 'ownerName', 'measure']).executeTakeFirstOrThrow();
    expect(step).toEqual({
      title: 'Koffie met oud-medewerker',
      ownerName: 'oud-medewerker',
      measure: 'mail oud-medewerker',
    });
    const log = await tables.selectFrom('auditEntry').select(['accountId', 'action']).orderBy('at').execute();
    expect(log).toContainEqual({ accountId: formerActor, action: 'scan.opened' });
    expect(log).toContainEqual({ accountId: coordinator.actor.accountId, action: 'personal-data.erased' });
  });

  test('keeps both invitations under one id of nobody, so that two invited lists can still be compared', async () => {
    const { tables } = coordinator.database;
    const invitations = await tables.selectFrom('invitation').select('personId').execute();
    expect(new Set(invitations.map(({ personId }) => personId)).size).toBe(1);
    expect(invitations[0]?.personId).not.toBeNull();
  });
});

describe('erasing with care for others', () => {
  test('somebody else of the same name keeps their texts; a single word is never replaced inside sentences', async () => {
    const small = await smallOrganisation();
    const { world, coordinator, unitId } = small;
    const { tables } = coordinator.database;
    const at = world.clock.now();
    const [first, second, roos] = [newId(), newId(), newId()];
    await tables
      .insertInto('person')
      .values([
        { id: first, name: 'Jan de Wit', email: 'jan@voorbeeld.nl', validFrom: at },
        { id: second, name: 'Jan de Wit', email: 'jan2@voorbeeld.nl', validFrom: at },
        { id: roos, name: 'Roos', email: null, validFrom: at },
      ])
      .execute();
    const text = 'Jan de Wit plukt een roos, mail jan@voorbeeld.nl of bonjan@voorbeeld.nl';
    const line = { id: newId(), unitId, said: text, because: 'zo', createdAt: at };
    await tables.insertInto('notDone').values(line).execute();
    const erase = (id: string) => erasePerson(world.platform, coordinator, { subject: `p-${id}`, isSure: 'yes' });
    expect(await erase(first)).toMatchObject({ areTextsKept: true });
    expect(await erase(roos)).toMatchObject({ areTextsKept: true });
    const { said } = await tables.selectFrom('notDone').select('said').executeTakeFirstOrThrow();
    expect(said).toBe('Jan de Wit plukt een roos, mail oud-medewerker of bonjan@voorbeeld.nl');
    expect(await tables.selectFrom('person').select('id').execute()).toEqual([{ id: second }]);
    await world.close();
  });

  test('an account with a role in another organisation stays there, and is nobody here', async () => {
    const small = await smallOrganisation();
    const { world, coordinator } = small;
    const elsewhere = world.platform.database.of(await world.organisation('Elders'));
    const adviser = await world.actor({ organisationId: small.organisationId, roles: ['adviser'], name: 'Ina Vos' });
    const accountId = adviser.actor.accountId ?? '';
    for (const database of [coordinator.database, elsewhere]) {
      await database.tables
        .insertInto('grant')
        .values({ id: newId(), accountId, role: 'adviser', validFrom: world.clock.now() })
        .execute();
    }
    const found = await subjectList(coordinator, 'ina');
    expect(found).toMatchObject([{ subject: `a-${accountId}`, standing: 'account' }]);
    const erased = await erasePerson(world.platform, coordinator, { subject: `a-${accountId}`, isSure: 'yes' });
    expect(erased).toMatchObject({ isAccountKept: true });
    expect(await elsewhere.tables.selectFrom('grant').select('accountId').execute()).toEqual([{ accountId }]);
    expect(await subjectList(coordinator, 'ina')).toEqual([]);
    await expect(
      erasePerson(world.platform, coordinator, { subject: `a-${coordinator.actor.accountId ?? ''}`, isSure: 'yes' }),
    ).rejects.toMatchObject({ status: 404 });
    await world.close();
  });
});
