import type { TestProject } from 'vitest/node';
import { findBrowser } from '../../bin/setup/browser.mjs';
import { ensureBuilt } from '../../bin/setup/build.mjs';
import { prepareFolders } from './harness/prepared-folders.ts';
import { lookedAtFolder } from './harness/looked-at.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The program that shows the pages. */
    browserPath: string;
    /** The data and keys of a server that was started once and never used; to be copied. */
    emptyFolder: string;
    /** The data and keys of a server on which the example organisation was made; to be copied, never to be used. */
    exampleFolder: string;
    /** Where the stories note what they have looked at. */
    lookedAtFolder: string;
  }
}

/** The pages as they are shipped, a browser, and the example organisation, made once for all journeys. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!process.env['BUILD_DIR']) ensureBuilt();
  project.provide('browserPath', await findBrowser({ isForJourneys: true }));
  const prepared = await prepareFolders();
  project.provide('emptyFolder', prepared.empty.path);
  project.provide('exampleFolder', prepared.example.path);
  const lookedAt = await lookedAtFolder();
  project.provide('lookedAtFolder', lookedAt.path);
  return async () => {
    await prepared.remove();
    await lookedAt.remove();
  };
}
