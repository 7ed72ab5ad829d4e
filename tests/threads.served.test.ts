import { once } from 'node:events';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { UnsealOutcome } from '@lerend/ballot';
import { resultFrom } from '#lib/features/result/server/result-from.ts';
import { manyAnswers } from '#lib/features/result/server/testing/many-answers.ts';
import { sealedScan } from '../packages/ballot/src/testing/sealed-scan.ts';
import { projectRoot } from './product/start-product.ts';

const built = (name: string) => join(projectRoot, 'build', 'server', `${name}.js`);

test('every thread that the server starts stands in the build, under a name of its own', () => {
  const sources = globSync('src/lib/**/*.ts', { cwd: projectRoot }).map((file) => join(projectRoot, file));
  const started = sources.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/'(#lib\/[^']+-worker\.ts)'/g)]);
  const names = started.map(([, source = '']) => basename(source, '.ts'));
  expect(names.length).toBeGreaterThanOrEqual(5);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(existsSync(built(name)), name).toBe(true);
});

// The others are started by stories; these only from a thousand ballots on.
test('the one that unseals ballots does so from the build as well', async () => {
  const scan = await sealedScan();
  const { key: _, sealed, ...ballot } = await scan.answered();
  const { scanId, openingKey, groupKeys } = scan;
  const worker = new Worker(built('unseal-worker'), { workerData: { scanId, openingKey, groupKeys } });
  try {
    worker.postMessage({ kind: 'ballot', part: [{ ...ballot, sealed: Buffer.from(sealed).toString('base64') }] });
    const [[outcome]] = (await once(worker, 'message')) as [UnsealOutcome[]];
    expect(outcome).toMatchObject({ groupId: ballot.groupId, number: ballot.number, sealedOn: 'device' });
  } finally {
    await worker.terminate();
  }
});

test('and the one that makes results', async () => {
  const input = manyAnswers();
  const worker = new Worker(built('result-worker'), { workerData: input });
  try {
    const [made] = (await once(worker, 'message')) as [unknown];
    expect(made).toEqual(await resultFrom(input));
  } finally {
    await worker.terminate();
  }
});
