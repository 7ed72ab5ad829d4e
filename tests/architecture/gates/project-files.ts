import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const passedOver = new Set(['node_modules', 'build', '.svelte-kit', '.git', 'data', 'keys', 'wrong-project', 'oracle']);

/** All files below a root whose path fits, as paths from that root. */
export function projectFiles(root: string, fits: RegExp): string[] {
  const found: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (passedOver.has(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (fits.test(relative(root, path))) found.push(relative(root, path));
    }
  };
  walk(root);
  return found.sort();
}

export const textOf = (root: string, file: string): string => readFileSync(join(root, file), 'utf8');

/** The code without its comments, for rules about what code does. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1');
}
