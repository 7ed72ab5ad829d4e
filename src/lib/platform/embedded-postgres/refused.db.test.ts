import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEmbeddedPostgres } from './index.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const isRoot = process.getuid?.() === 0;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp('/tmp/lerend-refused-');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const start = (dataDir: string) => startEmbeddedPostgres({ dataDir, log: silent });

/** A small disk of its own, when this user may make one. */
function mountSmallDisk(path: string, megabytes: number): boolean {
  return (
    spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { stdio: 'ignore' }).status === 0
  );
}

describe('a start that can’t be, in one sentence', () => {
  test('another Lerend runs on the same data', async () => {
    const dataDir = join(folder, 'shared');
    const first = await start(dataDir);
    await expect(start(dataDir)).rejects.toMatchObject({
      code: 'already-running',
      sentences: { nl: expect.stringContaining(String(process.pid)) },
    });
    await first.stop();
  });

  test('two that start at the same moment: one does, one is told why not', async () => {
    const dataDir = join(folder, 'race');
    const outcomes = await Promise.allSettled([start(dataDir), start(dataDir)]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    for (const outcome of outcomes) if (outcome.status === 'fulfilled') await outcome.value.stop();
  });

  test('the lock of a process that is gone, or a damaged one, is in nobody’s way', async () => {
    const dataDir = join(folder, 'stale');
    await mkdir(dataDir);
    for (const text of ['', '{"pid":1,"start":"0","namespace":"elsewhere"}'.slice(0, 20)]) {
      await writeFile(join(dataDir, 'lerend.lock'), text);
      await (await start(dataDir)).stop();
    }
  });

  test('the data are of another major version', async () => {
    const dataDir = join(folder, 'old');
    await mkdir(join(dataDir, 'postgres'), { recursive: true });
    await writeFile(join(dataDir, 'postgres/PG_VERSION'), '17\n');
    await expect(start(dataDir)).rejects.toMatchObject({
      code: 'other-major-version',
      message: expect.stringContaining('PostgreSQL 17'),
    });
    expect(await readdir(dataDir)).toEqual(['postgres']);
  });

  test('the data folder is a file', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(start(join(folder, 'file'))).rejects.toMatchObject({ code: 'folder-not-writable' });
  });

  test.skipIf(isRoot)('the data folder may not be written', async () => {
    const closed = join(folder, 'closed');
    await mkdir(closed, { mode: 0o500 });
    await expect(start(closed)).rejects.toMatchObject({ code: 'folder-not-writable' });
    await chmod(closed, 0o700);
  });

  test.runIf(isRoot)('the disk is full, and a half-made database isn’t left behind', async ({ skip }) => {
    const small = join(folder, 'small');
    await mkdir(small);
    if (!mountSmallDisk(small, 12)) skip('this root may not mount');
    try {
      await expect(start(join(small, 'data'))).rejects.toMatchObject({ code: 'disk-full' });
      expect(await readdir(join(small, 'data'))).toEqual([]);
    } finally {
      spawnSync('umount', [small]);
    }
  });

  test.runIf(isRoot)(
    'the disk filled up after the last stop: told so, and the data are whole when there is room',
    async ({ skip }) => {
      const small = join(folder, 'filled');
      await mkdir(small);
      if (!mountSmallDisk(small, 90)) skip('this root may not mount');
      try {
        const dataDir = join(small, 'data');
        await (await start(dataDir)).stop();
        spawnSync('sh', ['-c', `cat /dev/zero > ${small}/filler`], { stdio: 'ignore' });
        await expect(start(dataDir)).rejects.toMatchObject({ code: 'disk-full' });
        await rm(join(small, 'filler'));
        await (await start(dataDir)).stop();
      } finally {
        spawnSync('umount', [small]);
      }
    },
  );
});
