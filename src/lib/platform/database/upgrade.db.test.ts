import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { migrate, pendingMigrations } from './index.ts';

const folder = new URL('../../../../database/migrations/', import.meta.url);
const name = `upgrade_${randomBytes(8).toString('hex')}`;
let administrator: pg.Client;
let pool: pg.Pool;
let firstOnly: string;

/** What an organisation had when there was only the first migration: a draft, an open peiling and one with a result. */
const dataOfTheFirst = `
insert into account (id, name, email) values ('a1', 'Sanne', 'sanne@voorbeeld.nl');
insert into organisation (id, name) values ('00000000-0000-4000-8000-000000000001', 'De Proef');
insert into unit (organisation_id, id, name, valid_from)
  values ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000aa', 'De Proef', now());
insert into scan (organisation_id, id, code, title, form, instrument_version, languages, minimum_group_size, opens_on,
    closes_on, state, contact_name, contact_email, created_at)
  select '00000000-0000-4000-8000-000000000001', id::uuid, code, code, form, '2026.1', '{nl,en}', 5, '2026-03-02',
    '2026-03-20', state, 'Sanne', 'sanne@voorbeeld.nl', now()
  from (values ('00000000-0000-4000-8000-000000000011', 'DRAFT222', 'pulse', 'draft'),
    ('00000000-0000-4000-8000-000000000012', 'OPEN2222', 'short', 'open'),
    ('00000000-0000-4000-8000-000000000013', 'DONE2222', 'full', 'opened')) as s (id, code, form, state);
insert into public_address (code, organisation_id, kind, target_id)
  values ('OPEN2222', '00000000-0000-4000-8000-000000000001', 'scan', '00000000-0000-4000-8000-000000000012');
insert into scan_unit (organisation_id, scan_id, id, source_unit_id, name, reporting_group_id)
  select organisation_id, id, '00000000-0000-4000-8000-0000000000bb', '00000000-0000-4000-8000-0000000000aa', 'De Proef',
    '00000000-0000-4000-8000-0000000000bb' from scan where state <> 'draft';
insert into ballot (organisation_id, scan_id, number, scan_unit_id, payload)
  values ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000012', '\\x01',
    '00000000-0000-4000-8000-0000000000bb', '\\x02');
insert into result_snapshot (organisation_id, scan_id, method_version, snapshot, made_at)
  values ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000013', '1.0.0', '{}', now());
`;

beforeAll(async () => {
  const { host, port, user } = inject('testDatabase');
  administrator = new pg.Client({ host, port, user, database: 'postgres' });
  await administrator.connect();
  await administrator.query(`create database ${name}`);
  pool = new pg.Pool({ host, port, user, database: name, max: 4 });
  firstOnly = await mkdtemp(join(tmpdir(), 'lerend-first-'));
  await mkdir(firstOnly, { recursive: true });
  await copyFile(new URL('0001-foundation.sql', folder), join(firstOnly, '0001-foundation.sql'));
  await migrate(pool, pathToFileURL(`${firstOnly}/`));
  await pool.query(dataOfTheFirst);
});
afterAll(async () => {
  await pool.end();
  await administrator.query(`drop database ${name}`);
  await administrator.end();
  await rm(firstOnly, { recursive: true });
});

const rows = async (query: string): Promise<unknown[]> => (await pool.query(query)).rows;

describe('a database of the first migration, with data in it', () => {
  test('takes every later one once, also when two processes start at once', async () => {
    const later = (await readdir(folder))
      .filter((file) => file.endsWith('.sql') && file !== '0001-foundation.sql')
      .sort();
    expect(later.length).toBeGreaterThan(0);
    expect(await pendingMigrations(pool)).toEqual(later);
    const ran = await Promise.all([migrate(pool), migrate(pool)]);
    expect(ran.toSorted((a, b) => b.length - a.length)).toEqual([later, []]);
    expect(await pendingMigrations(pool)).toEqual([]);
  });

  test('keeps its peilingen as they were: regular, with the built-in levels', async () => {
    expect(
      await rows('select code, form, state, kind, researcher, cut_score_version_id from scan order by code'),
    ).toEqual(
      [
        ['DONE2222', 'full', 'opened'],
        ['DRAFT222', 'pulse', 'draft'],
        ['OPEN2222', 'short', 'open'],
      ].map(([code, form, state]) => ({
        code,
        form,
        state,
        kind: 'regular',
        researcher: null,
        cut_score_version_id: null,
      })),
    );
    expect(await rows('select code from public_address')).toHaveLength(1);
    // Sealed at the next start: answering/server/seal-early-ballots.db.test.ts.
    expect(await rows('select number from early_ballot')).toHaveLength(1);
    expect(await rows('select method_version from result_snapshot')).toEqual([{ method_version: '1.0.0' }]);
  });

  test('lets an open peiling close, and never become a pilot', async () => {
    await expect(
      pool.query(
        "update scan set kind = 'pilot', researcher = 'Iemand', rows_kept_until = '2027-01-01' where code = 'OPEN2222'",
      ),
    ).rejects.toThrow(/does not change/);
    await pool.query("update scan set state = 'closed', closed_at = now() where code = 'OPEN2222'");
    await expect(pool.query("update scan set kind = 'pilot' where code = 'DRAFT222'")).rejects.toThrow(
      /check constraint/,
    );
  });

  test('still knows what an address can lead to', async () => {
    const add = (kind: string) =>
      pool.query(
        `insert into public_address (code, organisation_id, kind, target_id)
          values ($1, '00000000-0000-4000-8000-000000000001', $2, '00000000-0000-4000-8000-000000000012')`,
        [kind, kind],
      );
    await add('reader');
    await add('standard-setting');
    await expect(add('elsewhere')).rejects.toThrow(/check constraint/);
  });
});
