import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { smallOrganisation } from '#lib/platform/testing/index.ts';
import type { SmallOrganisation } from '#lib/platform/testing/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import {
  activeStepOf,
  addAction,
  addStep,
  budgetOf,
  changeStep,
  decideStuck,
  finishStep,
  planOverview,
  proposals,
  removeAction,
  reopenStep,
  reportStuck,
  shareableStep,
  startStep,
  stepDetail,
  stepsForToday,
  stopStep,
  tickAction,
  unitPlan,
} from './index.ts';
import { waitingDecisions } from './plan-overview.ts';
import { stepFields } from './testing/step-fields.ts';

let here: SmallOrganisation;
beforeAll(async () => {
  here = await smallOrganisation();
});
afterAll(() => here.world.close());
beforeEach(async () => {
  const { tables } = here.manager.database;
  for (const table of ['stepAction', 'step', 'notDone', 'outboxMail'] as const)
    await tables.deleteFrom(table).execute();
});

const add = (wish: Record<string, string> = {}) => addStep(here.manager, stepFields(here.unitId, wish));
const refusal = async (work: Promise<unknown>): Promise<Refusal> => {
  const thrown: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(thrown instanceof Refusal)) throw new Error(`not refused: ${String(thrown)}`);
  return thrown;
};

describe('a step', () => {
  test('without an owner is refused at that field, and nothing is stored', async () => {
    expect(await refusal(add({ ownerName: '  ' }))).toMatchObject({
      status: 422,
      field: 'ownerName',
      message: 'Wie trekt deze stap? Zonder naam gebeurt er niets.',
    });
    expect((await unitPlan(here.manager, here.unitId)).active).toBeNull();
  });

  test('starts by itself when nothing runs; a second one waits; a second one that must start now is refused', async () => {
    const first = await add();
    expect(first.state).toBe('active');
    expect((await add({ title: 'Tweede' })).state).toBe('waiting');
    expect(await refusal(add({ title: 'Nu', start: 'now' }))).toMatchObject({ status: 409 });
    expect(await activeStepOf(here.member, here.unitId)).toMatchObject({ id: first.stepId, title: 'Vragenhalfuur' });
  });

  test('a third one that would wait is refused, also when four come at once', async () => {
    const answers = await Promise.allSettled([add(), add(), add(), add(), add()]);
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(3);
    const plan = await unitPlan(here.manager, here.unitId);
    expect([plan.active === null, plan.waiting.length]).toEqual([false, 2]);
    expect(await refusal(add())).toMatchObject({
      status: 409,
      message: expect.stringContaining('Er wachten al twee stappen'),
    });
  });

  test('a swap lets the running one wait', async () => {
    const [first, second] = [await add(), await add({ title: 'Tweede' })];
    expect(await refusal(startStep(here.manager, { stepId: second.stepId }))).toMatchObject({ status: 409 });
    await startStep(here.manager, { stepId: second.stepId, swap: 'yes' });
    const plan = await unitPlan(here.manager, here.unitId);
    expect([plan.active?.id, plan.waiting.map((step) => step.id)]).toEqual([second.stepId, [first.stepId]]);
  });

  test('takes its actions, measure and reason from the practice, in the reader’s language', async () => {
    const [first] = await proposals(here.manager, here.unitId, { placing: { trust: 'sometimes' } });
    if (!first) throw new Error('no proposal');
    const { stepId } = await addStep(here.manager, {
      ...stepFields(here.unitId, { practiceId: first.practiceId, area: first.area }),
      actions: '',
      measure: '',
    });
    const step = await stepDetail(here.member, stepId);
    expect(step.actions.length).toBeGreaterThanOrEqual(5);
    expect(step.practice?.source.says).not.toBe('');
    expect(step.measure).not.toBe('');
    expect(step.may).toEqual({ lead: false, decide: false });
  });

  test('can be changed in everything, and a member may only read', async () => {
    const { stepId } = await add();
    const change = {
      ...stepFields(here.unitId),
      stepId,
      title: 'Anders',
      ownerName: 'Bas',
      hours: '2,5',
      nextLookBackOn: '2026-05-11',
    };
    expect(await refusal(changeStep(here.member, change))).toMatchObject({ status: 403 });
    await changeStep(here.manager, change);
    expect(await stepDetail(here.manager, stepId)).toMatchObject({
      title: 'Anders',
      ownerName: 'Bas',
      hours: 2.5,
      nextLookBackOn: '2026-05-11',
    });
  });
});

describe('actions', () => {
  test('can be ticked, unticked, added and removed', async () => {
    const { stepId } = await add();
    const [one, two] = (await stepDetail(here.manager, stepId)).actions;
    await tickAction(here.manager, { stepId, actionId: one?.id, done: 'yes' });
    expect((await activeStepOf(here.manager, here.unitId))?.actionsDone).toBe(1);
    await tickAction(here.manager, { stepId, actionId: one?.id, done: 'no' });
    await removeAction(here.manager, { stepId, actionId: two?.id });
    await addAction(here.manager, { stepId, text: 'Nodig de nachtdienst uit' });
    const step = await stepDetail(here.manager, stepId);
    expect(step.actions.map(({ text, doneOn }) => [text, doneOn])).toEqual([
      ['Kies een vast half uur', null],
      ['Vertel wat ermee gebeurde', null],
      ['Nodig de nachtdienst uit', null],
    ]);
    expect(await refusal(tickAction(here.manager, { stepId, actionId: stepId, done: 'yes' }))).toMatchObject({
      status: 404,
    });
  });
});

describe('an end', () => {
  test('looks back, honestly, and can be undone', async () => {
    const { stepId } = await add();
    expect(await refusal(finishStep(here.manager, { stepId, lookBack: 'x' }))).toMatchObject({
      status: 422,
      field: 'helped',
    });
    await finishStep(here.manager, { stepId, helped: 'not-noticed', lookBack: 'Niemand merkte verschil.' });
    expect((await unitPlan(here.manager, here.unitId)).done[0]).toMatchObject({
      id: stepId,
      helped: 'not-noticed',
      endedOn: '2026-03-02',
    });
    expect(await reopenStep(here.manager, { stepId })).toEqual({ state: 'active' });
    expect(await stepDetail(here.manager, stepId)).toMatchObject({
      state: 'active',
      helped: null,
      endedOn: null,
      lookBack: 'Niemand merkte verschil.',
    });
  });

  test('a step that is opened again while another runs, waits', async () => {
    const { stepId } = await add();
    await finishStep(here.manager, { stepId, helped: 'yes', lookBack: 'Ja.' });
    await add({ title: 'Volgende' });
    expect(await reopenStep(here.manager, { stepId })).toEqual({ state: 'waiting' });
  });
});

describe('what was granted', () => {
  test('going over it is said, and allowed; a stopped step gives its hours back', async () => {
    const { stepId } = await add({ hours: '12', euros: '100' });
    await add({ hours: '10', euros: '500' });
    expect(await budgetOf(here.manager, here.unitId)).toMatchObject({
      granted: { hours: 20, euros: 500 },
      used: { hours: 22, euros: 600 },
      left: { hours: -2, euros: -100 },
    });
    await stopStep(here.manager, { stepId, reason: 'Te groot.' });
    expect((await budgetOf(here.manager, here.unitId))?.left).toEqual({ hours: 10, euros: 0 });
  });
});

describe('a step that is stuck', () => {
  test('waits with who was asked, and the decision goes to the manager by mail', async () => {
    const { stepId } = await add();
    await reportStuck(here.manager, { stepId, reason: 'Geen ruimte in het rooster.', for: 'director' });
    expect((await stepsForToday(here.director)).decisions).toMatchObject([
      { reason: 'Geen ruimte in het rooster.', mayDecide: true },
    ]);
    expect(await waitingDecisions(here.coordinator)).toMatchObject([{ mayDecide: false }]);
    expect(await refusal(decideStuck(here.coordinator, { stepId, decision: 'Ik.' }))).toMatchObject({ status: 403 });
    await decideStuck(here.director, { stepId, decision: 'Twee uur per week erbij, vanaf maandag.' });
    const [mail] = await here.manager.database.tables.selectFrom('outboxMail').selectAll().execute();
    expect(mail).toMatchObject({ kind: 'step-decision', recipient: here.manager.actor.email });
    expect(mail?.body).toContain('Twee uur per week erbij, vanaf maandag.');
    expect(await waitingDecisions(here.director)).toEqual([]);
    expect(await refusal(decideStuck(here.director, { stepId, decision: 'Nog eens.' }))).toMatchObject({ status: 409 });
  });

  test('the overview counts what is in motion, stuck and done, and is not for a manager', async () => {
    const { stepId } = await add();
    await reportStuck(here.manager, { stepId, reason: 'x', for: 'coordinator' });
    expect(await planOverview(here.director)).toMatchObject({
      inMotion: 1,
      stuck: 1,
      done: 0,
      granted: { hours: 20, euros: 500 },
    });
    expect(await refusal(planOverview(here.manager))).toMatchObject({ status: 403 });
  });
});

test('what can be shared about a step holds no name of a person, and only for who may read it', async () => {
  const { stepId } = await add();
  await reportStuck(here.manager, { stepId, reason: 'Geen ruimte.', for: 'director' });
  const lines = await shareableStep(here.member, stepId);
  expect(lines).toContain('Dit zit vast: Geen ruimte.');
  expect(lines.join(' ')).not.toContain('Femke');
  const stranger = await here.world.actor({ organisationId: here.organisationId, belongsTo: [stepId] });
  await expect(shareableStep(stranger, stepId)).rejects.toMatchObject({ status: 403 });
});

test('every command is in the audit log, by whom and on what, never with its contents', async () => {
  await here.manager.database.tables.deleteFrom('auditEntry').execute();
  const { stepId } = await add();
  await finishStep(here.manager, { stepId, helped: 'yes', lookBack: 'Geheim.' });
  const entries = await here.manager.database.tables.selectFrom('auditEntry').selectAll().orderBy('action').execute();
  expect(entries.map(({ action, subject, accountId }) => [action, subject, accountId])).toEqual([
    ['step.added', stepId, here.manager.actor.accountId],
    ['step.finished', stepId, here.manager.actor.accountId],
  ]);
});
