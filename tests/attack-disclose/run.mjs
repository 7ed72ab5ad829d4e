#!/usr/bin/env node
import { ensureInstalled } from '../../bin/setup/install.mjs';
import { goOnIn } from '../../bin/setup/run-node.mjs';

try {
  ensureInstalled();
  await goOnIn('tests/attack-disclose/run.ts', { args: process.argv.slice(2) });
} catch (error) {
  console.error(error?.isSentence ? error.message : error);
  process.exitCode = 1;
}
