import type { Highs } from 'highs';
import type { Classes } from '../src/index.ts';
import type { Interval } from '../src/audit/tree-intervals.ts';
import type { KnownSum } from '../src/audit/tree-intervals.ts';

/** The least and the greatest value of something under linear conditions; null where nothing meets them. */
function boundsByHighs(
  highs: Highs,
  objective: string,
  {
    rows,
    bounds = [],
    integers = [],
  }: { rows: readonly string[]; bounds?: readonly string[]; integers?: readonly string[] },
): Interval | null {
  const solve = (direction: 'Minimize' | 'Maximize') => {
    const text = `${direction}\n obj: ${objective}\nSubject To\n ${rows.join('\n ')}\nBounds\n ${bounds.join('\n ')}\nGeneral\n ${integers.join(' ')}\nEnd`;
    const { Status, ObjectiveValue } = highs.solve(text, { mip_rel_gap: 0 });
    return Status === 'Optimal' ? ObjectiveValue : null;
  };
  const [low, high] = [solve('Minimize'), solve('Maximize')];
  return low === null || high === null ? null : { low, high };
}

const answers = [1, 2, 3, 4, 5] as const;

/**
 * Between which sums the answers of some people of a rest lie: whole numbers of people for each answer, of the group and of
 * the others, that have the classes and the sum. `told`: the answer of one of the others.
 */
export function sumOfGroupByHighs(
  highs: Highs,
  { favourable, middle, unfavourable }: Classes,
  sum: Interval,
  inGroup: number,
  told: number | null = null,
): Interval | null {
  const both = (some: readonly number[]) => some.flatMap((answer) => [`g${answer}`, `o${answer}`]).join(' + ');
  const total = answers.flatMap((answer) => [`${answer} g${answer}`, `${answer} o${answer}`]).join(' + ');
  const rows = [
    `${both([4, 5])} = ${favourable}`,
    `${both([3])} = ${middle}`,
    `${both([1, 2])} = ${unfavourable}`,
    `${answers.map((answer) => `g${answer}`).join(' + ')} = ${inGroup}`,
    `${total} >= ${sum.low}`,
    `${total} <= ${sum.high}`,
    ...(told === null ? [] : [`o${told} >= 1`]),
  ];
  const integers = answers.flatMap((answer) => [`g${answer}`, `o${answer}`]);
  return boundsByHighs(highs, answers.map((answer) => `${answer} g${answer}`).join(' + '), { rows, integers });
}

/** One leaf of a tree of sums, by linear programming. */
export function leafByHighs(
  highs: Highs,
  at: number,
  leaves: readonly Interval[],
  sums: readonly KnownSum[],
): Interval | null {
  const inside = (one: KnownSum): number[] => [
    ...one.leaves,
    ...one.sums.flatMap((part) => inside(sums[part] as KnownSum)),
  ];
  const rows = sums.flatMap((one) => {
    const text = inside(one).map((leaf) => `x${leaf}`);
    return text.length === 0
      ? []
      : [`${text.join(' + ')} >= ${one.interval.low}`, `${text.join(' + ')} <= ${one.interval.high}`];
  });
  const bounds = leaves.map(({ low, high }, leaf) => `${low} <= x${leaf} <= ${high}`);
  return boundsByHighs(highs, `x${at}`, { rows: rows.length > 0 ? rows : [`x${at} >= 0`], bounds });
}

/**
 * Between which sums over all items of an area the answers of some people of a rest lie. `told`: the answers of one of the
 * others, to each item; null classes: nothing is told of them.
 */
export function sumOnAreaByHighs(
  highs: Highs,
  items: readonly (Classes | null)[],
  { people, inGroup, total, told }: { people: number; inGroup: number; total: Interval; told?: readonly number[] },
): Interval | null {
  const named = (who: string, item: number, some: readonly number[] = answers) =>
    some.map((answer) => `${who}${item}x${answer}`);
  const both = (item: number, some: readonly number[]) =>
    [...named('g', item, some), ...named('o', item, some)].join(' + ');
  const weighted = (who: string, item: number) => named(who, item).map((name, at) => `${answers[at] ?? 0} ${name}`);
  const all = items.flatMap((_, item) => [...weighted('g', item), ...weighted('o', item)]).join(' + ');
  const rows = items.flatMap((classes, item) => [
    `${named('g', item).join(' + ')} = ${inGroup}`,
    `${named('o', item).join(' + ')} = ${people - inGroup}`,
    ...(classes === null
      ? []
      : [`${both(item, [4, 5])} = ${classes.favourable}`, `${both(item, [1, 2])} = ${classes.unfavourable}`]),
    ...(told === undefined ? [] : [`o${item}x${told[item] ?? 0} >= 1`]),
  ]);
  return boundsByHighs(highs, items.flatMap((_, item) => weighted('g', item)).join(' + '), {
    rows: [...rows, `${all} >= ${total.low}`, `${all} <= ${total.high}`],
    integers: items.flatMap((_, item) => [...named('g', item), ...named('o', item)]),
  });
}
