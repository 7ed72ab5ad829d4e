import { addDays, dayOf } from '#lib/platform/clock/index.ts';
import { inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { formatDay } from '#lib/platform/language/index.ts';
import { queueMail } from '#lib/platform/mail/index.ts';
import type { Announced, AnnouncedKind } from '../contract.ts';
import { retentionMessages } from '../messages.ts';
import { monthsBefore, startOfDay } from './months-before.ts';
import { periodsOf } from './retention-periods.ts';
import { expiredStore } from './store-expired.ts';
import { retentionStore } from './store.ts';

/** Long enough to print what somebody wants to keep, also for who is on holiday. */
const announcedDays = 30;

/** Peilingen of which something goes within a month, or whose day is past without anybody having been told. */
async function soonGoing(inside: Context, kind: AnnouncedKind, months: number) {
  const store = expiredStore(inside.database);
  const today = dayOf(inside.clock.now());
  const horizon = startOfDay(monthsBefore(addDays(today, announcedDays), months));
  const newest = kind === 'results' ? await store.newestResult() : undefined;
  return (await store.scansWith(kind, horizon)).flatMap(({ id, title, openedAt }) => {
    if (openedAt === null || id === newest) return [];
    const ends = addDays(monthsBefore(dayOf(openedAt), -months), 1);
    const soonest = addDays(today, announcedDays);
    return [{ scanId: id, title, goesOn: ends > soonest ? ends : soonest }];
  });
}

/** Announces what will be deleted within a month, once, to whoever keeps the organisation. Again does nothing. */
export function announceDeletions(context: Context): Promise<void> {
  return inTransaction(context, async (inside) => {
    const periods = await periodsOf(inside.database);
    const store = retentionStore(inside.database);
    const announcedOn = dayOf(inside.clock.now());
    const told: Announced[] = [];
    for (const kind of ['words', 'results'] as const) {
      const going = await soonGoing(inside, kind, periods[kind]);
      await withdrawOthers(inside, kind, new Set(going.map(({ scanId }) => scanId)));
      for (const { scanId, title, goesOn } of going) {
        if (await store.announce({ kind, scanId, announcedOn, goesOn })) told.push({ kind, title, goesOn });
      }
    }
    if (told.length > 0) await mailCoordinators(inside, told);
  });
}

/** The period was made longer, or the thing is needed again: it doesn't go after all. */
async function withdrawOthers(inside: Context, kind: AnnouncedKind, going: ReadonlySet<string>): Promise<void> {
  const store = retentionStore(inside.database);
  for (const notice of await store.notices())
    if (notice.kind === kind && !going.has(notice.scanId)) await store.withdraw(kind, notice.scanId);
}

async function mailCoordinators(inside: Context, told: readonly Announced[]): Promise<void> {
  const at = inside.clock.now();
  for (const { email, name, language } of await retentionStore(inside.database).coordinators(at)) {
    const say = retentionMessages(language);
    const lines = told.map(
      ({ kind, title, goesOn }) => `- ${say(`announced-${kind}`, { title, day: formatDay(goesOn, language) })}`,
    );
    const url = `${inside.publicUrl}/o/${inside.database.organisationId}/privacy/retention`;
    await queueMail(inside.database, inside.jobs, {
      kind: 'retention-notice',
      at,
      to: email,
      subject: say('mail-subject'),
      text: [say('mail-greeting', { name }), say('mail-lead'), lines.join('\n'), say('mail-what', { url })].join(
        '\n\n',
      ),
    });
  }
}
