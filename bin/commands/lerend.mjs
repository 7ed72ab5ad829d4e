import { ensureInstalled } from '../setup/install.mjs';
import { goOnIn } from '../setup/run-node.mjs';

export async function lerend(args) {
  ensureInstalled();
  await goOnIn('cli/lerend.ts', { args });
}
