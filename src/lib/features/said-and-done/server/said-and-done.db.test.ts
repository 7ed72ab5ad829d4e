import { afterAll, beforeAll, expect, test } from 'vitest';
import { addStep, stopStep } from '#lib/features/step-plan/server/index.ts';
import { smallOrganisation } from '#lib/platform/testing/index.ts';
import type { SmallOrganisation } from '#lib/platform/testing/index.ts';
import { addNotDone, removeNotDone, saidAndDone, saidAndDonePoster } from './index.ts';

const step = (unitId: string, wish: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  unitId,
  area: 'trust',
  title: 'Vragenhalfuur',
  ownerName: 'Femke Jansen',
  dueOn: '2026-06-01',
  ...wish,
});

let here: SmallOrganisation;
beforeAll(async () => {
  here = await smallOrganisation();
});
afterAll(() => here.world.close());

test('a stopped step stands under “dit niet, want”, beside what was added by hand', async () => {
  const { stepId } = await addStep(here.manager, step(here.unitId));
  await stopStep(here.manager, { stepId, reason: 'Het rooster liet het niet toe.' });
  await addStep(here.manager, step(here.unitId, { title: 'Dagstart' }));
  await addNotDone(here.manager, {
    unitId: here.unitId,
    said: 'Een tweede koffiemachine',
    because: 'Daar is dit jaar geen geld voor.',
  });
  const page = await saidAndDone(here.member, here.unitId);
  expect(page.lines.map((line) => (line.kind === 'did' ? line.what : line.because))).toEqual([
    'Dagstart',
    'Vragenhalfuur: Het rooster liet het niet toe.',
    'Daar is dit jaar geen geld voor.',
  ]);
});

test('whoever only reads takes nothing away and adds nothing', async () => {
  const line = { unitId: here.unitId, said: 'Elke vrijdag vrij', because: 'Dan staat er niemand.' };
  await expect(addNotDone(here.member, line)).rejects.toMatchObject({ status: 403 });
  const before = await saidAndDone(here.manager, here.unitId);
  const own = before.lines.find((one) => one.kind === 'not' && one.isOwnLine);
  await expect(removeNotDone(here.member, { unitId: here.unitId, lineId: own?.id })).rejects.toMatchObject({
    status: 403,
  });
  await removeNotDone(here.manager, { unitId: here.unitId, lineId: own?.id });
  expect((await saidAndDone(here.member, here.unitId)).lines).toHaveLength(before.lines.length - 1);
});

test('hangs on the wall as a poster', async () => {
  const { bytes, unitName } = await saidAndDonePoster(here.member, here.unitId);
  expect(Buffer.from(bytes.subarray(0, 4)).toString()).toBe('%PDF');
  expect(unitName).toBe('Noord');
});
