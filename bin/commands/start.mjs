import { ensureBuilt } from '../setup/build.mjs';
import { ensureInstalled } from '../setup/install.mjs';
import { goOnIn } from '../setup/run-node.mjs';

export async function start() {
  if (process.env.npm_lifecycle_event) stopWithParent();
  ensureInstalled();
  ensureBuilt();
  await goOnIn('build/server/lerend.js', { isServer: true });
}

/** A stop request to `npm start` ends npm and its shell but isn't passed on to us: we notice that our parent is gone. */
function stopWithParent() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 300);
  watch.unref();
}
