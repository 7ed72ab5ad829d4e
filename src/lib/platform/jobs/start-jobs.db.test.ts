import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { pino } from 'pino';
import { testWorld } from '../testing/index.ts';
import type { TestWorld } from '../testing/index.ts';
import { startJobs } from './start-jobs.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

test('a failed job leaves no mail address behind: not in its row, not in the log', async () => {
  const { database, jobs } = world.platform;
  const lines: string[] = [];
  const organisationId = await world.organisation();
  const runner = await startJobs({
    pool: database.pool,
    log: pino({}, { write: (line) => void lines.push(line) }),
    handlers: { greet: () => Promise.reject(new Error('550 5.1.1 <an.de-wit+x@voorbeeld.nl>: no such user')) },
    recurring: {},
  });
  await jobs.add(database.of(organisationId), 'greet', { organisationId });
  const lastError = await vi.waitFor(
    async () => {
      const kept = await database.pool.query<{ last_error: string | null }>(
        'select last_error from graphile_worker.jobs where last_error is not null',
      );
      if (!kept.rows[0]?.last_error) throw new Error('The job has not failed yet.');
      return kept.rows[0].last_error;
    },
    { timeout: 20_000, interval: 50 },
  );
  await runner.stop();
  expect(lastError).toContain('550 5.1.1 <…>: no such user');
  expect(lines.join('')).toContain('550 5.1.1');
  expect(lines.join('')).not.toContain('voorbeeld');
});
