import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** A folder of its own for one run of the product: data and keys beside each other, gone with everything in it afterwards. */
export interface OwnFolder {
  readonly path: string;
  readonly dataDir: string;
  readonly keysDir: string;
  remove(): Promise<void>;
}

export async function ownFolder(): Promise<OwnFolder> {
  const path = await mkdtemp('/tmp/lerend-run-');
  // PostgreSQL may have to run under another account, which must be able to pass through.
  await chmod(path, 0o755);
  return folderAt(path);
}

/** One that was made already. */
export function folderAt(path: string): OwnFolder {
  return {
    path,
    dataDir: join(path, 'data'),
    keysDir: join(path, 'keys'),
    remove: () => rm(path, { recursive: true, force: true }),
  };
}
