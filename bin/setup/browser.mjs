import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { problem, root, say } from './say.mjs';

const whole = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
/** The same pages from the same sources without windows: a sixth less work. Lighthouse wants a whole one. */
const withoutWindows = 'chromium-headless-shell';

/**
 * A Chromium: one of this machine, else Playwright's, else (as root, on Debian) the one of its packages. For the journeys
 * rather one without windows, where there is one.
 */
export async function findBrowser({ isForJourneys = false } = {}) {
  const names = isForJourneys ? [withoutWindows, ...whole] : whole;
  const found =
    process.env.LEREND_BROWSER || onThisMachine(names) || (await ofPlaywright()) || (await installed(names));
  if (found) return found;
  throw problem({
    nl: 'Voor de reizen door de schermen is een Chromium nodig, en die is hier niet en laat zich niet installeren: installeer er een, of wijs hem aan met LEREND_BROWSER.',
    en: 'The journeys through the screens need a Chromium; there is none here and it can’t be installed: install one, or name it with LEREND_BROWSER.',
  });
}

function onThisMachine(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(works);
}

/** Some distributions put a script there that only says which package to install. */
function works(path) {
  if (!existsSync(path)) return false;
  const told = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return told.status === 0 && /\d+\.\d+/.test(told.stdout);
}

async function ofPlaywright() {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return path && works(path) ? path : undefined;
}

async function installed(names) {
  say({
    nl: 'Er is hier geen Chromium; Lerend probeert er een te installeren …',
    en: 'There is no Chromium here; trying to install one …',
  });
  const isDebian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  const playwright = join(root, 'node_modules/playwright-core/cli.js');
  run(process.execPath, [playwright, 'install', ...(isDebian ? ['--with-deps'] : []), 'chromium']);
  const theirs = await ofPlaywright();
  if (theirs || !isDebian) return theirs;
  run('apt-get', ['update', '-qq']);
  for (const name of [withoutWindows, 'chromium'].filter((one) => names.includes(one))) {
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]);
    const found = onThisMachine([name]);
    if (found) return found;
  }
  return undefined;
}

function run(program, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, args, { stdio: 'ignore', env, timeout: 300_000 }).status === 0;
}
