import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { cast, mailDomain } from '#demo';
import { newId } from '#lib/platform/database/index.ts';
import { createAccount, createSignIn } from '#lib/platform/sessions/index.ts';
import type { SignIn } from '#lib/platform/sessions/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { shoes } from '../contract.ts';
import { beginMaking } from './begin-making.ts';
import { exampleState } from './example-state.ts';
import { makeExampleOrganisation } from './make-example-organisation.ts';
import { lockStore } from './store-lock.ts';
import { stepIntoShoes } from './step-into-shoes.ts';
import { exampleStore } from './store.ts';

let world: TestWorld;
let signIn: SignIn;

beforeAll(async () => {
  world = await testWorld(new Date());
  const { platform } = world;
  signIn = createSignIn({
    pool: platform.database.pool,
    publicUrl: platform.publicUrl,
    secret: 'a secret for tests, long enough to be one',
    mailer: platform.mailer,
  });
});
afterAll(() => world.close());

const isReady = async () => (await exampleState(world.platform)).kind === 'ready';
const examples = () => exampleStore(world.platform.database).examples();
const look = (as: string) => stepIntoShoes(world.platform, signIn, { shoes: as }, 'nl');

describe('the page of the example', () => {
  test('says that there is none, and lets nobody in', async () => {
    expect(await exampleState(world.platform)).toEqual({ kind: 'none' });
    await expect(look('coordinator')).rejects.toMatchObject({ status: 409 });
  });

  test('makes one however often it is asked, and first removes what an earlier try left', async () => {
    const half = newId();
    await world.platform.database.everyone
      .insertInto('organisation')
      .values({ id: half, name: 'Half', kind: 'example', language: 'nl', createdAt: new Date() })
      .execute();
    expect(await exampleState(world.platform)).toEqual({ kind: 'none' });
    await Promise.all([beginMaking(world.platform, {}, 'nl'), beginMaking(world.platform, {}, 'nl')]);
    expect(await exampleState(world.platform)).toMatchObject({ kind: 'making', stage: expect.any(String) });
    await beginMaking(world.platform, {}, 'nl');
    await vi.waitFor(async () => expect(await isReady()).toBe(true), { timeout: 40_000, interval: 200 });
    expect((await examples()).map(({ name }) => name)).toEqual(['Drinkwater Oosterlanden']);
  });

  test.each(shoes)('lets a visitor in as %s', async (as) => {
    const { signedIn } = await look(as);
    const account = await exampleStore(world.platform.database).accountOf(cast[as].email);
    expect(signedIn.accountId).toBe(account?.id);
    expect(signedIn.cookie.name).toContain('lerend');
  });

  test('says what it asks when the shoes are of no known kind', async () => {
    await expect(look('beheerder')).rejects.toMatchObject({ status: 422 });
  });

  test('refuses the shoes of somebody who also has a role in a real organisation', async () => {
    const { database } = world.platform;
    const organisationId = await world.organisation('Echt');
    const account = await exampleStore(database).accountOf(cast.adviser.email);
    const grant = {
      id: newId(),
      accountId: account?.id ?? '',
      role: 'coordinator',
      unitId: null,
      validFrom: new Date(),
    } as const;
    await database.of(organisationId).tables.insertInto('grant').values(grant).execute();
    await expect(look('adviser')).rejects.toMatchObject({ status: 403 });
    await database.everyone.deleteFrom('organisation').where('id', '=', organisationId).execute();
  });

  test('makes nothing while another process is at it', async () => {
    const elsewhere = lockStore(world.platform.database).oneAtATime(async () => {
      expect(await exampleState(world.platform)).toEqual({ kind: 'making', stage: null, done: null });
      return makeExampleOrganisation(world.platform, { isAgain: true, onProgress: () => undefined });
    });
    expect(await elsewhere).toBeNull();
    expect(await isReady()).toBe(true);
  });

  test('starts it afresh only when asked to, leaves other organisations alone, and takes its own people along', async () => {
    const { database } = world.platform;
    const [before] = await examples();
    const ownId = await world.organisation('Echt');
    await createAccount(database, { name: 'Oud', email: `oud@${mailDomain}`, language: 'nl' });
    const stays = await makeExampleOrganisation(world.platform, { isAgain: false, onProgress: () => undefined });
    expect(stays?.organisationId).toBe(before?.id);
    const again = await makeExampleOrganisation(world.platform, { isAgain: true, onProgress: () => undefined });
    expect(again?.organisationId).not.toBe(before?.id);
    expect((await examples()).map(({ id }) => id)).toEqual([again?.organisationId]);
    expect(await exampleStore(database).accountOf(`oud@${mailDomain}`)).toBeUndefined();
    expect(
      await database.everyone.selectFrom('organisation').select('id').where('id', '=', ownId).executeTakeFirst(),
    ).toBeDefined();
  });
});
