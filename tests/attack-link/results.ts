import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { attackerNames } from './cells.ts';
import type { Cell } from './cells.ts';
import type { RunResult } from './play-and-attack.ts';
import { excess, sum } from './score.ts';
import type { Score } from './score.ts';
import type { Variant } from './variants.ts';

const inFolder = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const file = inFolder('./results.jsonl');

/** Every run so far, also of earlier times: a line each. */
export function keptResults(): readonly RunResult[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as RunResult);
}

export function keepResult(result: RunResult): void {
  appendFileSync(file, `${JSON.stringify(result)}\n`);
}

export function scoreOf(results: readonly RunResult[], { variant, attacker, hasKey }: Cell): Score {
  const own = results.filter((result) => result.variant === variant);
  return sum(own.flatMap(({ scores }) => scores[attacker]?.[hasKey ? 'with' : 'without'] ?? []));
}

type Expected = Readonly<Record<Variant, { readonly without: readonly string[]; readonly with: readonly string[] }>>;

/** What was written down before the first run. */
export function isExpectedToLink({ variant, attacker, hasKey }: Cell): boolean {
  const expected = JSON.parse(readFileSync(inFolder('./expected.json'), 'utf8')) as Expected;
  const linked = expected[variant][hasKey ? 'with' : 'without'];
  const unknown = linked.filter((name) => !attackerNames.some((one) => one === name));
  if (unknown.length > 0) throw new Error(`There is no attacker ${unknown.join(', ')}.`);
  return linked.includes(attacker);
}

/** From so many people on the bound of one point can be shown: with fewer, chance alone goes beyond it. */
export const enoughPeople = 10_000;
const mostPoints = 1;
/** Standard deviations: one cell in a thousand is further off by chance alone. */
const surprising = 3.1;
const fewestLinkedPoints = 5;

export type Verdict = 'as expected' | 'not as expected' | 'too few runs';

/** Whether what came out is what was expected. */
export function verdictOn(score: Score, isLinked: boolean): Verdict {
  if (score.people === 0) return 'too few runs';
  const { points, upper, deviations } = excess(score);
  if (isLinked) return deviations > surprising && points >= fewestLinkedPoints ? 'as expected' : 'not as expected';
  if (deviations > surprising) return 'not as expected';
  if (score.people < enoughPeople) return 'too few runs';
  return upper <= mostPoints ? 'as expected' : 'not as expected';
}
