import { sql } from 'kysely';
import type { OrganisationDatabase } from '../database/index.ts';

/** A job carries ids only; what it needs it reads when it runs. */
export type JobPayload = { readonly organisationId: string } & Readonly<Record<string, string>>;
export type JobHandler = (payload: JobPayload) => Promise<void>;

export interface Jobs {
  /** Adds a job within the caller's transaction: no commit, no job. The same key replaces an earlier one. */
  add(
    database: OrganisationDatabase,
    name: string,
    payload: JobPayload,
    options?: { runAt?: Date; key?: string },
  ): Promise<void>;
}

export function createJobs(): Jobs {
  return {
    async add(database, name, payload, options = {}) {
      await sql`select graphile_worker.add_job(
        ${name}::text,
        ${JSON.stringify(payload)}::json,
        run_at => ${options.runAt ?? null}::timestamptz,
        job_key => ${options.key ?? null}::text,
        max_attempts => 12
      )`.execute(database.tables);
    },
  };
}
