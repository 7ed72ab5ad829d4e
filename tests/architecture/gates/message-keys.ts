import { dirname } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { projectFiles, textOf } from './project-files.ts';
import type { Violation } from './violation.ts';

/** Dutch and English say the same things: the same keys, the same values inside, and none that nobody uses. */
export function messageKeys(root: string): Violation[] {
  return projectFiles(root, /messages\.nl\.json$/).flatMap((file) => {
    const english = file.replace('messages.nl', 'messages.en');
    const nl = read(root, file);
    const en = read(root, english);
    const keys = new Set([...Object.keys(nl), ...Object.keys(en)]);
    const violations: Violation[] = [];
    for (const key of keys) {
      if (nl[key] === undefined || en[key] === undefined) {
        violations.push({
          file: nl[key] === undefined ? file : english,
          rule: `the key ${key} is missing`,
          instead: 'say it in both languages',
        });
      } else if (valuesIn(nl[key]).join() !== valuesIn(en[key]).join()) {
        violations.push({
          file: english,
          rule: `${key} takes other values than the Dutch`,
          instead: 'use the same names between braces',
        });
      }
    }
    return [...violations, ...unused(root, file, [...keys])];
  });
}

function read(root: string, file: string): Record<string, string> {
  try {
    return flatten(JSON.parse(textOf(root, file)) as Record<string, unknown>);
  } catch {
    return {};
  }
}

function flatten(texts: Record<string, unknown>, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[prefix + key, value]]
        : Object.entries(flatten(value as Record<string, unknown>, `${prefix}${key}.`)),
    ),
  );
}

/** The names of the values that an ICU message takes. */
function valuesIn(message: string): string[] {
  const names = new Set<string>();
  const walk = (parts: readonly MessagePart[]): void => {
    for (const part of parts) {
      if (typeof part.value === 'string' && part.type !== literal) names.add(part.value);
      for (const option of Object.values(part.options ?? {})) walk(option.value);
      if (part.children) walk(part.children);
    }
  };
  walk(new IntlMessageFormat(message, 'nl').getAst() as readonly MessagePart[]);
  return [...names].sort();
}

const literal = 0;

/** What we read of the message parser's tree. */
interface MessagePart {
  readonly type: number;
  readonly value?: unknown;
  readonly options?: Readonly<Record<string, { readonly value: readonly MessagePart[] }>>;
  readonly children?: readonly MessagePart[];
}

function unused(root: string, file: string, keys: readonly string[]): Violation[] {
  const home = dirname(file);
  const escaped = home.replace(/[.[\]()]/g, '\\$&');
  const sources = projectFiles(
    root,
    new RegExp(`^(${escaped}|src/routes|src/lib/entry|src/lib/platform/form)/.*\\.(ts|svelte)$`),
  )
    .map((source) => textOf(root, source))
    .join('\n');
  const made = [...sources.matchAll(/[`'"]([\w.-]*)\$\{/g)]
    .map((match) => match[1] ?? '')
    .filter((prefix) => prefix.length > 1);
  return keys
    .filter(
      (key) =>
        !new RegExp(`['"\`]${key.replace(/[.]/g, '\\.')}['"\`]`).test(sources) &&
        !made.some((prefix) => key.startsWith(prefix)),
    )
    .filter(
      (key) => !new RegExp(`\\$\\{[^}]+\\}${key.slice(key.lastIndexOf('-')).replace(/[.]/g, '\\.')}[\`]`).test(sources),
    )
    .map((key) => ({ file, rule: `nobody says ${key}`, instead: 'use it or take it out' }));
}
