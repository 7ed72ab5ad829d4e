import { Logger, run } from 'graphile-worker';
import type { Runner, TaskList } from 'graphile-worker';
import type pg from 'pg';
import type { Log } from '../log/index.ts';
import type { JobHandler, JobPayload } from './jobs.ts';

export interface JobSettings {
  readonly pool: pg.Pool;
  readonly log: Log;
  readonly handlers: Readonly<Record<string, JobHandler>>;
  /** Handlers that run by the clock, for the whole installation: name → cron pattern (UTC). */
  readonly recurring: Readonly<Record<string, { pattern: string; run: () => Promise<unknown> }>>;
}

/** Starts the worker in this process. Several processes may work on one database. */
export function startJobs({ pool, log, handlers, recurring }: JobSettings): Promise<Runner> {
  const taskList: TaskList = {};
  for (const [name, handler] of Object.entries(handlers)) {
    taskList[name] = (payload) => failNameless(() => handler(payload as JobPayload));
  }
  for (const [name, { run: tick }] of Object.entries(recurring)) taskList[name] = () => failNameless(tick);
  return run({
    pgPool: pool,
    taskList,
    crontab: Object.entries(recurring)
      .map(([name, { pattern }]) => `${pattern} ${name}`)
      .join('\n'),
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 5000,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') log.error({ job: true }, withoutPayload(message));
    }),
  });
}

/** A failed job's error stays in its row and goes to the log; the words of a mail server may quote an address. */
async function failNameless(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const nameless = new Error(withoutAddresses(error instanceof Error ? error.message : String(error)));
    if (error instanceof Error && error.stack) nameless.stack = withoutAddresses(error.stack);
    throw nameless;
  }
}

function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>()"'`,;:]+@[^\s<>()"'`,;:]+/gu, '…');
}

/** The worker's error lines end with the payload; ours holds ids only, and still doesn't belong in a log. */
function withoutPayload(message: string): string {
  return message.replace(/\{.*\}/s, '{…}').slice(0, 500);
}
