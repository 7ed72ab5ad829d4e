import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeBallotText } from '@lerend/ballot';
import { answerByDevice, researchRows } from '#lib/features/answering/server/index.ts';
import { finishScan } from '#lib/features/result/server/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { builtPilot, takePart } from './testing/pilot-builder.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

test.each([
  [51, 50],
  [50, null],
])('a withdrawn row of %i leaves %s: it is in no file, and doesn’t help to make rows enough', async (people, rows) => {
  const pilot = await builtPilot(world);
  const { scan, coordinator, codes } = pilot;
  await takePart(world, { ...pilot, codes: codes.slice(1) }, people - 1);
  const { form, instrumentVersion, scanId } = scan;
  const answered = { form, instrumentVersion, language: 'nl', answers: { SV1: 3 }, speedBand: 'usual' } as const;
  const device = { code: codes[0] ?? '', openPayload: null, researchConsent: 'yes' } as const;
  const sealing = await answerByDevice(world.platform, scan, { ...device, payload: encodeBallotText(answered) }, 'nl');
  await answerByDevice(world.platform, scan, { ...device, payload: null, sealing }, 'nl');
  await finishScan(coordinator, { scanId });
  expect((await researchRows(coordinator.database, scanId))?.rows.length ?? null).toBe(rows);
});
