import { forgetEndedAccess, forgetLeavers, forgetLeftOverAccounts } from '#lib/features/personal-data/server/index.ts';
import { ownOrganisations } from '#lib/features/organisation/server/index.ts';
import { dayOf } from '#lib/platform/clock/index.ts';
import { audit, contextOf, inTransaction, productActor } from '#lib/platform/context/index.ts';
import type { Context, Platform } from '#lib/platform/context/index.ts';
import { retentionMessages } from '../messages.ts';
import { retentionKinds } from '../contract.ts';
import type { AnnouncedKind, RetentionKind } from '../contract.ts';
import { announceDeletions } from './announce.ts';
import { monthsBefore, startOfDay } from './months-before.ts';
import { periodsOf } from './retention-periods.ts';
import { expiredStore } from './store-expired.ts';
import { retentionStore } from './store.ts';

/** Deletes what is past the moment, in the caller's transaction unless it makes its own; gives how many went. */
type Deletion = (inside: Context, before: Date) => Promise<number>;

/**
 * Deletes in every organisation what is past its period, and announces what people would miss. By the clock, nightly;
 * again does nothing. One kind that can't be deleted stops no other; in the end it is an Error, so that it runs again.
 */
export async function deleteExpired(platform: Platform): Promise<void> {
  const faults: unknown[] = [];
  const attempt = (work: Promise<unknown>) => work.catch((fault: unknown) => faults.push(fault));
  for (const { id } of await ownOrganisations(platform)) await attempt(deleteIn(platform, id, attempt));
  await attempt(forgetLeftOverAccounts(platform));
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} kinds of data could not be deleted`);
}

async function deleteIn(
  platform: Platform,
  organisationId: string,
  attempt: (work: Promise<unknown>) => Promise<unknown>,
): Promise<void> {
  const language = await expiredStore(platform.database.of(organisationId)).language();
  const context = contextOf(platform, { organisationId, actor: productActor, language });
  const periods = await periodsOf(context.database);
  const today = dayOf(platform.clock.now());
  for (const kind of retentionKinds) {
    const before = startOfDay(monthsBefore(today, periods[kind]));
    await attempt(deleteKind(platform, context, kind, before));
  }
  await attempt(announceDeletions(context));
}

/** People and accounts reach past an organisation's handle, so they make transactions of their own. */
async function deleteKind(platform: Platform, context: Context, kind: RetentionKind, before: Date): Promise<void> {
  if (kind === 'leavers') return writeDown(context, kind, await forgetLeavers(platform, context, before));
  if (kind === 'access') return writeDown(context, kind, await forgetEndedAccess(platform, context, before));
  return inTransaction(context, async (inside) => writeDown(inside, kind, await deletions[kind](inside, before)));
}

/** Numbers only: what went is gone. */
async function writeDown(inside: Context, kind: RetentionKind, count: number): Promise<void> {
  if (count > 0) await audit(inside, `retention.${kind}-deleted`, String(count));
}

const somebody = (inside: Context): string => retentionMessages(inside.language)('somebody');

const deletions: Readonly<Record<Exclude<RetentionKind, 'leavers' | 'access'>, Deletion>> = {
  invitations: ({ database }, before) => expiredStore(database).unlinkInvitations(before),
  answers: ({ database }, before) => expiredStore(database).deleteAnswers(before),
  words: (inside, before) =>
    deleteAnnounced(inside, 'words', before, (scanId) => expiredStore(inside.database).deleteWords(scanId)),
  results: (inside, before) =>
    deleteAnnounced(inside, 'results', before, (scanId) => expiredStore(inside.database).deleteResult(scanId)),
  steps: (inside, before) => expiredStore(inside.database).unnameSteps(before, somebody(inside)),
  mails: ({ database }, before) => expiredStore(database).deleteMails(before),
  messages: ({ database }, before) => expiredStore(database).deleteMessages(before),
  log: (inside, before) => expiredStore(inside.database).deleteLog(before, somebody(inside)),
};

/** Deletes what is past its period and was announced, on the announced day or later. */
async function deleteAnnounced(
  inside: Context,
  kind: AnnouncedKind,
  before: Date,
  remove: (scanId: string) => Promise<number>,
): Promise<number> {
  const store = retentionStore(inside.database);
  const expired = new Set((await expiredStore(inside.database).scansWith(kind, before)).map(({ id }) => id));
  const today = dayOf(inside.clock.now());
  let count = 0;
  for (const notice of await store.notices()) {
    if (notice.kind !== kind || notice.goesOn > today || !expired.has(notice.scanId)) continue;
    count += await remove(notice.scanId);
    await store.withdraw(kind, notice.scanId);
  }
  return count;
}
