import fc from 'fast-check';
import loadHighs from 'highs';
import { expect, test } from 'vitest';
import { LinearProgramme } from './linear-programme.ts';
import type { Bounds, Term } from './linear-programme.ts';
import { targetSums } from './possible-sums.ts';
import type { CountedItem } from './possible-sums.ts';

const highs = await loadHighs();
const answers = [1, 2, 3, 4, 5] as const;

const items = fc
  .record({
    people: fc.integer({ min: 4, max: 9 }),
    inTarget: fc.integer({ min: 1, max: 3 }),
    rows: fc.array(fc.array(fc.constantFrom(...answers), { minLength: 9, maxLength: 9 }), {
      minLength: 3,
      maxLength: 3,
    }),
    slack: fc.array(fc.constantFrom(null, 0, 1, 2), { minLength: 3, maxLength: 3 }),
    isTold: fc.boolean(),
  })
  .map(({ people, inTarget, rows, slack, isTold }) => {
    const given = rows.map((row) => row.slice(0, people));
    const counted = given.map((row, at): CountedItem => {
      const about = slack[at] ?? null;
      const around = (count: number): Bounds => ({ low: count - (about ?? 0), high: count + (about ?? 0) });
      const favourable = around(row.filter((answer) => answer > 3).length);
      const unfavourable = around(row.filter((answer) => answer < 3).length);
      const classes = about === null ? null : { favourable, unfavourable };
      const own = { people, inTarget, classes };
      return isTold ? { ...own, told: row[people - 1] ?? 0 } : own;
    });
    const sum = given.flat().reduce<number>((total, answer) => total + answer, 0);
    return { counted, total: { low: sum - 0.4, high: sum + 1.4 } };
  });

/** The same as an integer programme: how many of the target, and of the others, gave each answer. */
function byHighs(counted: readonly CountedItem[], total: Bounds): (Bounds | null)[] {
  const programme = new LinearProgramme(highs);
  const terms = counted.map(({ people, inTarget, classes, told }, at) => {
    const own = (who: string, count: number) => {
      const names = answers.map((answer) => programme.variable(`${who}${at}x${answer}`, 0, count, true));
      programme.within(
        names.map((name): Term => [1, name]),
        { low: count, high: count },
      );
      return names;
    };
    const [mine, others] = [own('t', inTarget), own('o', people - inTarget)];
    const both = (some: readonly number[]): Term[] =>
      some.flatMap((answer): Term[] => [
        [1, mine[answer - 1] ?? ''],
        [1, others[answer - 1] ?? ''],
      ]);
    if (classes) programme.within(both([4, 5]), classes.favourable);
    if (classes) programme.within(both([1, 2]), classes.unfavourable);
    if (told !== undefined) programme.within([[1, others[told - 1] ?? '']], { low: 1, high: Infinity });
    const weighted = (names: readonly string[]) => names.map((name, place): Term => [place + 1, name]);
    return { mine: weighted(mine), all: [...weighted(mine), ...weighted(others)] };
  });
  programme.within(
    terms.flatMap(({ all }) => all),
    total,
  );
  return programme.boundsOf([...terms.map(({ mine }) => mine), terms.flatMap(({ mine }) => mine)]);
}

test('counting finds what integer programmes find, on each item and on all together', () => {
  fc.assert(
    fc.property(items, ({ counted, total }) => {
      const found = targetSums(counted, total);
      expect([...found.items, found.all]).toEqual(byHighs(counted, total).map((one) => one && rounded(one)));
    }),
    { numRuns: 60, seed: 3 },
  );
}, 60_000);

const rounded = ({ low, high }: Bounds) => ({ low: Math.round(low), high: Math.round(high) });
