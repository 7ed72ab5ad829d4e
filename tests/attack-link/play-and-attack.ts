import { ownFolder } from '../product/own-folder.ts';
import { startedOrganisation } from '../product/make-peiling.ts';
import { entered, withApp } from '../product/with-app.ts';
import { attackerNames } from './cells.ts';
import { chanceFrom } from './crowd.ts';
import { openDatabaseOf } from './database.ts';
import { openDoors } from './doors.ts';
import type { Found } from './evidence.ts';
import { link } from './link.ts';
import { runPeilingen } from './run-peilingen.ts';
import { score } from './score.ts';
import type { Score } from './score.ts';
import type { Variant } from './variants.ts';

/** What is kept of one run. */
export interface RunResult {
  readonly variant: Variant;
  readonly seed: string;
  readonly people: number;
  readonly groups: number;
  readonly sessionPerGap: { readonly largest: number; readonly mean: number };
  /** How many ballots, ballots' numbers and used codes' tags each place held. */
  readonly found: Readonly<Record<'copies' | 'files' | 'log', { ballots: number; numbers: number; tags: number }>>;
  readonly scores: { readonly [attacker: string]: { readonly without: Score; readonly with: Score } };
}

export async function playAndAttack(
  variant: Variant,
  { count, people, seed }: { readonly count: number; readonly people: number; readonly seed: number },
  tell: (result: RunResult) => void,
): Promise<void> {
  const folder = await ownFolder();
  try {
    await withApp(folder, async (app) => {
      const database = await openDatabaseOf(folder.dataDir);
      await keepWholeLog(database);
      if (variant === 'no-padding') await database.query('alter table ballot drop constraint ballot_sealed_check');
      const organisation = await startedOrganisation(app);
      const context = await entered(app, organisation.account, organisation.organisationId);
      const { port, close } = await openDoors(app.platform);
      try {
        const runs = await runPeilingen({ context, database, dataDir: folder.dataDir, port, count, people, seed });
        for (const [at, { observed, sessionPerGap }] of runs.entries()) {
          const scores: Record<string, { without: Score; with: Score }> = {};
          for (const attacker of attackerNames) {
            const judged = async (hasKey: boolean) => {
              const chance = chanceFrom(seed * 7919 + at * 101 + attackerNames.indexOf(attacker) * 2 + Number(hasKey));
              return score(observed, await link(observed, { variant, attacker, hasKey }, chance));
            };
            scores[attacker] = { without: await judged(false), with: await judged(true) };
          }
          const { copies, files, log, rows } = observed;
          const inPlace = ({ ballots, issuance, numbers }: Found) => ({
            ballots: ballots.length,
            numbers,
            tags: issuance.length,
          });
          const found = { copies: inPlace(copies), files: inPlace(files), log: inPlace(log) };
          tell({
            variant,
            seed: `${seed}.${at}`,
            people: observed.people.length,
            groups: rows.size,
            sessionPerGap,
            found,
            scores,
          });
        }
      } finally {
        close();
        await database.end();
      }
    });
  } finally {
    await folder.remove();
  }
}

/** The log of everything since the beginning, as whoever archives it has. */
async function keepWholeLog(database: Awaited<ReturnType<typeof openDatabaseOf>>): Promise<void> {
  await database.query("alter system set wal_keep_size = '16GB'");
  await database.query('select pg_reload_conf()');
}
