import { z } from 'zod';
import { ownOrganisations } from '#lib/features/organisation/server/index.ts';
import type { PlanReader } from '#lib/features/step-plan/contract.ts';
import { planReaders, runningStep, unitsWithRunningStep } from '#lib/features/step-plan/server/index.ts';
import { addDays, dayOf } from '#lib/platform/clock/index.ts';
import { audit, authorize, contextOf, inTransaction, productActor } from '#lib/platform/context/index.ts';
import type { Context, Platform } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { queueMail } from '#lib/platform/mail/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { agendaFaults, agendaMessages } from '../messages.ts';
import { agendaCalendar } from './agenda-calendar.ts';
import { agendaText } from './agenda-text.ts';
import { mayMailAgenda } from './policy.ts';
import { agendaStore } from './store.ts';
import { isAgendaDay } from './working-day.ts';

const MailAgenda = z.object({ unitId: z.uuid('unit-unknown') });

/** Without a look-back on the calendar the agenda is for a meeting of next week. */
const daysAhead = 7;

/** Mails the agenda of the unit's next meeting to whoever asks for it, as a new version of this month's meeting. */
export async function mailAgenda(context: Context, input: unknown): Promise<{ to: string }> {
  const { unitId } = read(MailAgenda, input, agendaFaults(context.language));
  authorize(context, mayMailAgenda(context.actor, unitId));
  const { accountId, name, email } = context.actor;
  const say = agendaMessages(context.language);
  if (accountId === null || email === null) throw new Refusal(422, say('no-address'));
  return inTransaction(context, async (inside) => {
    if (!(await runningStep(inside, unitId))) throw new Refusal(409, say('nothing-runs'));
    const month = dayOf(context.clock.now()).slice(0, 7);
    const store = agendaStore(inside.database);
    const sequence = (await store.lockAgenda(unitId, month)).sequence + 1;
    await store.updateAgenda(unitId, month, { sequence });
    await queueAgenda(inside, unitId, {
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
    for (const unitId of await unitsWithRunningStep(context)) sent += await sendMonthly(context, unitId);
  }
  return { sent };
}

function sendMonthly(context: Context, unitId: string): Promise<number> {
  return inTransaction(context, async (inside) => {
    const at = context.clock.now();
    const month = dayOf(at).slice(0, 7);
    const store = agendaStore(inside.database);
    const managers = await planReaders(inside, unitId);
    if (managers.length === 0 || !(await runningStep(inside, unitId))) return 0;
    const agenda = await store.lockAgenda(unitId, month);
    if (agenda.sentByItselfAt !== null) return 0;
    await store.updateAgenda(unitId, month, { sequence: agenda.sequence + 1, sentByItselfAt: at });
    for (const reader of managers) await queueAgenda(inside, unitId, { reader, month, sequence: agenda.sequence + 1 });
    await audit(inside, 'agenda.mailed', unitId);
    return managers.length;
  });
}

async function queueAgenda(
  inside: Context,
  unitId: string,
  { reader, month, sequence }: { reader: PlanReader; month: string; sequence: number },
): Promise<void> {
  const at = inside.clock.now();
  const today = dayOf(at);
  const step = await runningStep({ ...inside, language: reader.language }, unitId);
  // Finished between the question and the lock: then there is nothing left to discuss.
  if (!step) return;
  const url = `${inside.publicUrl}/o/${inside.database.organisationId}/step-plan/${unitId}/${step.id}`;
  const { subject, text } = agendaText({ step, month, url, language: reader.language });
  const isAhead = step.nextLookBackOn !== null && step.nextLookBackOn >= today;
  const { hostname } = new URL(inside.publicUrl);
  const calendar = agendaCalendar({
    uid: `agenda-${unitId}-${month}@${hostname}`,
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
