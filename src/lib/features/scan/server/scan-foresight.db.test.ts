import { afterAll, beforeAll, expect, test } from 'vitest';
import { literatureAssumptions } from '@lerend/analysis';
import { addUnit, organisationTree } from '#lib/features/organisation/server/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { prepareScan } from './prepare-scan.ts';
import { scanForesight } from './scan-foresight.ts';
import { builtOrganisation, scanFields } from './testing/scan-builder.ts';
import type { BuiltOrganisation } from './testing/scan-builder.ts';

let world: TestWorld;
let people: BuiltOrganisation;
let scanId: string;

beforeAll(async () => {
  world = await testWorld();
  people = await builtOrganisation(world, '30');
  const [root] = await organisationTree(people.coordinator);
  await addUnit(people.coordinator, { parentId: root?.id, name: 'Zuid', headCount: '3' });
  ({ scanId } = await prepareScan(people.coordinator, scanFields));
});
afterAll(() => world.close());

test('says which unit gets no figure, and with which one it reads along', async () => {
  const foresight = await scanForesight(people.coordinator, scanId, {}, null);
  expect(foresight).toMatchObject({
    response: 60,
    lowResponse: 45,
    highResponse: 75,
    invited: 33,
    form: 'short',
    unitCount: 2,
  });
  expect(foresight.units.find(({ name }) => name === 'Zuid')).toMatchObject({
    figure: 'almost-never',
    usual: null,
    readsWith: 'De Proef',
  });
  expect(foresight.assumedFrom).toBeNull();
});

test('takes response and spread from the last result, and the reader’s own expectation before that', async () => {
  const source = { kind: 'previous-peiling', scanId, methodVersion: '1.0.0', units: 9 } as const;
  const last = { title: 'Najaar', response: 0.724, assumptions: { ...literatureAssumptions, source } };
  expect(await scanForesight(people.coordinator, scanId, {}, last)).toMatchObject({
    response: 72,
    assumedFrom: { title: 'Najaar', units: 9 },
    lastResponse: { title: 'Najaar', percent: 72 },
  });
  const own = await scanForesight(
    people.coordinator,
    scanId,
    { response: '30', question: 'whole', form: 'full' },
    last,
  );
  expect(own).toMatchObject({ response: 30, question: 'whole', form: 'full' });
});

test('what does not fit in the address is as if it were not there', async () => {
  for (const response of ['veel', '0', '101', '5.5', ''])
    expect(await scanForesight(people.coordinator, scanId, { response, form: 'long' }, null)).toMatchObject({
      response: 60,
      form: 'short',
    });
});

test('is for who prepares a peiling, and of a peiling that is there', async () => {
  const { organisationId } = people.coordinator.database;
  const member = await world.actor({ organisationId, roles: ['member'] });
  for (const reader of [member, people.director, people.worksCouncil])
    await expect(scanForesight(reader, scanId, {}, null)).rejects.toMatchObject({ status: 403 });
  await expect(scanForesight(people.coordinator, newId(), {}, null)).rejects.toMatchObject({ status: 404 });
  await expect(scanForesight(people.coordinator, 'x', {}, null)).rejects.toMatchObject({ status: 404 });
});
