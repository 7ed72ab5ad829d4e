import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { researchRows } from '#lib/features/answering/server/index.ts';
import { finishScan } from '#lib/features/result/server/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { eraseExpiredRows, researchPage } from './index.ts';
import { builtPilot, takePart } from './testing/pilot-builder.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

test('one pilot that can’t be erased keeps nobody else’s rows, and two processes at once erase once', async () => {
  const pilots = [await builtPilot(world), await builtPilot(world), await builtPilot(world)];
  for (const pilot of pilots) {
    await takePart(world, pilot, 50);
    await finishScan(pilot.coordinator, { scanId: pilot.scan.scanId });
  }
  const stuck = pilots[1]?.scan.scanId ?? '';
  const { everyone } = world.platform.database;
  await sql`create function refuse_erasing() returns trigger language plpgsql as $$
    begin
      if old.scan_id = ${sql.lit(stuck)}::uuid then raise exception 'this block can not be erased'; end if;
      return old;
    end $$`.execute(everyone);
  await sql`create trigger refuse before delete on research_block for each row execute function refuse_erasing()`.execute(
    everyone,
  );
  world.clock.set(new Date('2027-03-21T00:30:00Z'));
  const ended = await Promise.allSettled([eraseExpiredRows(world.platform), eraseExpiredRows(world.platform)]);
  expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  for (const { coordinator, scan } of pilots) {
    const isStuck = scan.scanId === stuck;
    expect((await researchRows(coordinator.database, scan.scanId)) === null).toBe(!isStuck);
    expect((await researchPage(coordinator, scan.scanId)).rows).toBe(isStuck ? 'kept' : 'erased');
    const entries = await coordinator.database.tables
      .selectFrom('auditEntry')
      .select('action')
      .where('action', '=', 'research.rows-expired')
      .execute();
    expect(entries).toHaveLength(isStuck ? 0 : 1);
  }
  await sql`drop trigger refuse on research_block`.execute(everyone);
  await eraseExpiredRows(world.platform);
  expect(await researchRows(pilots[1]?.coordinator.database ?? never(), stuck)).toBeNull();
});

function never(): never {
  throw new Error('the pilot is there');
}
