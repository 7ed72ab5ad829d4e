import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setTimeout as wait } from 'node:timers/promises';
import { importPeople, openedPeiling, startedOrganisation } from '../product/make-peiling.ts';
import type { OpenPeiling, OwnOrganisation } from '../product/make-peiling.ts';
import { ownFolder } from '../product/own-folder.ts';
import type { OwnFolder } from '../product/own-folder.ts';
import { databaseProcesses, killNow } from '../product/processes.ts';
import { answers, startProduct } from '../product/start-product.ts';
import type { Product } from '../product/start-product.ts';
import { entered, withApp } from '../product/with-app.ts';
import { guesses, markSecrets, respondsWithoutScript, respondsWithScript, signsIn } from './passers-by.ts';
import { filesBelow, spellingsOf, tracesIn, tracesInFiles } from './traces.ts';
import type { Secret } from './traces.ts';

describe('the log of application and database, as talkative as it can be', () => {
  let folder: OwnFolder;
  let organisation: OwnOrganisation;
  let peiling: OpenPeiling;
  let secrets: Secret[];
  let log: string;

  beforeAll(async () => {
    folder = await ownFolder();
    [organisation, peiling] = await withApp(folder, async (app) => {
      const started = await startedOrganisation(app);
      const context = await entered(app, started.account, started.organisationId);
      await importPeople(context, { departments: 1, teams: 2, people: 8 });
      return [started, await openedPeiling(context, 'full')];
    });
    const product = await startProduct({ folder, environment: { LOG_LEVEL: 'debug' } });
    secrets = [...markSecrets, ...(await everythingThatHappens(product))];
    log = product.output();
    await product.stop();
    log += product.output().slice(log.length);
  }, 120_000);
  afterAll(() => folder.remove());

  async function everythingThatHappens(product: Product): Promise<Secret[]> {
    const [first = '', second = '', third = '', fourth = ''] = peiling.invitations.map(({ code }) => code);
    const found = [
      ...(await respondsWithScript(product, peiling, first)),
      ...(await respondsWithoutScript(product, peiling, second)),
      ...(await guesses(product, peiling, third)),
      ...(await signsIn(product, organisation)),
    ];
    // A process of the database that dies at work is what both logs say most about.
    const failing = Promise.allSettled([1, 2, 3].map(() => respondsWithScript(product, peiling, fourth)));
    await wait(10);
    for (const pid of databaseProcesses(folder.dataDir).slice(1)) killNow(pid);
    await failing;
    for (let tries = 0; tries < 200 && !(await answers(product.port)); tries++) await wait(50);
    return [...found, ...spellingsOf('the code of a failed request', fourth)];
  }

  test('says what happened', () => {
    expect(log).toContain('http://localhost:');
    expect(log).toMatch(/postgres: .*(terminated by signal 9|was terminated)/);
  });

  test('names no code, number, ballot, mail address, password, link or address of a machine', () => {
    expect(tracesIn(log, secrets)).toEqual([]);
  });

  test('is all there is: the data folder holds no other log', () => {
    expect(filesBelow(folder.dataDir).filter((file) => /\.log$|\/(pg_)?log\//.test(file))).toEqual([]);
  });

  test('and no file of the data holds an invitation code, used or not', () => {
    const codes = peiling.invitations.flatMap(({ code }) => spellingsOf('a code', code));
    expect(tracesInFiles(filesBelow(folder.dataDir), codes)).toEqual([]);
  });

  test('would be caught if it said any of these', () => {
    for (const secret of secrets) expect(tracesIn(`${log} ${secret.text}`, secrets)).toContain(secret.name);
  });
});
