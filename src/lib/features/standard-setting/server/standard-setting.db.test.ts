import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { areaCodes, itemsOf, itemsOfArea } from '@lerend/instrument';
import { currentCutScores } from '#lib/features/cut-scores/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import type { SessionForm } from '../contract.ts';
import { agreed, fieldsOf, heldSession } from './testing/held-session.ts';
import {
  addPaperSheet,
  adoptOutcome,
  closeSession,
  endRoundOne,
  finishRound,
  joinPage,
  keepArea,
  keepPaperSheet,
  panelForm,
  paperSheet,
  removePanellist,
  removeSession,
  sessionDocument,
  sessionList,
  sessionPage,
  startRoundTwo,
  startSession,
} from './index.ts';

let world: TestWorld;
let coordinator: Context;
let organisationId: string;
let held: Awaited<ReturnType<typeof heldSession>>;
let sessionId: string;
let code: string;

beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  organisationId = await world.organisation();
  coordinator = await world.actor({ organisationId, roles: ['coordinator'] });
  await hold();
});

async function hold(form: SessionForm = 'short'): Promise<void> {
  held = await heldSession(world, coordinator, form);
  ({ sessionId, code } = held);
}

const toRoundTwo = async () => {
  await endRoundOne(coordinator, { sessionId });
  await startRoundTwo(coordinator, { sessionId });
};
const rationale = {
  rationaleNl: 'Tien mensen keken naar een team dat er nog maar net is, en waren het eens.',
  rationaleEn: 'Ten people looked at a team that has only just got there, and they agreed.',
};
const rows = async () => {
  const { tables } = coordinator.database;
  const counted = await Promise.all([
    tables.selectFrom('panellist').select('id').execute(),
    tables.selectFrom('panelJudgement').select('panellistId').execute(),
  ]);
  return counted.map(({ length }) => length);
};

describe('a session from start to adoption', () => {
  test('ends in cut scores that hold, with their reasons, and keeps nobody’s judgements', async () => {
    const keys = await held.panelOf(10);
    await toRoundTwo();
    for (const key of keys) await finishRound(world.platform, { code, key }, 'nl');
    await closeSession(coordinator, { sessionId });
    expect(await rows()).toEqual([0, 0]);
    const closed = await sessionPage(coordinator, sessionId);
    expect(closed).toMatchObject({
      state: 'closed',
      cuts: { begun: 37.5, usual: 62.5, improving: 87.5 },
      outcome: { reasons: [], roles: { manager: 1, member: 9 } },
      mayAdoptAreas: false,
      panellists: [],
    });
    const { version } = await adoptOutcome(coordinator, { sessionId, ...rationale, perArea: 'on' });
    const cutScores = await currentCutScores(coordinator.database);
    expect(cutScores).toMatchObject({
      version,
      status: 'set',
      cuts: { begun: 37.5, usual: 62.5, improving: 87.5 },
      rationale: { nl: rationale.rationaleNl, en: rationale.rationaleEn },
      setting: { method: 'extended-angoff', form: 'short', panellists: 10, year: 2026 },
    });
    expect(cutScores).not.toHaveProperty('areaCuts');
    await expect(adoptOutcome(coordinator, { sessionId, ...rationale })).rejects.toMatchObject({ status: 409 });
    await expect(removeSession(coordinator, { sessionId })).rejects.toMatchObject({ status: 409 });
    const { bytes } = await sessionDocument(coordinator, sessionId);
    expect(new TextDecoder('latin1').decode(bytes.slice(0, 5))).toBe('%PDF-');
    const actions = await coordinator.database.tables.selectFrom('auditEntry').select('action').execute();
    expect(actions.map(({ action }) => action).toSorted()).toEqual([
      'cut-scores.adopted',
      'standard-setting.adopted',
      'standard-setting.closed',
      'standard-setting.first-round-ended',
      'standard-setting.second-round-started',
      'standard-setting.started',
    ]);
  });

  test('on the full form gives cuts per area when all areas are settled and it is asked', async () => {
    await hold('full');
    const keys = await held.panelOf(10);
    await toRoundTwo();
    const trust = itemsOfArea('trust', 'full').map(({ id }) => id);
    for (const key of keys) {
      await keepArea(world.platform, { code, key }, 'trust', fieldsOf(trust, [2, 3, 4]), 'nl');
      await finishRound(world.platform, { code, key }, 'nl');
    }
    await closeSession(coordinator, { sessionId });
    expect((await sessionPage(coordinator, sessionId)).mayAdoptAreas).toBe(true);
    await adoptOutcome(coordinator, { sessionId, ...rationale, perArea: 'on' });
    const { areaCuts } = await currentCutScores(coordinator.database);
    expect(Object.keys(areaCuts ?? {}).toSorted()).toEqual(areaCodes.toSorted());
    expect(areaCuts).toMatchObject({ trust: { begun: 25, usual: 50, improving: 75 }, support: { begun: 37.5 } });
  });

  test('isn’t settled with too few people or too much difference, and then can’t be adopted', async () => {
    const keys = await held.panelOf(6, (place) => (place % 2 === 0 ? [1, 2, 3] : [3, 4, 5]));
    await toRoundTwo();
    for (const key of keys) await finishRound(world.platform, { code, key }, 'nl');
    await closeSession(coordinator, { sessionId });
    const { outcome } = await sessionPage(coordinator, sessionId);
    expect(outcome?.reasons).toEqual(['too-few-panellists', 'cuts-uncertain', 'panel-disagrees']);
    await expect(adoptOutcome(coordinator, { sessionId, ...rationale })).rejects.toMatchObject({ status: 409 });
    expect((await currentCutScores(coordinator.database)).version).toBe('2026-1');
    await sessionDocument({ ...coordinator, language: 'en' }, sessionId);
    await removeSession(coordinator, { sessionId });
    expect(await sessionList(coordinator)).toEqual([]);
    await expect(joinPage(world.platform, code, 'nl')).rejects.toMatchObject({ status: 404 });
  });
});

describe('paper', () => {
  test('is printed, entered by the coordinator, and counts once it is whole', async () => {
    expect((await panelForm(coordinator, sessionId)).bytes.length).toBeGreaterThan(1000);
    const { panellistId } = await addPaperSheet(coordinator, { sessionId, role: 'member' });
    const of = { sessionId, panellistId };
    const ids = itemsOf('short').map(({ id }) => id);
    expect(await keepPaperSheet(coordinator, of, fieldsOf(ids.slice(0, 3), agreed))).toEqual({ isFinished: false });
    expect((await paperSheet(coordinator, of)).areas[0]?.items[0]?.own).toEqual(agreed);
    expect(await keepPaperSheet(coordinator, of, fieldsOf(ids, agreed))).toEqual({ isFinished: true });
    expect((await sessionPage(coordinator, sessionId)).panellists).toMatchObject([
      { isOnPaper: true, isFinished: true },
    ]);
    await held.panelOf(4);
    await toRoundTwo();
    expect((await panelForm(coordinator, sessionId)).bytes.length).toBeGreaterThan(1000);
    expect((await paperSheet(coordinator, of)).areas[0]?.items[0]).toMatchObject({ own: agreed, panel: [{}, {}, {}] });
  });

  test('gives nobody a look at a sheet that was filled in by link', async () => {
    await held.panelOf(1);
    const [panellist] = (await sessionPage(coordinator, sessionId)).panellists;
    const of = { sessionId, panellistId: panellist?.id };
    await expect(paperSheet(coordinator, of)).rejects.toMatchObject({ status: 403 });
    await expect(keepPaperSheet(coordinator, of, {})).rejects.toMatchObject({ status: 403 });
    expect(JSON.stringify(await sessionPage(coordinator, sessionId))).not.toMatch(/judgements|3\.5/u);
  });
});

describe('who may do what', () => {
  test.each(['manager', 'member', 'director', 'works-council', 'adviser'] as const)(
    'a %s holds no session',
    async (role) => {
      const context = await world.actor({ organisationId, roles: [role] });
      const calls = [
        () => startSession(context, { title: 'Nee', form: 'short' }),
        () => endRoundOne(context, { sessionId }),
        () => startRoundTwo(context, { sessionId }),
        () => closeSession(context, { sessionId }),
        () => removeSession(context, { sessionId }),
        () => addPaperSheet(context, { sessionId, role: 'member' }),
        () => removePanellist(context, { sessionId, panellistId: sessionId }),
        () => adoptOutcome(context, { sessionId, ...rationale }),
        () => paperSheet(context, { sessionId, panellistId: sessionId }),
      ];
      for (const call of calls) await expect(call()).rejects.toMatchObject({ status: 403 });
      const mayFollow = ['director', 'works-council', 'adviser'].includes(role);
      expect(await sessionList(context)).toHaveLength(mayFollow ? 1 : 0);
      if (mayFollow) expect((await sessionPage(context, sessionId)).mayHold).toBe(false);
      else await expect(sessionPage(context, sessionId)).rejects.toMatchObject({ status: 403 });
    },
  );

  test('a session of another organisation doesn’t exist here', async () => {
    const elsewhere = await world.actor({ organisationId: await world.organisation(), roles: ['coordinator'] });
    await expect(sessionPage(elsewhere, sessionId)).rejects.toMatchObject({ status: 404 });
    await expect(endRoundOne(elsewhere, { sessionId })).rejects.toMatchObject({ status: 404 });
    await expect(removeSession(elsewhere, { sessionId })).rejects.toMatchObject({ status: 404 });
    expect(await sessionList(elsewhere)).toEqual([]);
  });

  test('a round ends only with five finished sheets, and no step is taken twice', async () => {
    await held.panelOf(4);
    await held.join();
    await expect(endRoundOne(coordinator, { sessionId })).rejects.toMatchObject({ status: 409 });
    await held.panelOf(1);
    await endRoundOne(coordinator, { sessionId });
    await expect(endRoundOne(coordinator, { sessionId })).rejects.toMatchObject({ status: 409 });
    await expect(closeSession(coordinator, { sessionId })).rejects.toMatchObject({ status: 409 });
    expect((await sessionPage(coordinator, sessionId)).impact).toBeNull();
    const { panellists } = await sessionPage(coordinator, sessionId);
    await expect(removePanellist(coordinator, { sessionId, panellistId: panellists[0]?.id })).rejects.toMatchObject({
      status: 409,
    });
  });
});
