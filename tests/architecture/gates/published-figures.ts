import { projectFiles, textOf, withoutComments } from './project-files.ts';
import type { Violation } from './violation.ts';

const cast = /\bas\s+(unknown\s+as\s+|never\s+as\s+)?Published\b|<Published</;

/** Only figures that met the publication rules carry the mark, and only `disclosure` gives it. */
export function publishedFigures(root: string): Violation[] {
  return projectFiles(root, /^(src|packages|cli|bench|database)\/.*\.(ts|svelte)$/)
    .filter((file) => !file.startsWith('packages/disclosure/src/'))
    .filter((file) => cast.test(withoutComments(textOf(root, file)).replace(/import type[^;]*;/g, '')))
    .map((file) => ({ file, rule: 'a figure is declared published by a cast', instead: 'let disclosure publish it' }));
}
