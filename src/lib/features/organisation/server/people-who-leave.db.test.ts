import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '#lib/platform/context/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { confirmImport, enterOrganisation, grantAccess, grantList, importPreview, organisationTree } from './index.ts';
import { peopleInUnits, previewImport, previewUpload, removeOldDrafts, startOrganisation } from './index.ts';

const file = (...rows: string[]) => ({
  name: 'mensen.csv',
  bytes: new TextEncoder().encode(['naam;onderdeel;leidinggevende;mailadres', ...rows].join('\n')),
});
const begin = new Date('2026-03-02T09:00:00Z');
const minutesLater = (minutes: number): Date => new Date(begin.getTime() + minutes * 60_000);

describe('a list of people', () => {
  let world: TestWorld;
  let coordinator: Context;

  const coordinatorOf = async (kind: 'own' | 'example'): Promise<Context> => {
    const somebody = await world.actor({ organisationId: await world.organisation() });
    const account = { id: somebody.actor.accountId ?? '', name: 'Sanne de Wit', email: somebody.actor.email ?? '' };
    const wish = { organisationName: 'De Linde', kind };
    const { organisationId } = await startOrganisation(world.platform, account, wish, 'nl');
    return world.actor({ organisationId, roles: ['coordinator'] });
  };
  const names = async (): Promise<string[]> => (await peopleInUnits(coordinator)).map(({ name }) => name);

  beforeAll(async () => {
    world = await testWorld(begin);
    coordinator = await coordinatorOf('own');
  });
  afterAll(() => world.close());

  test('with a faulty row is never the whole list: nobody leaves by it', async () => {
    const all = await previewImport(coordinator, file('Anna;Zorg;;anna@v.nl', 'Bo;Zorg;Anna;bo@v.nl', 'Cas;Zorg;;'));
    await confirmImport(coordinator, all);
    const faulty = await previewImport(coordinator, file('Anna;Zorg;;anna@v.nl', 'Bo;Zorg;Anna;geen adres'));
    expect(await importPreview(coordinator, faulty.draftId)).toMatchObject({ skipped: 1 });
    await expect(confirmImport(coordinator, { ...faulty, isComplete: 'yes' })).rejects.toThrow('1 regel wordt');
    expect(await names()).toEqual(['Anna', 'Bo', 'Cas']);
    expect(await confirmImport(coordinator, faulty)).toMatchObject({ added: 0, left: 0 });
  });

  test('may be confirmed without a manager who isn’t on it: nobody is skipped for that', async () => {
    const list = await previewImport(coordinator, file('Anna;Zorg;;anna@v.nl', 'Bo;Zorg;Zus;bo@v.nl', 'Cas;Zorg;;'));
    expect(await confirmImport(coordinator, { ...list, isComplete: 'yes' })).toMatchObject({ left: 0 });
  });

  test('names who leaves by it and still has access, and the access page says so until they are back', async () => {
    const { platform } = world;
    const bo = { name: 'Bo Beheer', email: 'BO@v.nl', role: 'director' };
    await grantAccess(platform, coordinator, bo);
    await grantAccess(platform, coordinator, { name: 'Els', email: 'els@elders.nl', role: 'works-council' });
    const hasLeft = async () =>
      (await grantList(coordinator)).filter((grant) => grant.hasLeft).map(({ email }) => email);
    expect(await hasLeft()).toEqual([]);

    world.clock.set(minutesLater(1));
    const without = await previewImport(coordinator, file('Anna;Zorg;;anna@v.nl'));
    const done = await confirmImport(coordinator, { ...without, isComplete: 'yes' });
    expect(done).toMatchObject({ left: 2, leftWithAccess: ['Bo'] });
    expect(await hasLeft()).toEqual(['bo@v.nl']);

    const back = await previewImport(coordinator, file('Bo;Zorg;;bo@v.nl'));
    expect(await confirmImport(coordinator, back)).toMatchObject({ added: 1, leftWithAccess: [] });
    expect(await hasLeft()).toEqual([]);
  });

  test('counts in the tree whoever is there now, with whoever leads', async () => {
    const list = await previewImport(coordinator, file('Dee;Noord;;', 'Eef;Noord;Dee;', 'Bo;Noord;;bo@v.nl'));
    world.clock.set(minutesLater(2));
    expect(await confirmImport(coordinator, list)).toMatchObject({ added: 2, moved: 1 });
    expect(await organisationTree(coordinator)).toMatchObject([
      { name: 'De Linde', people: 0, leadName: null },
      { name: 'Zorg', people: 1, leadName: null },
      { name: 'Noord', people: 3, leadName: 'Dee' },
    ]);
  });

  test('waits an hour for its confirmation, and is then wiped', async () => {
    world.clock.set(begin);
    const { draftId } = await previewImport(coordinator, file('Fien;Zorg;;'));
    const kept = () => coordinator.database.tables.selectFrom('importDraft').select('id').execute();
    world.clock.set(minutesLater(60));
    await removeOldDrafts(world.platform);
    expect(await importPreview(coordinator, draftId)).not.toBeNull();

    world.clock.set(minutesLater(61));
    expect(await importPreview(coordinator, draftId)).toBeNull();
    await expect(confirmImport(coordinator, { draftId })).rejects.toMatchObject({ status: 410 });
    expect(await kept()).toEqual([{ id: draftId }]);
    await removeOldDrafts(world.platform);
    expect(await kept()).toEqual([]);
    world.clock.set(begin);
  });

  test('is taken from nobody in the example organisation', async () => {
    const visitor = await coordinatorOf('example');
    await expect(previewUpload(world.platform, visitor, file('Anna;Zorg;;'))).rejects.toThrow('voorbeeldorganisatie');
    expect(await previewUpload(world.platform, coordinator, file('Anna;Zorg;;'))).toHaveProperty('draftId');
    const manager = await world.actor({ organisationId: visitor.database.organisationId, roles: ['manager'] });
    await expect(previewUpload(world.platform, manager, file('Anna;Zorg;;'))).rejects.toMatchObject({ status: 403 });
  });

  test.each([
    ['coordinator', 'works-council'],
    ['director', 'works-council'],
    ['works-council', 'coordinator'],
    ['works-council', 'director'],
  ])('gives a %s no access as %s too', async (first, second) => {
    const who = { name: 'Gijs', email: `${first}-${second}@v.nl` };
    await grantAccess(world.platform, coordinator, { ...who, role: first });
    await expect(grantAccess(world.platform, coordinator, { ...who, role: second })).rejects.toThrow('niet allebei');
    await grantAccess(world.platform, coordinator, { ...who, role: 'adviser', until: '2026-12-31' });
  });

  test('still knows who left when their access goes by a new address', async () => {
    const list = await previewImport(coordinator, file('Gijs;Zorg;;gijs@v.nl'));
    await confirmImport(coordinator, list);
    await grantAccess(world.platform, coordinator, { name: 'Gijs', email: 'gijs@v.nl', role: 'director' });
    // The account moves to another address, as when a mail domain changes.
    const everyone = world.platform.database.everyone;
    await everyone.updateTable('account').set({ email: 'gijs@nieuw.nl' }).where('email', '=', 'gijs@v.nl').execute();

    const all = (await peopleInUnits(coordinator)).filter(({ name }) => name !== 'Gijs');
    const others = await previewImport(
      coordinator,
      file(...all.map(({ name, email }) => `${name};Zorg;;${email ?? ''}`)),
    );
    const done = await confirmImport(coordinator, { ...others, isComplete: 'yes' });
    expect(done).toMatchObject({ leftWithAccess: ['Gijs'] });
    const gone = (await grantList(coordinator)).filter((grant) => grant.hasLeft).map(({ email }) => email);
    expect(gone).toEqual(['gijs@nieuw.nl']);
  });

  test('knows a signed-in reader as the person on the list, whichever came first', async () => {
    const account = { name: 'Hanna', email: 'Hanna@V.nl', role: 'works-council' };
    await grantAccess(world.platform, coordinator, account);
    const list = await previewImport(coordinator, file('Hanna;Zorg;;hanna@v.nl'));
    await confirmImport(coordinator, list);
    const everyone = world.platform.database.everyone;
    const { id } = await everyone
      .selectFrom('account')
      .select('id')
      .where('email', '=', 'hanna@v.nl')
      .executeTakeFirstOrThrow();
    const { organisationId } = coordinator.database;
    const hanna = await enterOrganisation(
      world.platform,
      { id, name: 'Hanna', email: 'hanna@v.nl' },
      organisationId,
      'nl',
    );
    const person = (await peopleInUnits(coordinator)).find(({ name }) => name === 'Hanna');
    expect(hanna?.actor.personId).toBe(person?.id);
  });
});
