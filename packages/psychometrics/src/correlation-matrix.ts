import { defined, notDefined } from './figure.ts';
import type { Figure } from './figure.ts';
import { pairMoments } from './pair-moments.ts';
import type { PairMoments } from './pair-moments.ts';
import type { NumberColumn } from './answer-column.ts';

/**
 * Pearson's correlations of k scales (or items), k × k, each over the people who have both scores: R's
 * `cor(use = "pairwise.complete.obs")`.
 *
 * `scores`: k arrays of equal length, one element a person, NaN = no score. Symmetric; 1 on the diagonal where the
 * scale varies. An element is undefined under two common people (`tooFewPairs`) and where one of the two doesn't vary
 * among them (`noVariance`). Not corrected for unreliability, so lower than that between the true scores.
 */
export function correlationMatrix(scores: readonly Float64Array[]): readonly (readonly Figure[])[] {
  const columns = scores.map((values): NumberColumn => ({ kind: 'numbers', values, minimum: 0, maximum: 0 }));
  return correlationsOf(pairMoments(columns));
}

/** The same from moments that were counted already: of items, or of scores as columns. */
export function correlationsOf({ size, counts, sums, squares, products }: PairMoments): readonly (readonly Figure[])[] {
  const squareAbout = (n: number, sum: number, square: number): number => {
    const rest = square - (sum * sum) / n;
    return rest > 1e-14 * square ? rest : 0;
  };
  const places = Array.from({ length: size }, (_, place) => place);
  return places.map((i) =>
    places.map((j): Figure => {
      const here = i * size + j;
      const mirrored = j * size + i;
      const n = counts[here] as number;
      if (n < 2) return notDefined('tooFewPairs');
      const first = squareAbout(n, sums[here] as number, squares[here] as number);
      const second = squareAbout(n, sums[mirrored] as number, squares[mirrored] as number);
      if (!(first > 0) || !(second > 0)) return notDefined('noVariance');
      if (i === j) return defined(1);
      const product = (products[here] as number) - ((sums[here] as number) * (sums[mirrored] as number)) / n;
      return defined(Math.min(1, Math.max(-1, product / Math.sqrt(first * second))));
    }),
  );
}
