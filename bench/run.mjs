#!/usr/bin/env node
import { findBrowser } from '../bin/setup/browser.mjs';
import { ensureBuilt } from '../bin/setup/build.mjs';
import { ensureInstalled } from '../bin/setup/install.mjs';
import { goOnIn } from '../bin/setup/run-node.mjs';

try {
  ensureInstalled();
  ensureBuilt();
  process.env.LEREND_BROWSER = await findBrowser();
  await goOnIn('bench/bench.ts', { args: process.argv.slice(2) });
} catch (error) {
  console.error(error?.isSentence ? error.message : error);
  process.exitCode = 1;
}
