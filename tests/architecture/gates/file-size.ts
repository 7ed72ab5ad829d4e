import { projectFiles, textOf } from './project-files.ts';
import type { Violation } from './violation.ts';

const mostLines = 400;
const reasonNeededFrom = 300;
/** Generated files, data tables, texts: their length says nothing. */
const exempt =
  /(^|\/)tables\.ts$|^packages\/instrument\/src\/(areas|level|item|language-record)|^packages\/planning\/practices\/|^packages\/planning\/src\/(rules|library)|\/rules\//;

/** A file that can be read in one sitting; from 300 lines on its top says why it is one piece. */
export function fileSize(root: string): Violation[] {
  return projectFiles(root, /^(src|packages|cli|bin|bench|database|tests)\/.*\.(ts|svelte|mjs|js)$/)
    .filter((file) => !exempt.test(file))
    .flatMap((file) => {
      const text = textOf(root, file);
      const lines = text.split('\n').length;
      if (lines > mostLines)
        return [{ file, rule: `${lines} lines: at most ${mostLines}`, instead: 'find the seam and make two files' }];
      if (lines > reasonNeededFrom && !/^(\/\*\*|\/\/|<!--)/.test(text)) {
        return [
          {
            file,
            rule: `${lines} lines without a reason at the top`,
            instead: 'find the seam, or say at the top why it is one piece',
          },
        ];
      }
      return [];
    });
}
