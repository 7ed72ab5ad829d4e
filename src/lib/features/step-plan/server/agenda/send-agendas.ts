import { ownOrganisations } from '#lib/features/organisation/server/index.ts';
import { addDays, dayOf } from '#lib/platform/clock/index.ts';
import { audit, authorize, contextOf, inTransaction, productActor } from '#lib/platform/context/index.ts';
import type { Context, Platform } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { queueMail } from '#lib/platform/mail/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { stepPlanFaults, stepPlanMessages } from '../../messages.ts';
import { mayLeadPlan } from '../policy.ts';
import { presentStep } from '../present.ts';
import { ofUnit } from '../step-input.ts';
import { readerStore } from '../store-readers.ts';
import type { PlanReader } from '../store-readers.ts';
import { stepStore } from '../store.ts';
import type { StepRow } from '../store.ts';
import { agendaCalendar } from './agenda-calendar.ts';
import { agendaText } from './agenda-text.ts';
import { isAgendaDay } from './working-day.ts';

/** Without a look-back on the calendar the agenda is for a meeting of next week. */
const daysAhead = 7;

/** Mails the agenda of the unit's next meeting to whoever asks for it, as a new version of this month's meeting. */
export async function mailAgenda(context: Context, input: unknown): Promise<{ to: string }> {
  const { unitId } = read(ofUnit, input, stepPlanFaults(context.language));
  authorize(context, mayLeadPlan(context.actor, unitId));
  const { accountId, name, email } = context.actor;
  const say = stepPlanMessages(context.language);
  if (accountId === null || email === null) throw new Refusal(422, say('agenda-no-address'));
  return inTransaction(context, async (inside) => {
    const active = (await stepStore(inside.database).stepsOf(unitId)).find((row) => row.state === 'active');
    if (!active) throw new Refusal(409, say('agenda-nothing-runs'));
    const month = dayOf(context.clock.now()).slice(0, 7);
    const readers = readerStore(inside.database);
    const sequence = (await readers.lockAgenda(unitId, month)).sequence + 1;
    await readers.updateAgenda(unitId, month, { sequence });
    await queueAgenda(inside, active, {
      reader: { accountId, name, email, language: context.language },
      month,
      sequence,
    });
    await audit(inside, 'agenda.mailed', unitId);
    return { to: email };
  });
}

/**
 * The monthly agendas of every unit in which a step runs, to whoever leads it. For the recurring job: it does nothing
 * outside the first working days of a month, and a unit gets one a month however often it runs.
 */
export async function sendMonthlyAgendas(platform: Platform): Promise<{ sent: number }> {
  if (!isAgendaDay(dayOf(platform.clock.now()))) return { sent: 0 };
  let sent = 0;
  for (const { id: organisationId } of await ownOrganisations(platform)) {
    const context = contextOf(platform, { organisationId, actor: productActor, language: 'nl' });
    for (const active of await stepStore(context.database).stepsIn(['active']))
      sent += await sendMonthly(context, active);
  }
  return { sent };
}

function sendMonthly(context: Context, active: StepRow): Promise<number> {
  return inTransaction(context, async (inside) => {
    const at = context.clock.now();
    const month = dayOf(at).slice(0, 7);
    const readers = readerStore(inside.database);
    const managers = await readers.managersOf(active.unitId, at);
    if (managers.length === 0) return 0;
    const agenda = await readers.lockAgenda(active.unitId, month);
    if (agenda.sentByItselfAt !== null) return 0;
    await readers.updateAgenda(active.unitId, month, { sequence: agenda.sequence + 1, sentByItselfAt: at });
    for (const reader of managers) await queueAgenda(inside, active, { reader, month, sequence: agenda.sequence + 1 });
    await audit(inside, 'agenda.mailed', active.unitId);
    return managers.length;
  });
}

async function queueAgenda(
  inside: Context,
  row: StepRow,
  { reader, month, sequence }: { reader: PlanReader; month: string; sequence: number },
): Promise<void> {
  const at = inside.clock.now();
  const today = dayOf(at);
  const step = presentStep(row, await stepStore(inside.database).actions(row.id), {
    ...inside,
    language: reader.language,
  });
  const url = `${inside.publicUrl}/o/${inside.database.organisationId}/step-plan/${row.unitId}/${row.id}`;
  const { subject, text } = agendaText({ step, month, url, language: reader.language });
  const isAhead = step.nextLookBackOn !== null && step.nextLookBackOn >= today;
  const { hostname } = new URL(inside.publicUrl);
  const calendar = agendaCalendar({
    uid: `agenda-${row.unitId}-${month}@${hostname}`,
    sequence,
    day: isAhead && step.nextLookBackOn !== null ? step.nextLookBackOn : addDays(today, daysAhead),
    subject,
    text,
    url,
    stamp: at,
    organiser: { name: 'Lerend', email: `lerend@${hostname}` },
    attendee: { name: reader.name, email: reader.email },
  });
  await queueMail(inside.database, inside.jobs, { kind: 'step-agenda', at, to: reader.email, subject, text, calendar });
}
