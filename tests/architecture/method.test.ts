import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const method = readFileSync(`${root}METHOD.md`, 'utf8');
const columns = ['claim', 'definition', 'source', 'assumes', 'limit', 'file'];

/** The cells of every row under a heading of claims, with the line on which it stands. */
function claims(text: string): { line: number; cells: string[] }[] {
  const found: { line: number; cells: string[] }[] = [];
  let isClaims = false;
  for (const [at, line] of text.split('\n').entries()) {
    if (!line.startsWith('|')) {
      isClaims = false;
      continue;
    }
    const cells = line
      .slice(1, line.lastIndexOf('|'))
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim());
    if (cells[0] === columns[0]) isClaims = true;
    if (isClaims) found.push({ line: at + 1, cells });
  }
  return found;
}

/** What is wrong with METHOD.md as a table of claims; each with what to do instead. */
function faults(text: string): string[] {
  const sources = globSync('{packages,src,tests}/**/*.{ts,R}', {
    cwd: root,
    exclude: (path) => path.includes('node_modules'),
  });
  return claims(text).flatMap(({ line, cells }) => {
    const [claim = '', definition = ''] = cells;
    if (cells.length !== columns.length)
      return [`line ${line}: ${cells.length} columns; a claim has ${columns.join(', ')}`];
    if (claim === columns[0])
      return cells.join() === columns.join() ? [] : [`line ${line}: call the columns ${columns.join(', ')}`];
    if (/^-+:?$/.test(claim)) return [];
    if (claim === '' || definition === '') return [`line ${line}: a claim without a definition`];
    const links = [...(cells[5] ?? '').matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] ?? '');
    const names = [...(cells[5] ?? '').replace(/\[[^\]]*\]\([^)]*\)/g, '').matchAll(/`([^`]+\.(?:ts|R))`/g)].map(
      (match) => match[1] ?? '',
    );
    if (links.length + names.length === 0) return [`line ${line}: name the file that computes it`];
    return [
      ...links.filter((link) => !existsSync(`${root}${link}`)).map((link) => `line ${line}: ${link} isn’t there`),
      ...names
        .filter((name) => sources.filter((source) => source.endsWith(`/${name}`)).length !== 1)
        .map((name) => `line ${line}: ${name} is no file, or more than one; link to it`),
    ];
  });
}

test('every claim of METHOD.md has its definition and a file that is there', () => {
  expect(claims(method).length).toBeGreaterThan(60);
  expect(faults(method)).toEqual([]);
});

test('every way within METHOD.md leads to a heading', () => {
  const headings = [...method.matchAll(/^## (.+)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
  const ways = [...method.matchAll(/\]\(#([^)]+)\)/g)].map((match) => match[1] ?? '');
  expect(ways.filter((way) => !headings.includes(way))).toEqual([]);
});

test('it fires on a claim without a file, with a file that went, and with another column', () => {
  const table = (row: string) => `| ${columns.join(' | ')} |\n| --- | --- | --- | --- | --- | --- |\n${row}\n`;
  expect(faults(table('| a | b | | | | |'))).toEqual([expect.stringContaining('name the file')]);
  expect(faults(table('| a | b | | | | `gone-since.ts` |'))).toEqual([expect.stringContaining('no file')]);
  expect(faults(table('| a | b | | | | [x](packages/gone.ts) |'))).toEqual([expect.stringContaining('isn’t there')]);
  expect(faults(table('| a | | | | | `mean-interval.ts` |'))).toEqual([
    expect.stringContaining('without a definition'),
  ]);
  expect(faults(table('| a | b | `mean-interval.ts` |'))).toEqual([expect.stringContaining('3 columns')]);
});
