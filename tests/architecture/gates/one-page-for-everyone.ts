import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { projectFiles, textOf, withoutComments } from './project-files.ts';
import type { Violation } from './violation.ts';

/** What is one visitor's and not another's, and how code comes by it. */
const ofOneVisitor: readonly { readonly what: string; readonly reads: RegExp; readonly instead: string }[] = [
  {
    what: 'the visitor’s account',
    reads:
      /\.account\b|\[\s*['"]account['"]\s*\]|\{[^{}]*\baccount\b[^{}]*\}\s*(?::[^=;]*)?=\s*(?:\$props|data|page|locals|event)\b/,
    instead: 'show the same to everyone (decision 0028)',
  },
  { what: 'a cookie', reads: /\bcookies\b/, instead: 'put it in the address (decision 0028)' },
  {
    what: 'a header of the request',
    reads: /\brequest\.headers\b|\bheaders\.get\(/,
    instead: 'put it in the address (decision 0028)',
  },
  { what: 'the visitor’s address', reads: /\bgetClientAddress\b/, instead: 'do without it' },
  {
    what: 'who is signed in',
    reads: /import\s*\{[^}]*\b(?:enter|keepSession|forgetSession)\b[^}]*\}\s*from\s*['"]#lib\/entry\/index\.ts['"]/,
    instead: 'ask the peiling by its code; a respondent is nobody here',
  },
];

/** Each with what keeps it from the page that is kept. The list only shrinks. */
const exceptions: Readonly<Record<string, string>> = {
  'src/routes/+layout.server.ts': 'hands the name to every page; a component of a respondent that reads it fires',
  'src/lib/entry/enter.ts': 'stands behind the same door as `ask`; who takes it through that door fires',
  'src/lib/entry/session-cookie.ts': 'stands behind the same door as `ask`; who takes it through that door fires',
  'src/routes/s/[scan]/said-yes.ts': 'whether a pilot’s consent was given here; a pilot’s page is made every time',
};

/** The respondent’s page is made once and kept for everyone: nothing that takes part in making it may know who asks. */
export function onePageForEveryone(root: string): Violation[] {
  const files = [...respondentModules(root)];
  const broken = files.flatMap((file) => {
    const code = withoutComments(textOf(root, file)).replace(/<style[\s\S]*?<\/style>/g, '');
    return ofOneVisitor
      .filter(({ reads }) => reads.test(code))
      .map(({ what, instead }) => ({ file, rule: `what a respondent sees reads ${what}`, instead }));
  });
  const idle = Object.keys(exceptions).filter(
    (file) => files.includes(file) && broken.every((violation) => violation.file !== file),
  );
  return [
    ...broken.filter(({ file }) => !(file in exceptions)),
    ...idle.map((file) => ({ file, rule: 'an exception that isn’t needed any more', instead: 'take it off the list' })),
  ];
}

/** The respondent’s routes, the frame around all routes, and every module that these import, however far away. */
export function respondentModules(root: string): ReadonlySet<string> {
  const waiting = projectFiles(root, /^src\/routes\/(s\/.*|\+[^/]*)\.(ts|svelte)$/).filter(
    (file) => !/\.test\.ts$/.test(file),
  );
  const seen = new Set<string>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    waiting.push(...importsOf(root, file));
  }
  return seen;
}

const importing =
  /\b(?:import|export)\s+(?!type\b)(?:[\w$*{}\s,]+?\s+from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

/** What a file brings along when it runs here: no types, no packages of others, no script that is sent to the device. */
function importsOf(root: string, file: string): string[] {
  return [...withoutComments(textOf(root, file)).matchAll(importing)]
    .map(([, named, asked]) => named ?? asked ?? '')
    .filter((name) => !/\?worker|\?raw/.test(name))
    .flatMap((name) => pathOf(file, name) ?? [])
    .filter((path) => /\.(ts|svelte)$/.test(path))
    .map((path) => {
      if (!existsSync(join(root, path))) throw new Error(`${file} imports ${path}, which isn’t there.`);
      return path;
    });
}

function pathOf(file: string, name: string): string | undefined {
  if (name.startsWith('#lib/')) return `src/lib/${name.slice('#lib/'.length)}`;
  if (name.startsWith('@lerend/')) return `packages/${name.slice('@lerend/'.length)}/src/index.ts`;
  return name.startsWith('.') ? normalize(join(dirname(file), name)) : undefined;
}
