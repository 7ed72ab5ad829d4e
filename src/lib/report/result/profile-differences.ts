import { smallestDifferenceThatMatters } from '@lerend/analysis';
import type { ProfileCell, ProfileResult } from '@lerend/analysis';
import { derivePublished, publishedValue } from '@lerend/disclosure';
import type { Published } from '@lerend/disclosure';
import { normalQuantile } from '@lerend/psychometrics';

/** One class that stands apart from the others on one area. */
export interface ProfileDifference {
  readonly questionId: string;
  readonly classNumber: number;
  readonly areaNumber: number;
  readonly own: Published<number>;
  readonly others: Published<number>;
  /** In points. */
  readonly by: Published<number>;
}

/** Chance, over all that is compared of one peiling together, that anything is said while nothing differs. */
const chanceOfAny = 0.05;

/**
 * Where a class lies apart from the other classes of its question by more than noise and by enough to matter. Made of
 * published figures alone. Bands are the upper edges of their classes, so this errs to silence. Of two classes one is named.
 */
export function profileDifferences(results: readonly ProfileResult[]): ProfileDifference[] {
  const compared = results.flatMap(({ questionId, classes }) =>
    comparedClasses(classes ?? []).flatMap((classNumber) =>
      (classes?.[classNumber]?.areas ?? []).flatMap((own, areaNumber) => {
        const others = (classes ?? []).flatMap((one, at) => (at === classNumber ? [] : (one.areas[areaNumber] ?? [])));
        return own === null || others.length === 0 ? [] : [{ questionId, classNumber, areaNumber, own, others }];
      }),
    ),
  );
  const limit = normalQuantile(1 - chanceOfAny / 2 / Math.max(1, compared.length)) / normalQuantile(0.975);
  return compared
    .flatMap(({ own, others, ...where }): ProfileDifference[] => {
      const together = derivePublished(others, (...cells: ProfileCell[]) => weighted(cells));
      const by = derivePublished([own, together], (one: ProfileCell, rest) => one.score - rest.score);
      const noise = Math.hypot(own.band, publishedValue(together).band) * limit;
      if (Math.abs(by) < Math.max(smallestDifferenceThatMatters, noise)) return [];
      const scoreOf = (cell: { readonly score: number }) => cell.score;
      return [{ ...where, own: derivePublished([own], scoreOf), others: derivePublished([together], scoreOf), by }];
    })
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
}

/** Of two classes the one is apart exactly when the other is. */
function comparedClasses(classes: readonly unknown[]): number[] {
  return classes.length === 2 ? [0] : [...classes.keys()];
}

function weighted(cells: readonly ProfileCell[]) {
  const n = cells.reduce((sum, cell) => sum + cell.n, 0);
  const of = (value: (cell: ProfileCell) => number) => cells.reduce((sum, cell) => sum + (cell.n / n) * value(cell), 0);
  return { score: Math.round(of(({ score }) => score)), band: Math.hypot(...cells.map((c) => (c.n / n) * c.band)) };
}
