import pg from 'pg';
import { finishScan } from '#lib/features/result/server/index.ts';
import { contextOf, productActor } from '#lib/platform/context/index.ts';
import { startApp } from '../../src/start-app.ts';
import { databaseProcesses, killNow } from '../product/processes.ts';

/**
 * Counts one peiling and dies in the middle of it, with -9: before the database is asked for the KILL_AT-th time, alone
 * or (KILL=database) with its database, which goes first. With KILL_AT=0 it lives, and says how often it asked.
 */
const { SCAN_ID: scanId, ORGANISATION_ID: organisationId = '', KILL_AT, KILL } = process.env;
const killAt = Number(KILL_AT);
const { app, settings, stop } = await startApp(process.env);
let asked = 0;

const { prototype } = pg.Client as unknown as { prototype: { query: (...query: unknown[]) => unknown } };
const ask = prototype.query;
prototype.query = function (this: unknown, ...query: unknown[]) {
  asked += 1;
  if (asked === killAt) {
    if (KILL === 'database') for (const pid of databaseProcesses(settings.dataDir)) killNow(pid);
    killNow(process.pid);
  }
  return ask.apply(this, query);
};

const context = contextOf(app.platform, { organisationId, actor: productActor, language: 'nl' });
await finishScan(context, { scanId });
console.log(JSON.stringify({ asked }));
await stop();
