import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../settings/index.ts';

const usualBuild = join(projectRoot, 'build');

/** The scripts that handle somebody's answers before they are sealed; the build puts a digest behind each name. */
const scripts = /^(answering|ballot-worker)-[\w-]+\.js$/;

/**
 * One digest (SHA-256, base64url) over the scripts of the respondent's page as they are served: over `name digest` of each,
 * a line each, sorted. Null where pages aren't built, as while working on them.
 */
export async function respondentPage(buildDir: string = usualBuild): Promise<string | null> {
  const folder = join(buildDir, 'client/_app/immutable/workers');
  const names = await readdir(folder).catch(() => []);
  const lines = await Promise.all(
    names
      .filter((name) => scripts.test(name))
      .sort()
      .map(async (name) => `${name} ${digest(await readFile(join(folder, name)))}\n`),
  );
  return lines.length === 0 ? null : digest(lines.join(''));
}

const digest = (content: Buffer | string): string => createHash('sha256').update(content).digest('base64url');
