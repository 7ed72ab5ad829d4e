import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { testWorld } from '../testing/index.ts';
import type { TestWorld } from '../testing/index.ts';
import { newId } from './new-id.ts';

describe('an organisation’s database handle', () => {
  let world: TestWorld;
  let mine: string;
  let theirs: string;
  const unitIn: Record<string, string> = {};

  beforeAll(async () => {
    world = await testWorld();
    mine = await world.organisation('Mijn');
    theirs = await world.organisation('Hun');
    for (const organisationId of [mine, theirs]) {
      const id = newId();
      unitIn[organisationId] = id;
      await world.platform.database
        .of(organisationId)
        .tables.insertInto('unit')
        .values({ id, name: 'Team', validFrom: world.clock.now() })
        .execute();
    }
  });
  afterAll(() => world.close());

  const handle = (): ReturnType<TestWorld['platform']['database']['of']> => world.platform.database.of(mine);

  test('reads its own rows only', async () => {
    const units = await handle().tables.selectFrom('unit').select('organisationId').execute();
    expect(units).toEqual([{ organisationId: mine }]);
  });

  test('does not reach past itself through an OR', async () => {
    const units = await handle()
      .tables.selectFrom('unit')
      .selectAll()
      .where((eb) => eb.or([eb('name', '=', 'Team'), eb('name', '=', 'Anders')]))
      .execute();
    expect(units).toHaveLength(1);
  });

  test('does not reach past itself through a join, a subquery or an alias', async () => {
    const { tables } = handle();
    const joined = await tables
      .selectFrom('unit as one')
      .innerJoin('unit as other', (join) => join.onTrue())
      .select(['one.organisationId', 'other.organisationId as second'])
      .execute();
    expect(joined).toEqual([{ organisationId: mine, second: mine }]);
    const inside = await tables
      .selectFrom('unit')
      .select((eb) =>
        eb
          .selectFrom('unit as u')
          .select((e) => e.fn.countAll<number>().as('n'))
          .as('n'),
      )
      .executeTakeFirstOrThrow();
    expect(inside.n).toBe(1);
  });

  test('changes and deletes its own rows only', async () => {
    const changed = await handle().tables.updateTable('unit').set({ name: 'Anders' }).execute();
    expect(changed[0]?.numUpdatedRows).toBe(1n);
    const removed = await handle()
      .tables.deleteFrom('unit')
      .where('id', '=', unitIn[theirs] ?? '')
      .execute();
    expect(removed[0]?.numDeletedRows).toBe(0n);
  });

  test('refuses to write another organisation’s id', () => {
    const row = { id: newId(), name: 'Vreemd', validFrom: world.clock.now(), organisationId: theirs };
    expect(() =>
      handle()
        .tables.insertInto('unit')
        .values(row as never)
        .compile(),
    ).toThrow(/filled in by the handle/);
    const move = { organisationId: theirs } as never;
    expect(() => handle().tables.updateTable('unit').set(move).compile()).toThrow(/never moves/);
  });

  test('refuses that id in the spelling of the database too', () => {
    const row = { id: newId(), name: 'Vreemd', validFrom: world.clock.now(), organisation_id: theirs } as never;
    expect(() => handle().tables.insertInto('unit').values(row).compile()).toThrow(/filled in by the handle/);
    const move = { organisation_id: theirs } as never;
    expect(() => handle().tables.updateTable('unit').set(move).compile()).toThrow(/never moves/);
  });

  test('does not reach past itself through an OR in raw SQL, in a condition or in a join', async () => {
    const { tables } = handle();
    const anything = sql<boolean>`true or true`;
    expect(await tables.selectFrom('unit').select('id').where(anything).execute()).toHaveLength(1);
    const joined = await tables
      .selectFrom('unit as one')
      .innerJoin('unit as other', (join) => join.on(anything))
      .select('other.organisationId')
      .execute();
    expect(joined).toEqual([{ organisationId: mine }]);
    const changed = await tables.updateTable('unit').set({ position: 3 }).where(anything).executeTakeFirst();
    expect(changed.numUpdatedRows).toBe(1n);
  });

  test('refuses what it can’t confine: a merge, and raw SQL to read from', () => {
    const { tables } = handle();
    const merge = tables.mergeInto('unit').using('unit as source', 'source.id', 'unit.id').whenMatched().thenDelete();
    expect(() => merge.compile()).toThrow(/merge/);
    const raw = tables.selectFrom(sql<{ id: string }>`unit`.as('u')).select('u.id');
    expect(() => raw.compile()).toThrow(/Only a table or a subquery/);
    const table = tables.selectFrom(sql.table<{ id: string }>('unit').as('u')).select('u.id');
    expect(() => table.compile()).toThrow(/Only a table or a subquery/);
  });

  test('inserts what a query selects within the organisation only, and its own id with it', async () => {
    const copied = (from: string, id: string) =>
      handle()
        .tables.insertInto('unit')
        .columns(['id', 'name', 'validFrom'])
        .expression((eb) =>
          eb
            .selectFrom('unit')
            .select(({ val }) => [val(id).as('id'), 'name', 'validFrom'])
            .where('id', '=', from),
        );
    const [one, two] = [newId(), newId()];
    await copied(unitIn[theirs] ?? '', one).execute();
    await copied(unitIn[mine] ?? '', two).execute();
    const made = await handle().tables.deleteFrom('unit').where('id', 'in', [one, two]).returningAll().execute();
    expect(made).toMatchObject([{ id: two, organisationId: mine }]);
  });

  test('refuses an insert from a query whose columns it can’t count', () => {
    const { tables } = handle();
    const everything = tables.insertInto('unit').expression((eb) => eb.selectFrom('unit').selectAll());
    expect(() => everything.compile()).toThrow(/Name the columns/);
    const short = tables
      .insertInto('unit')
      .columns(['id', 'name'])
      .expression((eb) => eb.selectFrom('unit').select('id') as never);
    expect(() => short.compile()).toThrow(/Name the columns/);
    const own = tables
      .insertInto('organisation')
      .columns(['id'])
      .expression((eb) => eb.selectFrom('organisation').select('id'));
    expect(() => own.compile()).toThrow(/its own organisation only/);
  });

  test('leaves another organisation’s row alone when a code is taken', async () => {
    const take = (organisationId: string, targetId: string) =>
      world.platform.database
        .of(organisationId)
        .tables.insertInto('publicAddress')
        .values({ code: 'ABCDEFGH', kind: 'scan', targetId })
        .onConflict((conflict) => conflict.column('code').doUpdateSet({ targetId }))
        .execute();
    const [first, second, third] = [newId(), newId(), newId()];
    await take(theirs, first);
    await take(theirs, second);
    await take(mine, third);
    const kept = await world.platform.database.everyone.selectFrom('publicAddress').selectAll().execute();
    expect(kept).toMatchObject([{ organisationId: theirs, targetId: second }]);
  });

  test('of the tables without organisations it writes its own row only', async () => {
    const { tables } = handle();
    await tables.updateTable('organisation').set({ name: 'Van mij' }).execute();
    const removed = await tables.deleteFrom('organisation').where('id', '=', theirs).executeTakeFirst();
    expect(removed.numDeletedRows).toBe(0n);
    const names = await tables.selectFrom('organisation').select('name').orderBy('name').execute();
    expect(names).toEqual([{ name: 'Hun' }, { name: 'Van mij' }]);
    const row = { id: newId(), name: 'Derde', kind: 'own', language: 'nl', createdAt: world.clock.now() } as const;
    expect(() => tables.insertInto('organisation').values(row).compile()).toThrow(/its own organisation only/);
    expect(() => tables.deleteFrom('account').compile()).toThrow(/rows of its organisation only/);
    expect(() => tables.updateTable('account').set({ name: 'X' }).compile()).toThrow(/rows of its organisation only/);
  });

  test('a transaction keeps to the same organisation and takes everything back at a throw', async () => {
    const attempt = handle().transaction(async (inside) => {
      await inside.tables
        .insertInto('unit')
        .values({ id: newId(), name: 'Even', validFrom: world.clock.now() })
        .execute();
      throw new Error('terug');
    });
    await expect(attempt).rejects.toThrow('terug');
    expect(await handle().tables.selectFrom('unit').select('id').execute()).toHaveLength(1);
  });
});
