import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { findNode24 } from './node-24.mjs';
import { problem, root, say, secondsSince } from './say.mjs';

const pages = ['nl', 'en'].map((language) => `docs/for-the-works-council.${language}.md`);
const sources = [
  ...pages,
  'src',
  'packages',
  'static',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
const build = join(root, 'build');
const stamp = join(build, '.lerend-build.json');
const assets = join(build, 'client/_app/immutable');
const kept = join(root, '.svelte-kit/previous-assets');

/** Builds the pages when a source differs from those of the last build. */
export function ensureBuilt() {
  const hash = hashOfSources();
  const previous = readStamp();
  if (previous?.hash === hash) return;
  say({ nl: 'De pagina’s worden gebouwd …', en: 'Building the pages …' });
  const start = performance.now();
  keepAssets(previous);
  runVite();
  const own = filesIn(assets);
  giveAssetsBack();
  writeFileSync(stamp, JSON.stringify({ hash, assets: own.map((file) => relative(assets, file)) }));
  const took = secondsSince(start);
  say({ nl: `Gebouwd in ${took.nl}.`, en: `Built in ${took.en}.` });
}

/** tsconfig.json builds on a file that the framework writes; a build writes it too, but tests of packages need no build. */
export function ensureFrameworkTypes() {
  if (existsSync(join(root, 'node_modules/$app/tsconfig.json'))) return;
  const { node } = findNode24();
  const sync = spawnSync(node, [join(root, 'node_modules/@sveltejs/kit/svelte-kit.js'), 'sync'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 2],
  });
  if (sync.status === 0) return;
  throw problem({
    nl: 'Het voorbereiden van de tests is niet gelukt: hierboven staat waarom.',
    en: 'Preparing the tests failed: the reason is above.',
  });
}

function runVite() {
  const { node } = findNode24();
  const vite = spawnSync(node, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (vite.status === 0) return;
  process.stderr.write(`${vite.stdout ?? ''}${vite.stderr ?? ''}\n`);
  throw problem({
    nl: 'Het bouwen van de pagina’s is niet gelukt: hierboven staat waarom.',
    en: 'Building the pages failed: the reason is above.',
  });
}

function hashOfSources() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesIn(join(root, source))).sort()) {
    if (/\.test\.ts$/.test(file)) continue;
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.name === 'node_modules'
      ? []
      : entry.isDirectory()
        ? filesIn(join(path, entry.name))
        : [join(path, entry.name)],
  );
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stamp, 'utf8'));
  } catch {
    return undefined;
  }
}

/** A page that somebody opened before the upgrade still asks for the styles and scripts of the build before: one is kept. */
function keepAssets(previous) {
  if (!existsSync(assets)) return;
  rmSync(kept, { recursive: true, force: true });
  for (const file of previous?.assets ?? []) {
    if (!existsSync(join(assets, file))) continue;
    mkdirSync(dirname(join(kept, file)), { recursive: true });
    cpSync(join(assets, file), join(kept, file));
  }
}

function giveAssetsBack() {
  if (existsSync(kept)) cpSync(kept, assets, { recursive: true, force: false, errorOnExist: false });
}
