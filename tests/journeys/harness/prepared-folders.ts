import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ownFolder } from '../../product/own-folder.ts';
import type { OwnFolder } from '../../product/own-folder.ts';
import { projectRoot } from '../../product/start-product.ts';

export interface PreparedFolders {
  /** The data and keys of a stopped server in which there is nothing yet. */
  readonly empty: OwnFolder;
  /** The same with the example organisation. */
  readonly example: OwnFolder;
  remove(): Promise<void>;
}

/** Two folders that a process of its own fills, beside the tests that need neither; who copies one waits for it. */
export async function prepareFolders(): Promise<PreparedFolders> {
  const [empty, example] = await Promise.all([ownFolder(), ownFolder()]);
  const maker = spawn(process.execPath, ['tests/journeys/harness/make-folders.ts', empty.path, example.path], {
    cwd: projectRoot,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  maker.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const ended = new Promise<void>((resolve) => {
    maker.once('close', (code) => {
      const folders = code === 0 ? [] : [empty, example];
      void Promise.all(folders.map(({ path }) => writeFile(join(path, 'failed'), complaint))).then(() => resolve());
    });
  });
  return {
    empty,
    example,
    remove: async () => {
      maker.kill();
      await ended;
      await Promise.all([empty.remove(), example.remove()]);
    },
  };
}

const pollMs = 100;

/** A copy of a prepared folder, to start a server on and to change. */
export async function copyOfFolder(path: string): Promise<OwnFolder> {
  while (!existsSync(join(path, 'ready'))) {
    const failed = join(path, 'failed');
    if (existsSync(failed)) throw new Error(`No folder to begin with:\n${await readFile(failed, 'utf8')}`);
    await wait(pollMs);
  }
  const folder = await ownFolder();
  // The system's own copies the 1,500 files of a database in a tenth of the time that Node's takes, with their owner.
  await promisify(execFile)('cp', ['-a', join(path, 'data'), join(path, 'keys'), folder.path]);
  return folder;
}
