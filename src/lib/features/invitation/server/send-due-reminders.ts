import { openScans } from '#lib/features/scan/server/index.ts';
import type { OpenScan } from '#lib/features/scan/server/index.ts';
import { dayOf } from '#lib/platform/clock/index.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { sendMailingJob } from './send-mailing.ts';
import { mailingStore } from './store-mailing.ts';

/**
 * Starts the reminder of every open peiling that announced one for today (or for a day on which nothing ran).
 * It goes to everyone who was mailed: who has answered already isn't looked up.
 */
export async function sendDueReminders(platform: Platform): Promise<void> {
  if (!platform.mailer.canSend) return;
  const today = dayOf(platform.clock.now());
  for (const scan of await openScans(platform)) {
    const dueOn = scan.reminderOn.filter((day) => day <= today).at(-1);
    if (dueOn && today <= scan.closesOn) await startReminder(platform, scan, dueOn);
  }
}

async function startReminder(platform: Platform, { organisationId, scanId }: OpenScan, dueOn: string): Promise<void> {
  await platform.database.of(organisationId).transaction(async (inside) => {
    const store = mailingStore(inside);
    const recipients = await store.countMailed(scanId);
    if (recipients === 0) return;
    const reminder = await store.insertReminder({ id: newId(), scanId, dueOn, recipients });
    if (!reminder) return;
    const payload = { organisationId, scanId, mailingId: reminder.id };
    await platform.jobs.add(inside, sendMailingJob, payload, { key: `mailing:${reminder.id}` });
  });
}
