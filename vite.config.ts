import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { defineConfig } from 'vite';

const manySmallFiles = [
  'kysely',
  'zod',
  'better-auth',
  '@better-auth/core',
  'linkedom',
  '@observablehq/plot',
  'write-excel-file',
  'nodemailer',
  'qrcode',
];

const threadFiles = globSync('src/lib/{features/*/server,report}/**/*-worker.ts');
const threads = Object.fromEntries(threadFiles.map((file) => [basename(file, '.ts'), file]));

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ precompress: true }),
      // Pages carry no framework script; a form that comes from elsewhere is refused by the framework's own check.
      version: { pollInterval: 0 },
      output: { bundleStrategy: 'split' },
      inlineStyleThreshold: 0,
    }),
  ],
  build: { target: 'es2022', assetsInlineLimit: 0 },
  worker: { format: 'es' },
  // The product with its pages in one bundle, and in it what else is a hundred files each: to load them is most of a start. So
  // it is of threads.
  environments: { ssr: { build: { rolldownOptions: { input: { lerend: 'src/server.ts', ...threads } } } } },
  ssr: { noExternal: manySmallFiles },
});
