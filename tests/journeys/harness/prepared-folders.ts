import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { makeExampleOrganisation } from '#lib/features/example/server/index.ts';
import { ownFolder } from '../../product/own-folder.ts';
import type { OwnFolder } from '../../product/own-folder.ts';
import { withApp } from '../../product/with-app.ts';

/** A folder with a stopped server's data on which the example organisation was made, as the front page makes it. */
export async function makeExampleFolder(): Promise<OwnFolder> {
  const folder = await ownFolder();
  await withApp(folder, ({ platform }) =>
    makeExampleOrganisation(platform, { isAgain: false, onProgress: () => undefined }),
  );
  return folder;
}

/** A folder with a stopped server's data in which there is nothing yet: as after a first start. */
export async function makeEmptyFolder(): Promise<OwnFolder> {
  const folder = await ownFolder();
  await withApp(folder, () => Promise.resolve());
  return folder;
}

/** A copy of a prepared folder, to start a server on and to change. */
export async function copyOfFolder(path: string): Promise<OwnFolder> {
  const folder = await ownFolder();
  await cp(join(path, 'data'), folder.dataDir, { recursive: true, preserveTimestamps: true });
  await cp(join(path, 'keys'), folder.keysDir, { recursive: true, preserveTimestamps: true });
  return folder;
}
