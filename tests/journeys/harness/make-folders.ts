import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeExampleOrganisation } from '#lib/features/example/server/index.ts';
import { folderAt } from '../../product/own-folder.ts';
import type { OwnFolder } from '../../product/own-folder.ts';
import { withApp } from '../../product/with-app.ts';
import type { App } from '../../product/with-app.ts';

/** Data as after a first start, and data on which the example organisation was made as the front page makes it. */
const [empty = '', example = ''] = process.argv.slice(2);
await prepare(folderAt(empty), () => Promise.resolve());
await prepare(folderAt(example), ({ platform }) =>
  makeExampleOrganisation(platform, { isAgain: false, onProgress: () => undefined }),
);

async function prepare(folder: OwnFolder, work: (app: App) => Promise<unknown>): Promise<void> {
  await withApp(folder, work);
  await writeFile(join(folder.path, 'ready'), '');
}
