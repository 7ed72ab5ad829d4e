import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Context } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { createAccount, createSignIn } from '#lib/platform/sessions/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { addUnit, beginHere, changeUnit, grantAccess, grantList } from './index.ts';
import { organisationTree, ownOrganisations, removeUnit, startOrganisation, withdrawGrant } from './index.ts';

const outcomes = async (commands: readonly Promise<unknown>[]): Promise<string[]> =>
  (await Promise.allSettled(commands)).map(({ status }) => status).sort();

describe('two commands at once', () => {
  let world: TestWorld;
  let coordinator: Context;
  let root: string;

  beforeAll(async () => {
    world = await testWorld();
  });
  afterAll(() => world.close());

  beforeEach(async () => {
    const somebody = await world.actor({ organisationId: await world.organisation() });
    const account = { id: somebody.actor.accountId ?? '', name: 'Sanne de Wit', email: somebody.actor.email ?? '' };
    const { organisationId } = await startOrganisation(world.platform, account, { organisationName: 'Linde' }, 'nl');
    coordinator = await world.actor({ organisationId, roles: ['coordinator'] });
    // Opens all connections, so that both commands really are on their way at the same moment.
    const trees = await Promise.all([1, 2, 3, 4].map(() => organisationTree(coordinator)));
    root = trees[0]?.[0]?.id ?? '';
  });

  const unit = async (name: string, parentId = root): Promise<string> =>
    (await addUnit(coordinator, { parentId, name })).unitId;

  test('of two units that are each moved below the other, one moves', async () => {
    for (const pair of ['1', '2', '3', '4', '5', '6']) {
      const [one, other] = [await unit(`Een ${pair}`), await unit(`Ander ${pair}`)];
      const moves = [
        changeUnit(coordinator, { unitId: one, name: `Een ${pair}`, parentId: other }),
        changeUnit(coordinator, { unitId: other, name: `Ander ${pair}`, parentId: one }),
      ];
      expect(await outcomes(moves)).toEqual(['fulfilled', 'rejected']);
    }
    expect(await organisationTree(coordinator)).toHaveLength(13);
  });

  test('a unit isn’t removed while another is put below it', async () => {
    const parentId = await unit('Zorg');
    const both = [addUnit(coordinator, { parentId, name: 'Noord' }), removeUnit(coordinator, { unitId: parentId })];
    expect(await outcomes(both)).toEqual(['fulfilled', 'rejected']);
  });

  test('a name is given once', async () => {
    const both = [addUnit(coordinator, { parentId: root, name: 'Zorg' }), unit('zorg')];
    expect(await outcomes(both)).toEqual(['fulfilled', 'rejected']);
  });

  test('a circle that stands in the tree already holds up no move', async () => {
    const [one, other, third] = [await unit('Een'), await unit('Ander'), await unit('Derde')];
    const { tables } = coordinator.database;
    await tables.updateTable('unit').set({ parentId: other }).where('id', '=', one).execute();
    await tables.updateTable('unit').set({ parentId: one }).where('id', '=', other).execute();
    await changeUnit(coordinator, { unitId: third, name: 'Derde', parentId: one });
    await changeUnit(coordinator, { unitId: one, name: 'Een', parentId: root });
    expect((await organisationTree(coordinator)).map(({ name }) => name)).toEqual(['Linde', 'Een', 'Ander', 'Derde']);
  });

  test('a unit moves below no unit that was removed', async () => {
    const [one, gone] = [await unit('Een'), await unit('Weg')];
    await removeUnit(coordinator, { unitId: gone });
    await expect(changeUnit(coordinator, { unitId: one, name: 'Een', parentId: gone })).rejects.toMatchObject({
      status: 404,
    });
    expect(await organisationTree(coordinator)).toHaveLength(2);
  });

  test('two coordinators who each withdraw the other’s access leave one', async () => {
    const joris = { name: 'Joris', email: 'joris@v.nl', role: 'coordinator' };
    await grantAccess(world.platform, coordinator, joris);
    const grants = await grantList(coordinator);
    const both = grants.map(({ id }) => withdrawGrant(coordinator, { grantId: id }));
    expect(await outcomes(both)).toEqual(['fulfilled', 'rejected']);
    expect(await grantList(coordinator)).toHaveLength(1);
  });

  test('a coordinator whose access ends doesn’t count as the one who stays', async () => {
    const until = { name: 'Joris', email: 'joris@v.nl', role: 'coordinator', until: '2026-03-09' };
    const { grantId } = await grantAccess(world.platform, coordinator, until);
    const lasting = (await grantList(coordinator)).find((grant) => grant.until === null);
    await expect(withdrawGrant(coordinator, { grantId: lasting?.id })).rejects.toThrow('minstens één');
    await withdrawGrant(coordinator, { grantId });
  });
});

describe('the very first organisation', () => {
  let world: TestWorld;

  beforeAll(async () => {
    world = await testWorld();
  });
  afterAll(() => world.close());

  const start = (id: string, organisationName: string) =>
    startOrganisation(world.platform, { id, name: 'Wie', email: 'wie@v.nl' }, { organisationName }, 'nl', {
      isFirst: true,
    });

  test('is started wholly or not at all', async () => {
    await expect(start(newId(), 'Half')).rejects.toThrow();
    expect(await ownOrganisations(world.platform)).toEqual([]);
  });

  test.each([1, 2, 3])('is one, also when several are started at the same moment (%i)', async () => {
    const fresh = await testWorld();
    const { database, mailer, publicUrl } = fresh.platform;
    const signIn = createSignIn({ pool: database.pool, mailer, publicUrl, secret: 'x'.repeat(32) });
    const begin = (who: string) => {
      const person = { organisationName: who, name: who, email: `${who}@v.nl`, password: 'een lang wachtwoord' };
      return beginHere(fresh.platform, signIn, { setupCode: null, input: person, language: 'nl' });
    };
    expect(await outcomes([begin('anna'), begin('bo'), begin('cas')])).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await ownOrganisations(fresh.platform)).toHaveLength(1);
    // Whoever came too late keeps no account that opens nothing, and can be given access later.
    const accounts = await database.everyone.selectFrom('account').select('id').execute();
    const grants = await database.everyone.selectFrom('grant').select('accountId').execute();
    expect(accounts.map(({ id }) => id)).toEqual(grants.map(({ accountId }) => accountId));
    expect(await database.everyone.selectFrom('session').select('id').execute()).toHaveLength(1);
    await fresh.close();
  });

  test('waits for whoever starts it at the same moment', async () => {
    const accounts = await Promise.all([1, 2, 3, 4].map(() => accountIn(world)));
    const starts = accounts.map((id) => start(id, 'Gelijk'));
    expect(await outcomes(starts)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
    expect(await ownOrganisations(world.platform)).toHaveLength(1);
  });
});

async function accountIn({ platform }: TestWorld): Promise<string> {
  const email = `${newId()}@v.nl`;
  return (await createAccount(platform.database, { name: 'Wie', email, language: 'nl' })).id;
}
