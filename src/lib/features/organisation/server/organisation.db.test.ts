import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '#lib/platform/context/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import {
  addUnit,
  changeUnit,
  confirmImport,
  enterOrganisation,
  grantAccess,
  grantList,
  importPreview,
  organisationTree,
  peopleInUnits,
  previewImport,
  removeUnit,
  startOrganisation,
  withdrawGrant,
} from './index.ts';

const file = (text: string) => ({ name: 'mensen.csv', bytes: new TextEncoder().encode(text) });

describe('an organisation', () => {
  let world: TestWorld;
  let coordinator: Context;
  let organisationId: string;
  let account: { id: string; name: string; email: string };

  beforeAll(async () => {
    world = await testWorld();
    const somebody = await world.actor({ organisationId: await world.organisation(), name: 'Sanne de Wit' });
    account = { id: somebody.actor.accountId ?? '', name: 'Sanne de Wit', email: somebody.actor.email ?? '' };
    ({ organisationId } = await startOrganisation(world.platform, account, { organisationName: 'De Linde' }, 'nl'));
    const entered = await enterOrganisation(world.platform, account, organisationId, 'nl');
    if (!entered) throw new Error('the coordinator stands outside');
    coordinator = entered;
  });
  afterAll(() => world.close());

  const root = async (): Promise<string> => (await organisationTree(coordinator))[0]?.id ?? '';

  test('begins with itself as a unit and one coordinator', async () => {
    expect(await organisationTree(coordinator)).toMatchObject([{ name: 'De Linde', parentId: null, depth: 0 }]);
    expect(await grantList(coordinator)).toMatchObject([{ email: account.email, role: 'coordinator' }]);
  });

  test('nobody enters without a grant, and nobody enters an address that is no organisation', async () => {
    const stranger = await world.actor({ organisationId: await world.organisation() });
    const who = { id: stranger.actor.accountId ?? '', name: '', email: '' };
    expect(await enterOrganisation(world.platform, who, organisationId, 'nl')).toBeNull();
    expect(await enterOrganisation(world.platform, account, "x' or '1'='1", 'nl')).toBeNull();
  });

  test('a unit is added, renamed, moved and ended; names that differ by spaces or capitals are one name', async () => {
    const { unitId } = await addUnit(coordinator, { parentId: await root(), name: ' Zorg ', headCount: '12' });
    await expect(addUnit(coordinator, { parentId: await root(), name: 'zorg' })).rejects.toThrow(/Zorg|zorg/);
    const { unitId: team } = await addUnit(coordinator, { parentId: unitId, name: 'Noord', headCount: '' });
    await expect(changeUnit(coordinator, { unitId, name: 'Zorg', headCount: '', parentId: team })).rejects.toThrow(
      'onder zichzelf',
    );
    await expect(removeUnit(coordinator, { unitId })).rejects.toThrow('nog mensen of onderdelen');
    await changeUnit(coordinator, { unitId: team, name: 'Noordoost', headCount: '8', parentId: await root() });
    await removeUnit(coordinator, { unitId });
    expect((await organisationTree(coordinator)).map(({ name, headCount }) => [name, headCount])).toEqual([
      ['De Linde', null],
      ['Noordoost', 8],
    ]);
  });

  test.each([
    [{ name: '' }, 'naam'],
    [{ name: 'x'.repeat(121) }, '120 tekens'],
    [{ name: 'Team', headCount: '-3' }, 'heel getal'],
    [{ name: 'Team', headCount: 'veel' }, 'heel getal'],
    [{ name: 'Team', parentId: 'nergens' }, 'bestaat niet'],
  ])('refuses %j with a sentence', async (wish, sentence) => {
    await expect(addUnit(coordinator, { parentId: await root(), ...wish })).rejects.toThrow(sentence);
  });

  test('a list of people is read, shown, and only then added; the second time nothing doubles', async () => {
    const list =
      'naam;onderdeel;leidinggevende;mailadres\nAnna;Klant > Balie;;anna@v.nl\nBo;Klant > Balie;Anna;\n;Klant;;\n';
    const { draftId } = await previewImport(coordinator, file(list));
    const preview = await importPreview(coordinator, draftId);
    expect(preview).toMatchObject({ people: 2, withoutAddress: 1, faults: [{ line: 4 }] });
    expect(await peopleInUnits(coordinator)).toEqual([]);

    expect(await confirmImport(coordinator, { draftId })).toMatchObject({ added: 2, moved: 0, left: 0 });
    await expect(confirmImport(coordinator, { draftId })).rejects.toThrow('al verwerkt');
    const people = await peopleInUnits(coordinator);
    expect(people.map(({ name, isLead }) => [name, isLead])).toEqual([
      ['Anna', true],
      ['Bo', false],
    ]);

    const again = await previewImport(coordinator, file(list.replace('Klant > Balie;Anna', 'Klant > Backoffice;')));
    expect(await confirmImport(coordinator, { draftId: again.draftId })).toMatchObject({ added: 1, left: 0 });
    const whole = await previewImport(coordinator, file('naam;onderdeel;mailadres\nAnna;Klant;ANNA@v.nl\n'));
    expect(await confirmImport(coordinator, { draftId: whole.draftId, isComplete: 'yes' })).toMatchObject({
      added: 0,
      moved: 1,
      left: 2,
    });
  });

  test('fifty thousand people are added in one go', async () => {
    const rows = Array.from(
      { length: 50_000 },
      (_, index) => `Mens ${index};Afdeling ${index % 40} > Team ${index % 400};m${index}@v.nl`,
    );
    const { draftId } = await previewImport(coordinator, file(['naam;onderdeel;mailadres', ...rows].join('\n')));
    expect(await confirmImport(coordinator, { draftId })).toMatchObject({ added: 50_000 });
  });

  test('access is given by role, for a unit or until a date, and the last coordinator stays', async () => {
    const { platform } = world;
    const wish = { name: 'Joris', email: 'joris@v.nl' };
    await expect(grantAccess(platform, coordinator, { ...wish, role: 'manager' })).rejects.toThrow('onderdeel');
    await expect(grantAccess(platform, coordinator, { ...wish, role: 'adviser' })).rejects.toThrow('datum');
    await expect(grantAccess(platform, coordinator, { ...wish, role: 'adviser', until: '2020-01-01' })).rejects.toThrow(
      'al geweest',
    );
    await expect(grantAccess(platform, coordinator, { ...wish, role: 'baas' })).rejects.toThrow('rol');
    const { grantId } = await grantAccess(platform, coordinator, { ...wish, role: 'adviser', until: '2026-06-30' });
    const [own] = (await grantList(coordinator)).filter((grant) => grant.role === 'coordinator');
    await expect(withdrawGrant(coordinator, { grantId: own?.id })).rejects.toThrow('minstens één');

    const joris = (await grantList(coordinator)).find((grant) => grant.id === grantId);
    expect(joris).toMatchObject({ role: 'adviser', until: '2026-06-30' });
    world.clock.set(new Date('2026-07-02T09:00:00Z'));
    expect((await grantList(coordinator)).some((grant) => grant.id === grantId)).toBe(false);
    world.clock.set(new Date('2026-03-02T09:00:00Z'));
  });

  test('who keeps keys neither prepares nor promises peilingen, and gets no role by it', async () => {
    const { platform } = world;
    const wim = { name: 'Wim', email: 'wim@v.nl' };
    const { grantId } = await grantAccess(platform, coordinator, { ...wim, role: 'keeper' });
    for (const role of ['coordinator', 'director'])
      await expect(grantAccess(platform, coordinator, { ...wim, role })).rejects.toMatchObject({ status: 409 });
    const { email } = coordinator.actor;
    await expect(grantAccess(platform, coordinator, { name: 'Ik', email, role: 'keeper' })).rejects.toThrow(
      'drie delen',
    );

    const account = await platform.database.everyone
      .selectFrom('account')
      .select(['id', 'name', 'email'])
      .where('email', '=', wim.email)
      .executeTakeFirstOrThrow();
    const entered = await enterOrganisation(platform, account, organisationId, 'nl');
    expect(entered?.actor).toMatchObject({ keepsKeys: true, roles: new Set(), leads: new Set(), belongsTo: new Set() });
    await withdrawGrant(coordinator, { grantId });
    expect(await enterOrganisation(platform, account, organisationId, 'nl')).toBeNull();
  });

  test.each(['manager', 'member', 'director', 'works-council', 'adviser'] as const)(
    'a %s keeps nothing of it',
    async (role) => {
      const other = await world.actor({ organisationId, roles: [role] });
      await expect(addUnit(other, { parentId: await root(), name: 'Stiekem' })).rejects.toMatchObject({ status: 403 });
      await expect(peopleInUnits(other)).rejects.toMatchObject({ status: 403 });
      await expect(previewImport(other, file('naam;onderdeel\nA;B'))).rejects.toMatchObject({ status: 403 });
      await expect(
        grantAccess(world.platform, other, { name: 'Ik', email: 'ik@v.nl', role: 'coordinator' }),
      ).rejects.toMatchObject({ status: 403 });
    },
  );
});
