import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#lib/platform/database/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { addStep, unitPlan } from '#lib/features/step-plan/server/index.ts';
import {
  agreementDraft,
  agreeOn,
  areasToPlace,
  choicesFor,
  chooseOne,
  conversationDetail,
  conversationList,
  conversationSheet,
  enterAfterwards,
  latestPlacing,
  placeArea,
  placeAreas,
  planConversation,
  revealed,
  revealResult,
  startConversation,
  unitConversations,
  writeWhy,
} from './index.ts';

let world: TestWorld;
let unitId: string;
let manager: Context;
let member: Context;
let director: Context;

beforeAll(async () => {
  world = await testWorld();
  const organisationId = await world.organisation();
  const { tables } = world.platform.database.of(organisationId);
  const rootId = newId();
  unitId = newId();
  await tables
    .insertInto('unit')
    .values({ id: rootId, parentId: null, name: 'De Proef', validFrom: world.clock.now() })
    .execute();
  await tables
    .insertInto('unit')
    .values({ id: unitId, parentId: rootId, name: 'Kade', headCount: 3, validFrom: world.clock.now() })
    .execute();
  manager = await world.actor({ organisationId, leads: [unitId], belongsTo: [unitId, rootId], name: 'Femke Jansen' });
  member = await world.actor({ organisationId, belongsTo: [unitId, rootId] });
  director = await world.actor({ organisationId, roles: ['director'] });
});
afterAll(() => world.close());
beforeEach(async () => {
  for (const table of ['stepAction', 'step', 'ownPlacing', 'conversation'] as const)
    await manager.database.tables.deleteFrom(table).execute();
});

const agreement = {
  ownerName: 'Bas',
  dueOn: '2026-06-01',
  nextLookBackOn: '2026-05-11',
  hours: '4',
  euros: '0',
  measure: '',
};

async function untilChosen(): Promise<string> {
  const { conversationId } = await startConversation(manager, { unitId });
  await placeArea(manager, { conversationId, area: 'trust', level: 'sometimes' });
  await revealResult(manager, { conversationId });
  const [first] = (await choicesFor(manager, conversationId, '')).proposals;
  await chooseOne(manager, { conversationId, choice: `${first?.practiceId}/${first?.area}` });
  return conversationId;
}

describe('a team too small for figures', () => {
  test('goes all the way round on its own placing, and the step can be traced to it', async () => {
    const conversationId = await untilChosen();
    expect(await revealed(manager, conversationId)).toMatchObject({ figuresFrom: { kind: 'none' }, scanTitle: null });
    await writeWhy(manager, { conversationId, why: 'Vragen stellen voelt als kritiek.' });
    const draft = await agreementDraft(manager, conversationId);
    expect(draft.said).toContain('Jullie zetten jezelf bij');
    const { stepId } = await agreeOn(manager, { conversationId, ...agreement, present: '3' });
    const plan = await unitPlan(member, unitId);
    expect(plan.active).toMatchObject({
      id: stepId,
      area: 'trust',
      ownerName: 'Bas',
      conversationId,
      nextLookBackOn: '2026-05-11',
    });
    expect(plan.active?.said).toContain('‘soms’');
    expect(plan.active?.actions.length).toBeGreaterThan(0);
    const row = await manager.database.tables
      .selectFrom('step')
      .selectAll()
      .where('id', '=', stepId)
      .executeTakeFirstOrThrow();
    expect([row.findingIds, row.ruleId === null]).toEqual([[`own-placing:${unitId}:trust`], false]);
  });

  test('can print its sheet', async () => {
    const { bytes, unitName } = await conversationSheet(manager, unitId);
    expect([unitName, Buffer.from(bytes.slice(0, 5)).toString()]).toEqual(['Kade', '%PDF-']);
  });
});

describe('placing', () => {
  test('is kept per area, can be changed and left, and is fixed once the result is shown', async () => {
    const { conversationId } = await startConversation(manager, { unitId });
    await expect(revealResult(manager, { conversationId })).rejects.toMatchObject({ status: 409 });
    await placeArea(manager, { conversationId, area: 'trust', level: 'begun' });
    await placeArea(manager, { conversationId, area: 'trust', level: 'usual' });
    await placeAreas(manager, { conversationId, 'place-knowledge': 'sometimes', 'place-support': 'never' });
    const placed = (await areasToPlace(member, conversationId)).filter((one) => one.placed !== null);
    expect(placed.map((one) => [one.area, one.placed])).toEqual([
      ['trust', 'usual'],
      ['knowledge', 'sometimes'],
    ]);
    expect((await startConversation(manager, { unitId })).conversationId).toBe(conversationId);
    await expect(revealed(manager, conversationId)).rejects.toMatchObject({ status: 409 });
    await revealResult(manager, { conversationId });
    await expect(placeArea(manager, { conversationId, area: 'trust', level: 'begun' })).rejects.toMatchObject({
      status: 409,
    });
    expect(await latestPlacing(manager, unitId)).toEqual({ trust: 'usual', knowledge: 'sometimes' });
  });

  test('two phones that start at once find the same conversation', async () => {
    const [one, other] = await Promise.all([
      startConversation(manager, { unitId }),
      startConversation(manager, { unitId }),
    ]);
    expect(one.conversationId).toBe(other.conversationId);
  });
});

describe('agreeing', () => {
  test('without a name or a date is refused at that field, and the conversation stays open', async () => {
    const conversationId = await untilChosen();
    await expect(agreeOn(manager, { conversationId, ...agreement, ownerName: ' ' })).rejects.toMatchObject({
      status: 422,
      field: 'ownerName',
    });
    await expect(agreeOn(manager, { conversationId, ...agreement, dueOn: '' })).rejects.toMatchObject({
      status: 422,
      field: 'dueOn',
    });
    expect((await conversationDetail(manager, conversationId)).state).toBe('chosen');
  });

  test('a full plan refuses, and nothing is half stored', async () => {
    const conversationId = await untilChosen();
    const step = { unitId, area: 'support', title: 'Vol', ownerName: 'Bas', dueOn: '2026-06-01' };
    for (let count = 0; count < 3; count += 1) await addStep(manager, step);
    await expect(agreeOn(manager, { conversationId, ...agreement })).rejects.toMatchObject({ status: 409 });
    expect(await conversationDetail(manager, conversationId)).toMatchObject({
      state: 'chosen',
      step: null,
      nextLookBackOn: null,
    });
  });
});

describe('entered afterwards', () => {
  const sheet = () => ({
    unitId,
    heldOn: '2026-02-27',
    'place-trust': 'begun',
    why: 'Druk.',
    choice: 'own',
    title: 'Elke vrijdag een kwartier',
    area: 'team-learning',
    ...agreement,
  });

  test('keeps the whole sheet at once', async () => {
    const { stepId } = await enterAfterwards(manager, sheet());
    const { held } = await unitConversations(manager, unitId);
    expect(held).toMatchObject([{ heldOn: '2026-02-27', stepTitle: 'Elke vrijdag een kwartier', state: 'agreed' }]);
    expect((await unitPlan(manager, unitId)).active).toMatchObject({ id: stepId, practice: null, actionsTotal: 0 });
  });

  test.each([
    [{ choice: '' }, 'choice'],
    [{ title: '' }, 'title'],
    [{ area: '' }, 'area'],
    [{ ownerName: '' }, 'ownerName'],
    [{ heldOn: '2026-12-31' }, 'heldOn'],
  ])('refuses %j at its field and keeps nothing', async (change, field) => {
    await expect(enterAfterwards(manager, { ...sheet(), ...change })).rejects.toMatchObject({ status: 422, field });
    expect(await unitConversations(manager, unitId)).toMatchObject({ open: null, held: [] });
  });
});

describe('who reads what', () => {
  test('the director reads the outcome, not what was said on the way, and nothing before that', async () => {
    const conversationId = await untilChosen();
    await writeWhy(manager, { conversationId, why: 'Van het team.' });
    await expect(conversationDetail(director, conversationId)).rejects.toMatchObject({ status: 403 });
    await agreeOn(manager, { conversationId, ...agreement });
    const seen = await conversationDetail(director, conversationId);
    expect(seen.step?.ownerName).toBe('Bas');
    expect(JSON.stringify(seen)).not.toContain('Van het team.');
    expect([seen.placing, await latestPlacing(director, unitId)]).toEqual([{}, {}]);
    expect((await conversationDetail(member, conversationId)).why).toBe('Van het team.');
  });

  test('a member can’t plan, start or enter one', async () => {
    for (const work of [
      planConversation(member, { unitId, plannedOn: '2026-04-01' }),
      startConversation(member, { unitId }),
    ]) {
      await expect(work).rejects.toMatchObject({ status: 403 });
    }
  });

  test('a planned day is in the list, and a day that has passed is refused', async () => {
    await expect(planConversation(manager, { unitId, plannedOn: '2026-01-01' })).rejects.toMatchObject({
      status: 422,
      field: 'plannedOn',
    });
    await planConversation(manager, { unitId, plannedOn: '2026-04-01' });
    expect((await conversationList(manager)).find((unit) => unit.unitId === unitId)?.latest).toMatchObject({
      plannedOn: '2026-04-01',
      heldOn: null,
    });
  });
});
