import type { Guesses } from './link.ts';

/** How often an attacker was right, beside how often the same guesses are right when names are shuffled within groups. */
export interface Score {
  readonly people: number;
  readonly hits: number;
  /** Expected hits under permuted names, exactly. */
  readonly chance: number;
  /** Variance of the hits under permuted names, exactly (Hoeffding 1951, theorem 2). */
  readonly variance: number;
}

interface Judged {
  readonly people: readonly { readonly groupId: string }[];
  readonly truth: readonly Uint8Array[];
  readonly rows: ReadonlyMap<string, readonly Uint8Array[]>;
}

/** A guess is right when the row that it points at is the person's own, to the byte. */
export function score({ people, truth, rows }: Judged, guesses: Guesses): Score {
  const groups = Map.groupBy(
    people.map(({ groupId }, person) => ({ groupId, person })),
    ({ groupId }) => groupId,
  );
  return sum(
    Array.from(groups, ([groupId, members]) => {
      const right = members.map(({ person: guesser }) => {
        const guessed = rows.get(groupId)?.[guesses[guesser] ?? -1];
        return members.map(({ person }) =>
          guessed && Buffer.compare(guessed, truth[person] ?? new Uint8Array()) === 0 ? 1 : 0,
        );
      });
      return scoreOfGroup(right);
    }),
  );
}

/** `right[i][j]`: whether the guess for i is the row of j. */
function scoreOfGroup(right: readonly (readonly number[])[]): Score {
  const people = right.length;
  const meanOfRow = right.map((row) => row.reduce((all, one) => all + one, 0) / people);
  const meanOfColumn = right.map((_, column) => right.reduce((all, row) => all + (row[column] ?? 0), 0) / people);
  const mean = meanOfRow.reduce((all, one) => all + one, 0) / people;
  let squares = 0;
  right.forEach((row, i) =>
    row.forEach((one, j) => (squares += (one - (meanOfRow[i] ?? 0) - (meanOfColumn[j] ?? 0) + mean) ** 2)),
  );
  const hits = right.reduce((all, row, person) => all + (row[person] ?? 0), 0);
  return { people, hits, chance: people * mean, variance: people > 1 ? squares / (people - 1) : 0 };
}

export function sum(scores: readonly Score[]): Score {
  const total = { people: 0, hits: 0, chance: 0, variance: 0 };
  for (const { people, hits, chance, variance } of scores) {
    total.people += people;
    total.hits += hits;
    total.chance += chance;
    total.variance += variance;
  }
  return total;
}

/** One-sided, 99 in 100. */
const z99 = 2.326;

/** Hits above chance as a share of the people, with the bound below which it lies with 99 % certainty, in points. */
export function excess({ people, hits, chance, variance }: Score): {
  points: number;
  upper: number;
  deviations: number;
} {
  const deviation = Math.sqrt(variance);
  const above = hits - chance;
  return {
    points: (100 * above) / people,
    upper: (100 * (above + z99 * deviation)) / people,
    deviations: deviation > 0 ? above / deviation : 0,
  };
}
