import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { receiveWholeForm, respondentScan } from '#lib/features/answering/server/index.ts';
import { filesBelow } from '../privacy/traces.ts';
import { formFields } from '../product/fill-in.ts';
import { importPeople, openedPeiling, startedOrganisation } from '../product/make-peiling.ts';
import type { OwnOrganisation } from '../product/make-peiling.ts';
import { ownFolder } from '../product/own-folder.ts';
import type { OwnFolder } from '../product/own-folder.ts';
import { newNumber } from '../product/respondent.ts';
import { bareEnvironment, projectRoot } from '../product/start-product.ts';
import { entered, withApp } from '../product/with-app.ts';
import type { App } from '../product/with-app.ts';

/** What there is of a peiling after a kill in the middle of its count and a new start. */
export interface CountRound {
  readonly round: number;
  /** Before which question to the database it died, and whether its database died with it. */
  readonly killAt: number;
  readonly what: 'application' | 'database';
  readonly state: string;
  readonly answered: number;
  readonly ballots: number;
  readonly counted: number | null;
  readonly hasKeyFile: boolean;
  readonly isWiped: boolean;
  /** Files of data and keys in which the key stands. */
  readonly keyTraces: readonly string[];
}

/** Either nothing happened yet, or all of it: and then the key is nowhere. */
export function isWholeCount(round: CountRound): boolean {
  const { state, answered, ballots, counted, hasKeyFile, isWiped, keyTraces } = round;
  if (state === 'opened')
    return counted === answered && ballots === 0 && !hasKeyFile && isWiped && keyTraces.length === 0;
  return state === 'open' && counted === null && ballots === answered && hasKeyFile;
}

const people = 12;

/** Kills the count of peilingen with -9, `kills` times, spread over everything that it asks of the database. */
export async function countRounds(kills: number, onRound?: (round: CountRound) => void): Promise<CountRound[]> {
  const folder = await ownFolder();
  try {
    const organisation = await withApp(folder, async (app) => {
      const started = await startedOrganisation(app);
      await importPeople(await entered(app, started.account, started.organisationId), {
        departments: 1,
        teams: 1,
        people,
      });
      return started;
    });
    const rehearsed = await answeredPeiling(folder, organisation);
    const questions = await count(folder, organisation, rehearsed, { killAt: 0, what: 'application' });
    const done: CountRound[] = [];
    let scanId = await answeredPeiling(folder, organisation);
    for (let round = 1; round <= kills; round++) {
      const killAt = Math.max(1, Math.ceil(((round - 0.5) * questions) / kills));
      const what = round % 2 === 0 ? 'application' : 'database';
      const key = keyOf(folder, scanId);
      await count(folder, organisation, scanId, { killAt, what });
      const after = await withApp(folder, (app) => lookAt(app, organisation, scanId));
      const keyTraces = after.state === 'opened' ? tracesOf(key, folder) : [];
      const outcome = { round, killAt, what, answered: people, ...after, keyTraces } as const;
      onRound?.(outcome);
      done.push(outcome);
      if (after.state === 'opened') scanId = await answeredPeiling(folder, organisation);
    }
    return done;
  } finally {
    await folder.remove();
  }
}

/** A peiling that everyone has answered. */
function answeredPeiling(folder: OwnFolder, { account, organisationId }: OwnOrganisation): Promise<string> {
  return withApp(folder, async (app) => {
    const peiling = await openedPeiling(await entered(app, account, organisationId), 'pulse');
    const scan = await respondentScan(app.platform, peiling.code, 'nl');
    for (const [seed, { code }] of peiling.invitations.slice(0, people).entries())
      await receiveWholeForm(app.platform, scan, { ...formFields(peiling, seed), code, number: newNumber() }, 'nl');
    return peiling.scanId;
  });
}

interface Kill {
  readonly killAt: number;
  readonly what: 'application' | 'database';
}

/** Counts in a process of its own; how often that asked the database, or 0 when it was killed. */
async function count(
  { dataDir, keysDir }: OwnFolder,
  { organisationId }: OwnOrganisation,
  scanId: string,
  { killAt, what }: Kill,
): Promise<number> {
  const child = spawn(process.execPath, [join(projectRoot, 'tests/crash/count-program.ts')], {
    cwd: projectRoot,
    env: {
      ...bareEnvironment(),
      DATA_DIR: dataDir,
      KEYS_DIR: keysDir,
      LOG_LEVEL: 'silent',
      SCAN_ID: scanId,
      ORGANISATION_ID: organisationId,
      KILL_AT: String(killAt),
      KILL: what,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (written += text));
  const signal = await new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, by) => resolve(by)));
  if (signal === 'SIGKILL') return 0;
  const asked = /\{"asked":(\d+)\}/.exec(written)?.[1];
  if (!asked) throw new Error(`The count went wrong by itself:\n${written}`);
  return Number(asked);
}

async function lookAt({ platform }: App, { organisationId }: OwnOrganisation, scanId: string) {
  const { tables } = platform.database.of(organisationId);
  const scan = await tables.selectFrom('scan').select('state').where('id', '=', scanId).executeTakeFirstOrThrow();
  const ballots = await tables.selectFrom('ballot').select('number').where('scanId', '=', scanId).execute();
  const report = await tables
    .selectFrom('openingReport')
    .select(['counted', 'isWiped'])
    .where('scanId', '=', scanId)
    .executeTakeFirst();
  return {
    state: scan.state,
    ballots: ballots.length,
    counted: report?.counted ?? null,
    isWiped: report?.isWiped ?? false,
    hasKeyFile: (await platform.openingKeys.read(scanId)) !== undefined,
  };
}

function keyOf({ keysDir }: OwnFolder, scanId: string): Buffer {
  return readFileSync(join(keysDir, 'opening-keys', `${scanId}.key`));
}

function tracesOf(key: Buffer, { dataDir, keysDir }: OwnFolder): string[] {
  const spellings = [key, Buffer.from(key.toString('hex')), Buffer.from(key.toString('base64url'))];
  return [...filesBelow(dataDir), ...filesBelow(keysDir)].filter((file) => {
    const bytes = readFileSync(file);
    return spellings.some((spelling) => bytes.includes(spelling));
  });
}
