import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../setup/browser.mjs';
import { ensureBuilt } from '../setup/build.mjs';
import { ensureInstalled } from '../setup/install.mjs';
import { findNode24 } from '../setup/node-24.mjs';
import { runNode } from '../setup/run-node.mjs';
import { root } from '../setup/say.mjs';

/** All of Vitest's projects, or what the arguments choose: `npm test -- --project pure packages/ballot`. */
export async function test(args) {
  ensureInstalled();
  const { node } = findNode24();
  const env = {};
  if (mayMeetJourneys(args)) {
    ensureBuilt();
    env.LEREND_BROWSER = await findBrowser();
  }
  process.exitCode = await runNode(node, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...args], { cwd: root, env });
}

/** A choice of other tests needs neither a browser nor built pages. */
function mayMeetJourneys(args) {
  return existsSync(join(root, 'tests/journeys')) && (args.length === 0 || args.some((arg) => arg.includes('journeys')));
}
