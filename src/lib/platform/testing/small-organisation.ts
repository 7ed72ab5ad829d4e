import type { Context } from '../context/index.ts';
import { newId } from '../database/index.ts';
import { testWorld } from './test-world.ts';
import type { TestWorld } from './test-world.ts';

/** De Proef with one team, Noord, its manager Femke, and twenty hours and 500 euros granted. */
export interface SmallOrganisation {
  readonly world: TestWorld;
  readonly organisationId: string;
  readonly unitId: string;
  readonly manager: Context;
  readonly member: Context;
  readonly director: Context;
  readonly coordinator: Context;
}

export async function smallOrganisation(): Promise<SmallOrganisation> {
  const world = await testWorld();
  const organisationId = await world.organisation();
  const { tables } = world.platform.database.of(organisationId);
  const at = world.clock.now();
  const [rootId, unitId, scanId] = [newId(), newId(), newId()];
  await tables.insertInto('unit').values({ id: rootId, parentId: null, name: 'De Proef', validFrom: at }).execute();
  await tables
    .insertInto('unit')
    .values({ id: unitId, parentId: rootId, name: 'Noord', headCount: 4, validFrom: at })
    .execute();
  await tables
    .insertInto('scan')
    .values({
      id: scanId,
      code: scanId.slice(0, 8),
      title: 'Peiling voorjaar',
      form: 'short',
      instrumentVersion: '1',
      languages: ['nl'],
      minimumGroupSize: 5,
      opensOn: '2026-01-12',
      closesOn: '2026-01-30',
      state: 'opened',
      contactName: 'Ada',
      contactEmail: 'ada@voorbeeld.nl',
      createdAt: at,
      openedAt: at,
    })
    .execute();
  await tables
    .insertInto('scanPromise')
    .values({
      scanId,
      resultOn: '2026-02-10',
      hoursPerTeam: 20,
      eurosPerTeam: 500,
      recordedBy: 'Karin Bos',
      recordedAt: at,
    })
    .execute();
  const manager = await world.actor({
    organisationId,
    leads: [unitId],
    belongsTo: [unitId, rootId],
    name: 'Femke Jansen',
  });
  await tables
    .insertInto('grant')
    .values({ id: newId(), accountId: manager.actor.accountId ?? '', role: 'manager', unitId, validFrom: at })
    .execute();
  return {
    world,
    organisationId,
    unitId,
    manager,
    member: await world.actor({ organisationId, belongsTo: [unitId, rootId] }),
    director: await world.actor({ organisationId, roles: ['director'], name: 'Karin Bos' }),
    coordinator: await world.actor({ organisationId, roles: ['coordinator'] }),
  };
}
