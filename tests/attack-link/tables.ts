import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { attackerNames } from './cells.ts';
import type { RunResult } from './play-and-attack.ts';
import { enoughPeople, isExpectedToLink, scoreOf } from './results.ts';
import { excess } from './score.ts';
import { variants } from './variants.ts';
import type { Variant } from './variants.ts';

const headings: Readonly<Record<Variant, string>> = {
  full: '**as it is**',
  'no-blind-credential': 'no blind credential',
  'no-sealing': 'no sealing',
  'no-shuffle': 'no shuffle',
  'no-rewrite': 'no rewrite',
  'no-padding': 'no padding',
};

/** Both tables, and how much they rest on, as they stand in docs/privacy.md. */
export function tables(results: readonly RunResult[]): string {
  const runs = variants.map(
    (variant) => `${plain(variant)} ${results.filter((one) => one.variant === variant).length}`,
  );
  const people = scoreOf(results, { variant: 'full', attacker: 'all together', hasKey: false }).people;
  return [
    `Runs: ${runs.join(', ')}; ${range(results)} people each; session ÷ arrival gap at most ${largestRatio(results).toFixed(3)}. Attackers whom nothing leads anywhere make the same guesses, so their figures are the same.${
      people < enoughPeople
        ? ` Promised are ${enoughPeople.toLocaleString('en')} people on the product as it is; these are ${people.toLocaleString('en')}.`
        : ''
    }`,
    'Without the opening key:',
    table(results, false),
    'With the opening key:',
    table(results, true),
  ].join('\n\n');
}

function table(results: readonly RunResult[], hasKey: boolean): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const lines = attackerNames.map((attacker) =>
    row([attacker, ...variants.map((variant) => cellOf(results, { variant, attacker, hasKey }))]),
  );
  return [
    row(['', ...variants.map((variant) => headings[variant])]),
    row(Array(variants.length + 1).fill('---')),
    ...lines,
  ].join('\n');
}

function cellOf(results: readonly RunResult[], cell: Parameters<typeof scoreOf>[1]): string {
  const score = scoreOf(results, cell);
  if (score.people === 0) return '–';
  const { points, upper } = excess(score);
  return isExpectedToLink(cell) ? `**+${points.toFixed(0)}**` : `${signed(points)} (≤ ${plainNumber(upper)})`;
}

const plainNumber = (points: number): string => points.toFixed(1).replace('-', '−');
const signed = (points: number): string => (points < 0 ? '' : '+') + plainNumber(points);
const plain = (variant: Variant): string => headings[variant].replaceAll('*', '');

function range(results: readonly RunResult[]): string {
  const all = [...new Set(results.map(({ people }) => people))].sort((a, b) => a - b);
  return all.join(' or ') || '0';
}

function largestRatio(results: readonly RunResult[]): number {
  return Math.max(0, ...results.map(({ sessionPerGap }) => sessionPerGap.largest));
}

const page = fileURLToPath(new URL('../../docs/privacy.md', import.meta.url));
const [begin, end] = ['<!-- attack:link -->', '<!-- /attack:link -->'];

/** Puts the tables where they are published. */
export function writeTables(results: readonly RunResult[]): void {
  const text = readFileSync(page, 'utf8');
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error(`docs/privacy.md has no place between ${begin} and ${end}.`);
  writeFileSync(page, `${before}${begin}\n\n${tables(results)}\n\n${end}${after}`);
}
