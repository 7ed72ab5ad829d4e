import { spawn } from 'node:child_process';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';
import type { OwnFolder } from './own-folder.ts';
import { databaseProcesses, killNow } from './processes.ts';

export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What `npm start` starts, from the project's root. */
export const builtProduct = 'build/server/lerend.js';

export interface ProductOptions {
  readonly folder: Pick<OwnFolder, 'dataDir' | 'keysDir'>;
  /** Another program that is started in the product's place, from the project's root. */
  readonly program?: string;
  readonly port?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Product {
  readonly url: string;
  readonly port: number;
  /** The application's process. */
  readonly pid: number;
  /** Milliseconds from the start of the process to its first answer. */
  readonly startedIn: number;
  /** Everything that it and its PostgreSQL wrote, so far. */
  output(): string;
  /** Resolves when the application's process is gone, however that came. */
  readonly ended: Promise<void>;
  /** Asks it to stop, as Ctrl-C does, and waits until it has. */
  stop(): Promise<void>;
  /** Kill -9 of the application and of every process of its database, in this very moment. */
  kill(first: 'application' | 'database'): Promise<void>;
}

const patienceMs = 60_000;
const pollMs = 10;

/** The environment without anything of ours, so that only what is given here decides. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, LANG, TZ, NODE_COMPILE_CACHE } = process.env;
  return { PATH, HOME, LANG, TZ, NODE_COMPILE_CACHE };
}

/** Starts the product on 127.0.0.1 and waits until it answers. */
export async function startProduct({
  folder,
  program = builtProduct,
  port: wanted,
  environment = {},
}: ProductOptions): Promise<Product> {
  const port = wanted ?? (await freePort());
  const url = `http://localhost:${port}`;
  const begin = performance.now();
  const child = spawn(process.execPath, [join(projectRoot, program)], {
    cwd: projectRoot,
    env: {
      ...bareEnvironment(),
      PORT: String(port),
      DATA_DIR: folder.dataDir,
      KEYS_DIR: folder.keysDir,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (written += text));
  let hasEnded = false;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      hasEnded = true;
      resolve();
    });
  });
  while (!(await answers(port))) {
    if (hasEnded || performance.now() - begin > patienceMs) {
      child.kill('SIGKILL');
      throw new Error(`The product didn't start:\n${written}`);
    }
    await wait(pollMs);
  }
  const startedIn = performance.now() - begin;
  const { pid = 0 } = child;
  return {
    url,
    port,
    pid,
    startedIn,
    output: () => written,
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
    kill: async (first) => {
      const database = databaseProcesses(folder.dataDir);
      for (const one of first === 'application' ? [pid, ...database] : [...database, pid]) killNow(one);
      await ended;
    },
  };
}

/** Whether the process takes requests and its database answers. */
export function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request(
      { host: '127.0.0.1', port, path: '/health/ready', agent: false, timeout: 5000 },
      (response) => {
        response.resume().once('end', () => resolve(response.statusCode === 200));
      },
    );
    asked.once('timeout', () => asked.destroy());
    asked.once('error', () => resolve(false));
    asked.end();
  });
}
