import { afterAll, beforeAll, expect, test } from 'vitest';
import { addStep, startStep, stepDetail, tickAction, unitPlan } from '#lib/features/step-plan/server/index.ts';
import { smallOrganisation } from '#lib/platform/testing/index.ts';
import type { SmallOrganisation } from '#lib/platform/testing/index.ts';
import { mailAgenda, sendMonthlyAgendas } from './index.ts';

const step = (unitId: string, wish: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  unitId,
  area: 'trust',
  title: 'Vragenhalfuur',
  ownerName: 'Femke Jansen',
  dueOn: '2026-06-01',
  actions: 'Kies een vast half uur\nVraag twee mensen om te beginnen\nVertel wat ermee gebeurde',
  ...wish,
});

let here: SmallOrganisation;
beforeAll(async () => {
  here = await smallOrganisation();
  const { stepId } = await addStep(here.manager, step(here.unitId, { nextLookBackOn: '2026-03-26' }));
  const [first] = (await stepDetail(here.manager, stepId)).actions;
  await tickAction(here.manager, { stepId, actionId: first?.id, done: 'yes' });
});
afterAll(() => here.world.close());

const mails = () => here.manager.database.tables.selectFrom('outboxMail').selectAll().orderBy('createdAt').execute();

/** The calendar as a calendar reads it: folded lines put together again. */
function calendarIn(body: string): Map<string, string> {
  const text = body.slice(body.indexOf('BEGIN:VCALENDAR')).replace(/\r?\n[ \t]/g, '');
  return new Map(
    text
      .split(/\r?\n/)
      .map((line) => [line.slice(0, line.search(/[:;]/)), line.slice(line.search(/[:;]/) + 1)] as const),
  );
}

test('the monthly mail is the agenda, last promise first, and goes out once however often the job runs', async () => {
  expect(await sendMonthlyAgendas(here.world.platform)).toEqual({ sent: 1 });
  expect(await sendMonthlyAgendas(here.world.platform)).toEqual({ sent: 0 });
  const [mail, ...more] = await mails();
  expect(more).toEqual([]);
  expect(mail).toMatchObject({
    kind: 'step-agenda',
    recipient: here.manager.actor.email,
    subject: 'Agenda voor Noord: Vragenhalfuur',
  });
  const places = [
    'Eerst de laatste belofte\nVraag twee mensen om te beginnen',
    'gedaan (1 van 3)\n- Kies een vast half uur',
    'Wat zit vast',
    'Eén vraag voor iedereen',
    'donderdag 26 maart 2026',
  ];
  const found = places.map((place) => mail?.body.indexOf(place) ?? -1);
  expect(found.every((at) => at > 0)).toBe(true);
  expect([...found].sort((a, b) => a - b)).toEqual(found);
});

test('the calendar entry is a whole day on the look-back, and a later copy replaces it', async () => {
  await mailAgenda(here.manager, { unitId: here.unitId });
  const [first, second] = (await mails()).map((mail) => calendarIn(mail.calendar ?? ''));
  expect(first?.get('DTSTART')).toBe('VALUE=DATE:20260326');
  expect(first?.get('DTEND')).toBe('VALUE=DATE:20260327');
  expect(first?.get('METHOD')).toBe('REQUEST');
  expect(first?.get('SUMMARY')).toBe('Agenda voor Noord: Vragenhalfuur');
  expect(first?.get('UID')).toBe(`agenda-${here.unitId}-2026-03@localhost`);
  expect([second?.get('UID') === first?.get('UID'), first?.get('SEQUENCE'), second?.get('SEQUENCE')]).toEqual([
    true,
    '1',
    '2',
  ]);
});

test('outside the first working days nothing goes out, and the next month does again', async () => {
  here.world.clock.set(new Date('2026-03-18T09:00:00Z'));
  expect(await sendMonthlyAgendas(here.world.platform)).toEqual({ sent: 0 });
  here.world.clock.set(new Date('2026-04-01T09:00:00Z'));
  expect(await sendMonthlyAgendas(here.world.platform)).toEqual({ sent: 1 });
});

test('two jobs at the same moment send one mail', async () => {
  here.world.clock.set(new Date('2026-05-01T09:00:00Z'));
  const answers = await Promise.all([sendMonthlyAgendas(here.world.platform), sendMonthlyAgendas(here.world.platform)]);
  expect(answers.map((answer) => answer.sent).sort()).toEqual([0, 1]);
});

test('a reader of English gets it in English', async () => {
  await here.manager.database.tables.deleteFrom('outboxMail').execute();
  await mailAgenda({ ...here.manager, language: 'en' }, { unitId: here.unitId });
  const [mail] = await mails();
  expect(mail?.subject).toBe('Agenda for Noord: Vragenhalfuur');
  expect(mail?.body).toContain('First the last promise');
});

test('without a running step there is no agenda to mail', async () => {
  const plan = await unitPlan(here.manager, here.unitId);
  await here.manager.database.tables
    .updateTable('step')
    .set({ state: 'waiting' })
    .where('id', '=', plan.active?.id ?? '')
    .execute();
  await expect(mailAgenda(here.manager, { unitId: here.unitId })).rejects.toMatchObject({ status: 409 });
  await startStep(here.manager, { stepId: plan.active?.id });
});
