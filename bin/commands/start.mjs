import { ensureBuilt } from '../setup/build.mjs';
import { ensureInstalled } from '../setup/install.mjs';
import { goOnIn } from '../setup/run-node.mjs';

export async function start() {
  ensureInstalled();
  ensureBuilt();
  await goOnIn('src/server.ts', { isServer: true });
}
