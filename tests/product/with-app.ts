import { enterOrganisation } from '#lib/features/organisation/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { startApp } from '../../src/start-app.ts';
import type { StartedApp } from '../../src/start-app.ts';
import type { OwnFolder } from './own-folder.ts';
import { bareEnvironment } from './start-product.ts';

export type App = StartedApp['app'];

/** The product without its pages, in this process, on the data of a run whose server isn't running now. */
export async function withApp<Result>(folder: OwnFolder, work: (app: App) => Promise<Result>): Promise<Result> {
  const { app, stop } = await startApp({
    ...bareEnvironment(),
    DATA_DIR: folder.dataDir,
    KEYS_DIR: folder.keysDir,
    LOG_LEVEL: 'warn',
  });
  try {
    return await work(app);
  } finally {
    await stop();
  }
}

/** Who was given an account by `startedOrganisation`, in their organisation. */
export async function entered(app: App, account: Account, organisationId: string): Promise<Context> {
  const context = await enterOrganisation(app.platform, account, organisationId, 'nl');
  if (!context) throw new Error('This account has no role in that organisation.');
  return context;
}

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}
