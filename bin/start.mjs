#!/usr/bin/env node
// Kept to syntax that old versions of Node can read, so that they get a sentence instead of a parse error.
import './need-node-20.mjs';

import('./commands/start.mjs')
  .then(function (command) {
    return command.start();
  })
  .catch(function (error) {
    console.error(error && error.isSentence ? error.message : error);
    process.exit(1);
  });
