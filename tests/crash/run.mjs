#!/usr/bin/env node
import { ensureBuilt } from '../../bin/setup/build.mjs';
import { ensureInstalled } from '../../bin/setup/install.mjs';
import { goOnIn } from '../../bin/setup/run-node.mjs';

try {
  ensureInstalled();
  ensureBuilt();
  await goOnIn('tests/crash/crash.ts', { args: process.argv.slice(2) });
} catch (error) {
  console.error(error?.isSentence ? error.message : error);
  process.exitCode = 1;
}
