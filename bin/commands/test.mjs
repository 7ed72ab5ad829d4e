import { join } from 'node:path';
import { findBrowser } from '../setup/browser.mjs';
import { ensureBuilt, ensureFrameworkTypes } from '../setup/build.mjs';
import { ensureInstalled } from '../setup/install.mjs';
import { findNode24 } from '../setup/node-24.mjs';
import { compileCache, runNode } from '../setup/run-node.mjs';
import { root } from '../setup/say.mjs';

/** All of Vitest's projects, or what the arguments choose: `npm test -- --project pure packages/ballot`. */
export async function test(args) {
  ensureInstalled();
  const { node } = findNode24();
  const env = { NODE_COMPILE_CACHE: compileCache };
  ensureFrameworkTypes();
  if (mayMeet('served', args) || mayMeet('journeys', args)) ensureBuilt();
  if (mayMeet('journeys', args)) env.LEREND_BROWSER = await findBrowser({ isForJourneys: true });
  process.exitCode = await runNode(node, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...args], {
    cwd: root,
    env,
  });
}

/** A choice of other tests needs neither built pages nor a browser. */
function mayMeet(project, args) {
  return args.length === 0 || args.some((arg) => arg.includes(project));
}
