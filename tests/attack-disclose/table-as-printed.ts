import type { CountedRest } from './attack-rest.ts';
import type { Bounds } from './linear-programme.ts';
import { addedUp, scoreOf } from './pages.ts';
import type { AreaAnswers, AreaPages } from './pages.ts';
import { hair, leastWindow, minimum, shownAs, statesOf, untoldIn } from './rules-as-printed.ts';
import type { ItemState, Rest } from './rules-as-printed.ts';
import { nearest, restsOf } from './rests.ts';

/*
 * What an attacker knows who needn't read pages: they are handed the table itself, every coded row to the last digit, with
 * the classes that are in any figure. Scores, "who work here now", climate, bands, levels, ranks and findings are all made of these
 * rows (and of figures of everyone together), so none of them can tell more.
 *
 * The rows are made here from the answers by the rules as METHOD prints them, and held against the pages.
 */

export function rowsOfTable(pages: AreaPages, answers: AreaAnswers): CountedRest[] {
  const rows = rowsAsPrinted(pages, answers);
  checkAgainstPages(pages, rows);
  return rows;
}

interface Row extends CountedRest {
  readonly owner: number;
  readonly mean: number;
}

function rowsAsPrinted(pages: AreaPages, answers: AreaAnswers): Row[] {
  const owners = nearest(pages.parents, pages.scores);
  const rests = restsOf(pages.answered, owners);
  const items = pages.items.map((item, at) => {
    const told = nearest(pages.parents, item.cells);
    return { rests: restsOf(item.answered, owners), told, answersAt: (unit: number) => columnOf(answers, unit, at) };
  });
  return [...rests].flatMap(([owner, rest]): Row[] => {
    if (rest.people === 0) return [];
    const anywhere = items.map((item) => {
      const own = item.rests.get(owner);
      if (item.told[owner] === -1 || own === undefined || own.people < 2 * untoldIn(own, minimum) + 1) return null;
      return stateOf(own, rest.units.flatMap(item.answersAt));
    });
    const here = anywhere.map((item, at) => ((pages.items[at]?.cells[owner] ?? null) === null ? null : item));
    const window = leastWindow(rest, minimum, [anywhere, here]);
    const scores = rest.units.flatMap((unit) => (answers[unit] ?? []).flatMap(scoreOf));
    const mean = codedIn(window, scores.reduce((sum, one) => sum + one, 0) / rest.people);
    const isComplete = items.every((item) => item.rests.get(owner)?.people === rest.people);
    const sum = rangeOfSum(rest, window, mean);
    const codedSum = { low: rest.people * mean - hair, high: rest.people * mean + hair };
    return [{ owner, mean, codedSum, known: { name: `unit ${owner}`, rest, sum, items: anywhere, isComplete } }];
  });
}

const columnOf = (answers: AreaAnswers, unit: number, column: number): number[] =>
  (answers[unit] ?? []).flatMap((row) => (row[column] ? [row[column]] : []));

/** The coded classes to the last digit, and what may lie behind them. */
function stateOf(rest: Rest, answers: readonly number[]): ItemState {
  const favourable = answers.filter((answer) => answer > 3).length;
  const unfavourable = answers.filter((answer) => answer < 3).length;
  const [f, u] = shownAs(favourable, unfavourable, rest.people, untoldIn(rest, minimum));
  return statesOf(rest, minimum, true, { low: f, high: f }, { low: u, high: u });
}

/** Where nothing may be told: the middle. */
function codedIn({ low, high }: Bounds, mean: number): number {
  return low > high ? 50 : Math.min(high, Math.max(low, mean));
}

/** At an end of its window a mean stands for everything beyond. */
function rangeOfSum({ people }: Rest, window: Bounds, mean: number): Bounds {
  const isAtEnd = { low: mean <= window.low + hair, high: mean >= window.high - hair };
  return {
    low: isAtEnd.low || window.low > window.high ? 0 : people * mean - hair,
    high: isAtEnd.high || window.low > window.high ? 100 * people : people * mean + hair,
  };
}

function checkAgainstPages({ parents, answered, scores, areaId }: AreaPages, rows: readonly Row[]): void {
  const sums = parents.map((_, unit) => {
    const row = rows.find(({ owner }) => owner === unit);
    return row ? row.mean * row.known.rest.people : 0;
  });
  const people = addedUp(parents, answered);
  addedUp(parents, sums).forEach((sum, unit) => {
    const [score, n] = [scores[unit] ?? null, people[unit] ?? 0];
    if (score === null || Math.abs(sum / n - score) <= 0.5 + hair) return;
    throw new Error(`unit ${unit} on ${areaId}: the rules as printed make ${sum / n}, the page says ${score}`);
  });
}
