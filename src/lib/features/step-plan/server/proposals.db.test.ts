import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallOrganisation } from '#lib/platform/testing/index.ts';
import type { SmallOrganisation } from '#lib/platform/testing/index.ts';
import { ruleOf } from '@lerend/planning';
import type { Snapshot } from '@lerend/analysis';
import type { Context } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { sampleSnapshot } from '#lib/report/testing/sample-snapshot.ts';
import { addStep, proposals, stepDetail, stepDraft } from './index.ts';
import { stepFields } from './testing/step-fields.ts';

let here: SmallOrganisation;
let snapshot: Snapshot;
/** A unit that is too small for figures, below the one that has them. */
let smallId: string;
let coordinator: Context;

beforeAll(async () => {
  here = await smallOrganisation();
  coordinator = here.coordinator;
  smallId = newId();
  const { tables } = coordinator.database;
  const at = here.world.clock.now();
  await tables
    .insertInto('unit')
    .values({ id: smallId, parentId: here.unitId, name: 'Kade', headCount: 4, validFrom: at })
    .execute();
  const scan = await tables.selectFrom('scan').select('id').executeTakeFirstOrThrow();
  const sourceOf: Readonly<Record<string, string>> = {
    top: newId(),
    north: here.unitId,
    south: newId(),
    small: smallId,
  };
  const sample = sampleSnapshot({ top: 'De Proef', north: 'Noord', small: 'Kade' });
  const units = sample.units.map((unit) => ({ ...unit, sourceUnitId: sourceOf[unit.id] ?? unit.id }));
  snapshot = { ...sample, scanId: scan.id, units };
  await tables
    .insertInto('resultSnapshot')
    .values({
      scanId: scan.id,
      methodVersion: snapshot.methodVersion,
      snapshot: JSON.stringify(snapshot),
      madeAt: at,
      publishedAt: at,
    })
    .execute();
});
afterAll(() => here.world.close());

test('every proposal names the finding it comes from, in at most two sentences, and the rule', async () => {
  const three = await proposals(here.manager, here.unitId);
  expect(three).toHaveLength(3);
  const ids = new Set(snapshot.findings.map((finding) => finding.id));
  for (const one of three) {
    expect(one.findingIds.length > 0 && one.findingIds.every((id) => ids.has(id))).toBe(true);
    expect(ruleOf(one.ruleId ?? '')?.because.nl).toBe(one.because);
    expect(one.said).not.toBe('');
    expect(one.said.length).toBeLessThan(300);
  }
});

test('a proposal that is taken keeps where it came from: finding, rule, peiling', async () => {
  const [first] = await proposals(here.manager, here.unitId);
  const { stepId } = await addStep(
    here.manager,
    stepFields(here.unitId, { practiceId: first?.practiceId ?? '', area: first?.area ?? '' }),
  );
  const row = await coordinator.database.tables
    .selectFrom('step')
    .selectAll()
    .where('id', '=', stepId)
    .executeTakeFirstOrThrow();
  expect([row.findingIds, row.ruleId, row.scanId]).toEqual([first?.findingIds, first?.ruleId, snapshot.scanId]);
  expect(await stepDetail(here.manager, stepId)).toMatchObject({ said: first?.said, because: first?.because });
  expect((await proposals(here.manager, here.unitId)).some((one) => one.practiceId === first?.practiceId)).toBe(false);
});

test('a unit without figures gets what stands out in the unit above, named; its own placing takes that place', async () => {
  const above = await proposals(coordinator, smallId);
  expect(above.length).toBeGreaterThan(0);
  const own = await proposals(coordinator, smallId, { placing: { knowledge: 'sometimes' } });
  expect(own.every((one) => one.findingIds.every((id) => id === `own-placing:${smallId}:knowledge`))).toBe(true);
  expect(own[0]?.said).toContain('Jullie zetten jezelf bij Kennis op ‘soms’');
});

test('the form for a proposal is filled in, and says what is over', async () => {
  const [first] = await proposals(here.manager, here.unitId);
  const draft = await stepDraft(here.manager, here.unitId, {
    practiceId: first?.practiceId ?? null,
    area: first?.area ?? null,
  });
  expect(draft).toMatchObject({
    title: first?.title,
    said: first?.said,
    because: first?.because,
    hours: first?.hours,
    area: first?.area,
  });
  expect(draft.actions.length).toBeGreaterThanOrEqual(5);
  expect(draft.budget?.granted).toEqual({ hours: 20, euros: 500 });
});
