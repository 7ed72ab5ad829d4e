import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyFilesIn } from './key-files.ts';

const id = '00000000-0000-4000-8000-000000000001';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lerend-keys-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('a key is kept for its owner alone, read again, and gone without a trace when it is destroyed', async () => {
  const files = keyFilesIn(join(folder, 'opening-keys'));
  expect(await files.ids()).toEqual([]);
  expect(await files.read(id)).toBeUndefined();
  await files.keep(id, new Uint8Array(32).fill(9));
  await files.keep(id, new Uint8Array(32).fill(7));
  expect(await files.read(id)).toEqual(new Uint8Array(32).fill(7));
  expect(await files.ids()).toEqual([id]);
  expect((await stat(join(folder, 'opening-keys', `${id}.key`))).mode & 0o777).toBe(0o600);
  await files.destroy(id);
  await files.destroy(id);
  expect(await readdir(join(folder, 'opening-keys'))).toEqual([]);
});

test('a name that isn’t an id leads out of no folder', async () => {
  await expect(keyFilesIn(folder).read('../installation')).rejects.toThrow(RangeError);
});
