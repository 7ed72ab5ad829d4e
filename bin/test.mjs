#!/usr/bin/env node
// Kept to syntax that old versions of Node can read, so that they get a sentence instead of a parse error.
import './need-node-20.mjs';

import('./commands/test.mjs')
  .then(function (command) {
    return command.test(process.argv.slice(2));
  })
  .catch(function (error) {
    console.error(error && error.isSentence ? error.message : error);
    process.exit(1);
  });
