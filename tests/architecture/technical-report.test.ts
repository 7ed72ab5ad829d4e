import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { instrumentVersion } from '@lerend/instrument';
import { describe, expect, test } from 'vitest';
import { reportFile, withTables } from './report-tables.ts';

const headings = (text: string): string[] => text.split('\n').flatMap((line) => /^#+ (\d[\d.]*)/.exec(line)?.[1] ?? []);

describe.each(['nl', 'en'] as const)('the technical report (%s)', (language) => {
  const report = readFileSync(reportFile(language), 'utf8');

  test('shows the questionnaire as it is (else run: node tests/architecture/report-tables.ts)', () => {
    expect(report).toBe(withTables(report, language));
    expect(report).toContain(instrumentVersion);
    expect(report.match(/^\| [A-Z]{2}\d \|/gm)).toHaveLength(52);
  });

  test('a changed item makes this gate fire', () => {
    const other = report.replace('| SV1 |', '| SV0 |');
    expect(withTables(other, language)).not.toBe(other);
  });

  test('names only files that are there', () => {
    const links = [...report.matchAll(/\]\(([^)#]+)/g)].map((match) => match[1] ?? '');
    expect(links.length).toBeGreaterThan(5);
    const missing = links.filter((link) => !existsSync(resolve(dirname(reportFile(language)), link)));
    expect(missing).toEqual([]);
  });
});

test('both languages have the same chapters', () => {
  const [dutch, english] = (['nl', 'en'] as const).map((language) =>
    headings(readFileSync(reportFile(language), 'utf8')),
  );
  expect(dutch).toEqual(english);
});
