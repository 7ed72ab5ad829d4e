import { afterAll, beforeAll, expect, test } from 'vitest';
import { queueMail } from '#lib/platform/mail/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { builtOpenScan, builtOrganisation } from './testing/invitation-builder.ts';
import type { BuiltScan } from './testing/invitation-builder.ts';
import { invitationCodes } from './invitation-codes.ts';
import { inviteEveryone } from './invite-everyone.ts';
import { bindCode } from './bind-code.ts';
import { groupOfCode } from './group-of-code.ts';
import { sendInvitations } from './send-invitations.ts';
import { sendMailing } from './send-mailing.ts';

/** The attack: somebody has the whole database and looks for codes, however they are written. */
async function codesInDatabase(world: TestWorld, codes: readonly string[]): Promise<string[]> {
  const { pool } = world.platform.database;
  const tables = await pool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const found = new Set<string>();
  for (const { name } of tables.rows) {
    const rows = await pool.query<{ row: string }>(`select row_to_json(t)::text as row from ${name} t`);
    const text = rows.rows
      .map(({ row }) => row)
      .join('\n')
      .toUpperCase();
    for (const code of codes) {
      const plain = code.replaceAll('-', '');
      const spellings = [code, plain, Buffer.from(code).toString('hex'), Buffer.from(plain).toString('hex')];
      if (spellings.some((spelling) => text.includes(spelling.toUpperCase()))) found.add(`${name} holds ${code}`);
    }
  }
  return [...found];
}

let world: TestWorld;
let built: BuiltScan;
let codes: string[];

beforeAll(async () => {
  world = await testWorld();
  const coordinator = await builtOrganisation(world, [
    { name: 'An', email: 'an@voorbeeld.nl' },
    { name: 'Bo', email: 'bo@voorbeeld.nl' },
  ]);
  built = await builtOpenScan(world, coordinator);
  await inviteEveryone(coordinator, { scanId: built.scanId });
  codes = (await invitationCodes(coordinator, built.scanId)).map(({ code }) => code);
  await sendInvitations(coordinator, { scanId: built.scanId });
  const mailing = await coordinator.database.tables.selectFrom('mailing').select('id').executeTakeFirstOrThrow();
  const { organisationId } = coordinator.database;
  await sendMailing(world.platform, { organisationId, scanId: built.scanId, mailingId: mailing.id });
  for (const code of codes) await bindCode(world.platform, built.scan, { code, request: 'a blinded number' }, 'nl');
  await expect(groupOfCode(world.platform, built.scan, codes[0]?.replace(/.$/, 'X') ?? '', 'nl')).rejects.toBeDefined();
});
afterAll(() => world.close());

test('the codes did go out, each in one mail', () => {
  const mailed = codes.filter((code) => world.sentMail.filter(({ text }) => text.includes(`#${code}`)).length === 1);
  expect(mailed).toHaveLength(2);
});

test('no table holds a code: not the invitations, the outbox, the audit log, the jobs or the rate limits', async () => {
  expect(codes).toHaveLength(8);
  expect(await codesInDatabase(world, codes)).toEqual([]);
});

test('no error of a failed mailing quotes a code or an address', async () => {
  const { organisationId } = built.coordinator.database;
  const broken = {
    ...world.platform,
    mailer: {
      canSend: true,
      sendNow: ({ to, text }: { to: string; text: string }) => Promise.reject(new Error(`421 <${to}> ${text}`)),
    },
  };
  await built.coordinator.database.tables.updateTable('mailing').set({ sentAt: null, sentThrough: null }).execute();
  const mailing = await built.coordinator.database.tables.selectFrom('mailing').select('id').executeTakeFirstOrThrow();
  const failed = sendMailing(broken, { organisationId, scanId: built.scanId, mailingId: mailing.id });
  await expect(failed).rejects.toThrowError(/^The mail server can't be used now \(unknown\)$/);
});

test('the attack succeeds on the naive way: the same mail through the outbox', async () => {
  const [mail] = world.sentMail;
  if (!mail) throw new Error('There was no mail to send the naive way.');
  await queueMail(built.coordinator.database, world.platform.jobs, {
    ...mail,
    kind: 'invitation',
    at: world.clock.now(),
  });
  expect(await codesInDatabase(world, codes)).toEqual([expect.stringContaining('outbox_mail holds')]);
});
