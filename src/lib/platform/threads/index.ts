import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { projectRoot } from '#lib/platform/settings/index.ts';

const isBuilt = !import.meta.url.endsWith('.ts');

/**
 * Where the code of a thread stands, `#lib/…-worker.ts`: from source and in tests there itself, in the built server the bundle
 * of it (vite.config.ts), which loads in a fraction of the time.
 */
export function threadFile(source: `#lib/${string}-worker.ts`): string {
  return isBuilt
    ? join(projectRoot, 'build', 'server', `${basename(source, '.ts')}.js`)
    : createRequire(import.meta.url).resolve(source);
}
