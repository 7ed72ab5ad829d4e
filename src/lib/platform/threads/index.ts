import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '#lib/platform/settings/index.ts';

type ThreadSource = `#lib/${string}-worker.ts`;

const isBuilt = !import.meta.url.endsWith('.ts');

/**
 * Where the code of a thread stands, `#lib/…-worker.ts`: from source and in tests there itself, in the built server the bundle
 * of it (vite.config.ts), which loads in a fraction of the time.
 */
export function threadFile(source: ThreadSource): string {
  return isBuilt
    ? join(projectRoot, 'build', 'server', `${basename(source, '.ts')}.js`)
    : createRequire(import.meta.url).resolve(source);
}

/** Starts a thread with what it works on, and gives the one thing that it answers; it ends with that. */
export function answerFromThread<Answer>(source: ThreadSource, workerData: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(threadFile(source), { workerData });
    worker.once('message', (answer: Answer) => {
      resolve(answer);
      void worker.terminate();
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`${basename(source, '.ts')} ended with code ${code}`)));
  });
}
