import { spawn } from 'node:child_process';
import * as nodeModule from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findNode24 } from './node-24.mjs';
import { problem, root } from './say.mjs';

/** Where Node keeps what it compiled: a start takes a third less. */
export const compileCache = join(root, 'node_modules/.cache/lerend-compiled');
const followParent = pathToFileURL(join(root, 'bin/setup/follow-parent.mjs')).href;

/**
 * Goes on in a file of ours, TypeScript or built: in this very process when it is Node 24, else in a child that ends with us.
 * @param {string} file from the project's root
 * @param {{ args?: string[], isServer?: boolean }} [options] a server reads no keyboard and is told once to stop
 */
export async function goOnIn(file, { args = [], isServer = false } = {}) {
  const { node, isThisProcess } = findNode24();
  if (isThisProcess) {
    nodeModule.enableCompileCache?.(compileCache);
    process.argv = [node, join(root, file), ...args];
    await import(pathToFileURL(join(root, file)).href);
    return;
  }
  process.exitCode = await runNode(node, [...(isServer ? ['--import', followParent] : []), join(root, file), ...args], {
    isServer,
    env: { NODE_COMPILE_CACHE: compileCache },
  });
}

/**
 * Runs Node until it ends and passes our signals on. A terminal sends Ctrl-C to all processes of a command: a server gets
 * a group of its own, so that it hears it once, from us; another command hears it from the terminal.
 * @returns {Promise<number>} the exit code
 */
export function runNode(node, args, { isServer = false, env = {}, cwd = process.cwd() } = {}) {
  const child = spawn(node, args, {
    cwd,
    env: { ...process.env, ...env },
    detached: isServer,
    stdio: isServer ? ['ignore', 'inherit', 'inherit', 'ipc'] : 'inherit',
  });
  let hasPassedOn = false;
  const passOn = (signal) => {
    if (!isServer && signal === 'SIGINT') return;
    if (isServer && hasPassedOn) return;
    hasPassedOn = true;
    child.kill(isServer ? 'SIGTERM' : signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, passOn);
  return new Promise((resolve, reject) => {
    child.once('error', (error) =>
      reject(
        problem({
          nl: `Node 24 start hier niet (${error.message}): installeer Node 24 van nodejs.org.`,
          en: `Node 24 doesn't start here (${error.message}): install Node 24 from nodejs.org.`,
        }),
      ),
    );
    child.once('exit', (code, signal) => {
      for (const name of signals) process.off(name, passOn);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}
