import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { featureShape } from './gates/feature-shape.ts';
import { fileSize } from './gates/file-size.ts';
import { importRules } from './gates/import-rules.ts';
import { imports } from './gates/imports.ts';
import { messageKeys } from './gates/message-keys.ts';
import { onePageForEveryone, respondentModules } from './gates/one-page-for-everyone.ts';
import { organisationHandle } from './gates/organisation-handle.ts';
import { publishedFigures } from './gates/published-figures.ts';
import { purePackages } from './gates/pure-packages.ts';
import { safeMarkup } from './gates/safe-markup.ts';
import type { Violation } from './gates/violation.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const wrongProject = fileURLToPath(new URL('./wrong-project/', import.meta.url));

/** Each gate: its rule holds here, and it fires on the project that breaks it, in all these ways. */
const gates: readonly { name: string; gate: (root: string) => Violation[]; fires: readonly RegExp[] }[] = [
  { name: 'packages are pure', gate: purePackages, fires: [/input or output/, /clock/, /chance/] },
  { name: 'files can be read in one sitting', gate: fileSize, fires: [/at most 400/, /without a reason/] },
  {
    name: 'every feature has the same shape',
    gate: featureShape,
    fires: [/no such part/, /README\.md is missing/, /policy\.ts is missing/, /says nothing/],
  },
  {
    name: 'Dutch and English say the same things',
    gate: messageKeys,
    fires: [/only-dutch is missing/, /other values/, /nobody says/],
  },
  {
    name: 'no query outside an organisation’s handle',
    gate: organisationHandle,
    fires: [/bare pool/, /tables of everyone/, /outside a store/, /raw SQL/],
  },
  { name: 'no figure is published by a cast', gate: publishedFigures, fires: [/by a cast/] },
  {
    name: 'pages hold to the content security policy',
    gate: safeMarkup,
    fires: [/style attribute/, /event handler/, /somebody else/, /imports a server/],
  },
  {
    name: 'a respondent’s page is the same for everyone',
    gate: onePageForEveryone,
    fires: [/account/, /a cookie/, /a header/, /address/, /signed in/, /exception that isn’t needed/],
  },
];

const readable = (violations: readonly Violation[]): string[] =>
  violations.map(({ file, rule, instead }) => `${file}: ${rule}; ${instead}`);

describe.each(gates)('$name', ({ gate, fires }) => {
  test('here', () => {
    expect(readable(gate(project))).toEqual([]);
  });

  test.each(fires.map((rule) => ({ rule })))('fires: $rule', ({ rule }) => {
    expect(gate(wrongProject).filter((violation) => rule.test(violation.rule))).not.toEqual([]);
  });
});

describe('imports go by the doors', () => {
  test('here, and all modules are seen', async () => {
    const { modules, violations } = await imports(project);
    expect(modules).toBeGreaterThan(300);
    expect(readable(violations)).toEqual([]);
  });

  test('each rule fires', async () => {
    const { violations } = await imports(wrongProject);
    const fired = new Set(violations.map(({ rule }) => rule.split(':')[0]));
    const silent = importRules.map((rule) => rule.name).filter((name) => !fired.has(name));
    expect(silent).toEqual([]);
  });
});

describe('a respondent’s page', () => {
  const seen = respondentModules(project);

  test.each([
    'src/routes/+layout.svelte',
    'src/routes/s/[scan]/thanks/+page.svelte',
    'src/lib/features/answering/ui/RespondentFrame.svelte',
    'src/lib/features/result/ui/ResultPage.svelte',
    'src/lib/design/frames/PageFrame.svelte',
    'src/lib/platform/http/page-for-all.ts',
    'packages/disclosure/src/index.ts',
  ])('is followed to %s', (file) => {
    expect(seen).toContain(file);
  });

  test('is caught where a component far below the route reads the account', () => {
    expect(onePageForEveryone(wrongProject)).toContainEqual(
      expect.objectContaining({
        file: 'src/lib/features/lopsided/ui/Greeting.svelte',
        rule: 'what a respondent sees reads the visitor’s account',
      }),
    );
  });

  test('isn’t caught for what other pages read', () => {
    const files = onePageForEveryone(wrongProject).map(({ file }) => file);
    expect(files).not.toContain('src/lib/features/lopsided/ui/Bad.svelte');
  });
});
