import { spawn, spawnSync } from 'node:child_process';
import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../tests/product/free-port.ts';
import { ownFolder } from '../tests/product/own-folder.ts';
import { answers, bareEnvironment, projectRoot } from '../tests/product/start-product.ts';
import { print, quantile } from './line.ts';

const notCopied = new Set(['.git', 'node_modules', 'data', 'keys']);
const starts = 3;
const patienceMs = 60_000;

/** `npm start` in a copy that is installed and built, to its first answer: with its data there, and the very first time. */
export async function startTime(): Promise<void> {
  const folder = await ownFolder();
  try {
    const copy = join(folder.path, 'copy');
    for (const name of await readdir(projectRoot)) {
      if (!notCopied.has(name))
        await cp(join(projectRoot, name), join(copy, name), { recursive: true, preserveTimestamps: true });
    }
    // Hard links: a second installation of half a gigabyte that takes no room.
    const linked = spawnSync('cp', ['-al', join(projectRoot, 'node_modules'), join(copy, 'node_modules')], {
      encoding: 'utf8',
    });
    if (linked.status !== 0) throw new Error(`node_modules can't be copied: ${linked.stderr}`);
    const first = await timeToAnswer(copy);
    const taken: number[] = [];
    for (let start = 0; start < starts; start++) taken.push(await timeToAnswer(copy));
    print({
      task: 'start-to-first-answer',
      value: quantile(taken, 0.5) / 1000,
      unit: 's',
      atMost: 3,
      note: `npm start, median of ${starts}`,
    });
    print({
      task: 'first-start-to-first-answer',
      value: first / 1000,
      unit: 's',
      note: 'npm start with no data yet: the database is made',
    });
  } finally {
    await folder.remove();
  }
}

async function timeToAnswer(copy: string): Promise<number> {
  const port = await freePort();
  const begin = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: copy,
    env: { ...bareEnvironment(), PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (written += text));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  try {
    while (!(await answers(port))) {
      if (child.exitCode !== null || performance.now() - begin > patienceMs)
        throw new Error(`npm start failed:\n${written}`);
      await wait(10);
    }
    return performance.now() - begin;
  } finally {
    child.kill('SIGTERM');
    // Its output stays open as long as anything that it started still runs.
    await ended;
  }
}
