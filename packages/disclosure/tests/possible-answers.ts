/*
 * The attacker who tries everything: all ways in which the people of one rest can have answered the items of one scale, put
 * together by what would be shown of them. Knows nothing of how the coding came about; the coding is handed in.
 */

/** How many people gave each answer, 1 to 5. */
export type Histogram = readonly number[];

/** What would be shown of one item, and of the mean over all items given that. */
export interface ShownAs {
  readonly item: (answers: Histogram) => string;
  readonly scale: (answers: readonly Histogram[]) => string;
}

/** Between which answers (0 to 4 steps) something lies, over all possibilities with the same figures. */
export interface Enclosure {
  readonly figures: string;
  readonly what: 'person' | 'small group';
  readonly of: 'one item' | 'all items';
  readonly steps: number;
}

/** All histograms of so many people. */
function histogramsOf(people: number, answers = 5): number[][] {
  if (answers === 1) return [[people]];
  return Array.from({ length: people + 1 }, (_, count) =>
    histogramsOf(people - count, answers - 1).map((rest) => [count, ...rest]),
  ).flat();
}

export const sumOf = (answers: Histogram): number => answers.reduce((sum, count, at) => sum + count * (at + 1), 0);

/**
 * The narrowest enclosures: of every single person for a colleague who knows their own answers to all items, and of every
 * group of `smallGroup` people (0: none) for everybody.
 */
export function narrowestEnclosures(
  people: number,
  items: number,
  smallGroup: number,
  shownAs: ShownAs,
): { readonly tried: number; readonly narrowest: readonly Enclosure[] } {
  const all = histogramsOf(people);
  const seen = new Map<string, { readonly what: Enclosure['what']; low: number[]; high: number[] }>();
  let tried = 0;
  const widen = (key: string, what: Enclosure['what'], low: readonly number[], high: readonly number[]) => {
    const overAll = (values: readonly number[]) => [...values, values.reduce((sum, one) => sum + one, 0) / items];
    const known = seen.get(key);
    if (known) {
      known.low = overAll(low).map((one, at) => Math.min(one, known.low[at] ?? one));
      known.high = overAll(high).map((one, at) => Math.max(one, known.high[at] ?? one));
    } else seen.set(key, { what, low: overAll(low), high: overAll(high) });
  };
  const visit = (answers: readonly Histogram[]): void => {
    if (answers.length < items) {
      for (const next of all) visit([...answers, next]);
      return;
    }
    tried++;
    const figures = `${answers.map(shownAs.item).join(' ')} = ${shownAs.scale(answers)}`;
    for (const told of answersToAll(answers)) {
      const others = answers.map((one, item) => one.map((count, at) => count - Number(at === told[item])));
      widen(
        `${figures}, told ${told.map((one) => one + 1).join()}`,
        'person',
        others.map(lowestOf),
        others.map(highestOf),
      );
    }
    if (smallGroup > 0) {
      const low = answers.map((one) => meanOfExtreme(one, smallGroup, (at) => at));
      const high = answers.map((one) => meanOfExtreme(one, smallGroup, (at) => one.length - 1 - at));
      widen(figures, 'small group', low, high);
    }
  };
  visit([]);
  const narrowest = [...seen].flatMap(([figures, { what, low, high }]): Enclosure[] => {
    const steps = low.map((one, at) => (high[at] ?? 0) - one);
    const last = steps.pop() ?? 0;
    return [
      { figures, what, of: 'one item', steps: Math.min(...steps) },
      { figures, what, of: 'all items', steps: last },
    ];
  });
  narrowest.sort((a, b) => a.steps - b.steps);
  return { tried, narrowest: narrowest.slice(0, 3) };
}

function answersToAll(answers: readonly Histogram[]): number[][] {
  return answers.reduce<number[][]>(
    (told, one) => told.flatMap((before) => one.flatMap((count, at) => (count > 0 ? [[...before, at]] : []))),
    [[]],
  );
}

const lowestOf = (answers: Histogram) => answers.findIndex((count) => count > 0);
const highestOf = (answers: Histogram) => answers.findLastIndex((count) => count > 0);

function meanOfExtreme(answers: Histogram, group: number, order: (at: number) => number): number {
  let left = group;
  let sum = 0;
  answers.forEach((_, at) => {
    const answer = order(at);
    const taken = Math.min(left, answers[answer] ?? 0);
    sum += taken * answer;
    left -= taken;
  });
  return sum / group;
}
