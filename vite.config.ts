import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

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
});
