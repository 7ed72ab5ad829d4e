import { projectFiles, textOf, withoutComments } from './project-files.ts';
import type { Violation } from './violation.ts';

const forbidden: readonly { readonly found: RegExp; readonly rule: string; readonly instead: string }[] = [
  {
    found: /from ['"]node:|require\(/,
    rule: 'a package does no input or output',
    instead: 'take the data as an argument',
  },
  {
    found: /\bDate\.now\(|new Date\(\s*\)|performance\.now\(/,
    rule: 'a package has no clock',
    instead: 'take the moment as an argument',
  },
  {
    found: /Math\.random\(|crypto\.|randomUUID/,
    rule: 'a package has no chance',
    instead: 'take random bytes, or a function that gives them, as an argument',
  },
  {
    found: /\bfetch\(|\bprocess\.|\bsetTimeout\(|\bconsole\./,
    rule: 'a package does no input or output',
    instead: 'return what happened and let the caller tell it',
  },
  {
    found: /from ['"](svelte|@sveltejs|kysely|pg)\b/,
    rule: 'a package knows no framework',
    instead: 'move this to a feature or to the platform',
  },
];

/** Packages are pure: the same arguments give the same answer, anywhere. */
export function purePackages(root: string): Violation[] {
  return projectFiles(root, /^packages\/[^/]+\/src\/.*\.ts$/)
    .filter((file) => !file.endsWith('.test.ts') && !/\/testing\//.test(file))
    .flatMap((file) => {
      const code = withoutComments(textOf(root, file));
      return forbidden.filter(({ found }) => found.test(code)).map(({ rule, instead }) => ({ file, rule, instead }));
    });
}
