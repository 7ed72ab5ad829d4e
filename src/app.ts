import { sendMonthlyAgendas } from '#lib/features/agenda/server/index.ts';
import { ballotsPerUnit, sealEarlyBallots, wipeTraces } from '#lib/features/answering/server/index.ts';
import { renewResponse, sendDueReminders, sendMailing, sendMailingJob } from '#lib/features/invitation/server/index.ts';
import { makeGroupKeys, makeGroupKeysJob } from '#lib/features/manifest/server/index.ts';
import { isExample, ownOrganisations, removeOldDrafts } from '#lib/features/organisation/server/index.ts';
import { eraseExpiredRows } from '#lib/features/research/server/index.ts';
import { finishDueScans } from '#lib/features/result/server/index.ts';
import { deleteExpired } from '#lib/features/retention/server/index.ts';
import type { Clock } from '#lib/platform/clock/index.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import type { Database } from '#lib/platform/database/index.ts';
import { createJobs } from '#lib/platform/jobs/index.ts';
import type { JobHandler } from '#lib/platform/jobs/index.ts';
import type { Log } from '#lib/platform/log/index.ts';
import type { Mailer } from '#lib/platform/mail/index.ts';
import { sendQueuedMail, sendQueuedMailJob, sendWaitingMail } from '#lib/platform/mail/index.ts';
import type { Secrets, KeyFiles } from '#lib/platform/secrets/index.ts';
import type { Settings } from '#lib/platform/settings/index.ts';
import { createSignIn } from '#lib/platform/sessions/index.ts';
import type { SignIn } from '#lib/platform/sessions/index.ts';

export interface AppParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly mailer: Mailer;
  readonly secrets: Secrets;
  readonly publicUrl: string;
  readonly openingKeys: KeyFiles;
  readonly anonymity: Settings['anonymity'];
  readonly respondentPage: string | null;
  /** What must be typed to start the first organisation when others can reach this server; null when only this machine can. */
  readonly setupCode: string | null;
}

/** The whole product, put together: the one place that knows all features. */
export interface App {
  readonly platform: Platform;
  readonly signIn: SignIn;
  readonly setupCode: string | null;
  readonly jobHandlers: Readonly<Record<string, JobHandler>>;
  readonly recurringJobs: Readonly<Record<string, { pattern: string; run: () => Promise<unknown> }>>;
  /** Finishes what a crash or an older version left behind; to be done before anyone comes in. */
  repair(): Promise<void>;
}

export function createApp(parts: AppParts): App {
  const { setupCode, ...shared } = parts;
  const platform: Platform = { ...shared, jobs: createJobs() };
  const signIn = createSignIn({
    pool: parts.database.pool,
    publicUrl: parts.publicUrl,
    secret: Buffer.from(parts.secrets.keyFor('sign-in')).toString('base64url'),
    mailer: parts.mailer,
  });
  return {
    platform,
    signIn,
    setupCode,
    jobHandlers: jobHandlers(platform),
    recurringJobs: recurringJobs(platform),
    repair: () => repair(platform),
  };
}

function jobHandlers(platform: Platform): App['jobHandlers'] {
  return {
    [makeGroupKeysJob]: (payload) => makeGroupKeys(platform, payload),
    [sendMailingJob]: (payload) => sendMailing(platform, payload),
    // Anyone may play in the example organisation, so its mail stays in its outbox.
    [sendQueuedMailJob]: async ({ organisationId, mailId = '' }) => {
      if (await isExample(platform, organisationId)) return;
      await sendQueuedMail(platform.database.of(organisationId), platform.mailer, mailId, platform.clock.now());
    },
  };
}

/** By the clock, in UTC: soon after midnight and in the morning in the Netherlands. Each may run again without doing harm. */
function recurringJobs(platform: Platform): App['recurringJobs'] {
  return {
    'finish-due-scans': { pattern: '20 * * * *', run: () => finishDueScans(platform) },
    'wipe-traces': { pattern: '35 * * * *', run: () => wipeTraces(platform) },
    'renew-response': { pattern: '45 4 * * *', run: () => renewResponse(platform, ballotsPerUnit) },
    'send-due-reminders': { pattern: '5 7 * * *', run: () => sendDueReminders(platform) },
    'remove-old-drafts': { pattern: '50 * * * *', run: () => removeOldDrafts(platform) },
    'erase-research-rows': { pattern: '30 0 * * *', run: () => eraseExpiredRows(platform) },
    'delete-expired': { pattern: '10 1 * * *', run: () => deleteExpired(platform) },
    'send-waiting-mail': { pattern: '40 * * * *', run: () => sendAllWaitingMail(platform) },
    'send-monthly-agendas': { pattern: '15 6 * * *', run: () => sendMonthlyAgendas(platform) },
  };
}

async function repair(platform: Platform): Promise<void> {
  await wipeTraces(platform);
  await sealEarlyBallots(platform);
}

async function sendAllWaitingMail(platform: Platform): Promise<void> {
  if (!platform.mailer.canSend) return;
  for (const { id } of await ownOrganisations(platform)) await sendWaitingMail(platform.database.of(id), platform.jobs);
}

const place = Symbol.for('lerend.app');
type Holder = { [place]?: App };

/** Lets the web pages, which are modules of their own while one works on them, find the product that this process runs. */
export function installApp(app: App): void {
  (globalThis as Holder)[place] = app;
}

export function installedApp(): App {
  const app = (globalThis as Holder)[place];
  if (!app) throw new Error('Start Lerend through `npm start` (or `npm run dev`), not through the build alone.');
  return app;
}
