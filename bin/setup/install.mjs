import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { problem, root, say, secondsSince } from './say.mjs';

const stamp = join(root, 'node_modules/.lerend-installed');

/** Runs `npm ci` when node_modules isn't what package-lock.json says. */
export function ensureInstalled() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (read(stamp)?.trim() === wanted) return;
  if (!isWhatNpmInstalled(JSON.parse(lock))) install();
  try {
    writeFileSync(stamp, `${wanted}\n`);
  } catch {
    // Installed by somebody else, for us to read only: we look again next time.
  }
}

function install() {
  say({
    nl: 'Lerend installeert wat het nodig heeft (alleen de eerste keer en na een nieuwe versie) …',
    en: 'Lerend is installing what it needs (only the first time and after an upgrade) …',
  });
  const start = performance.now();
  rmSync(stamp, { force: true });
  // node_modules/.bin holds a Node that is replaced meanwhile; and what builds the pages counts as development to npm.
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .join(delimiter);
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, PATH: path } });
  if (npm.error) {
    throw problem({
      nl: 'Lerend installeert met npm, en dat is hier niet gevonden: installeer Node 24 met npm van nodejs.org.',
      en: 'Lerend installs with npm, and that wasn’t found here: install Node 24 with npm from nodejs.org.',
    });
  }
  if (npm.status !== 0) {
    throw problem({
      nl: 'Het installeren is niet gelukt: hierboven staat wat npm ervan zegt; herstel dat en start opnieuw.',
      en: 'Installing failed: npm says why above; mend that and start again.',
    });
  }
  const took = secondsSince(start);
  say({ nl: `Geïnstalleerd in ${took.nl}.`, en: `Installed in ${took.en}.` });
}

/** npm notes what it put in node_modules; what isn't there may only be what this kind of machine can leave out. */
function isWhatNpmInstalled(lock) {
  const noted = read(join(root, 'node_modules/.package-lock.json'));
  if (noted === undefined) return false;
  const installed = JSON.parse(noted).packages;
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (!path.startsWith('node_modules/')) return true;
    const found = installed[path];
    if (found === undefined) return Boolean(wanted.optional || wanted.devOptional || wanted.peer);
    return found.version === wanted.version && found.integrity === wanted.integrity && existsSync(join(root, path));
  });
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
