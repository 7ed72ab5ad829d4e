import { correlationsOf, heterotraitMonotrait, pairMoments, scoreColumn } from '@lerend/psychometrics';
import type { Figure } from '@lerend/psychometrics';
import type { ContractReason, CorrelationResult } from './contract-document.ts';
import type { ItemMoments } from './item-moments.ts';
import type { PreparedScale } from './prepared-scale.ts';

/** The correlations of the scale scores, and HTMT; the reason of a null element stands under its place, `matrix[0][1]`. */
export function correlationResult(scales: readonly PreparedScale[], moments: ItemMoments): CorrelationResult {
  const reasons: Record<string, ContractReason> = {};
  const written = (name: string, figures: readonly (readonly Figure[])[]): (number | null)[][] =>
    figures.map((row, i) =>
      row.map(({ value, reason }, j) => {
        if (reason !== undefined) reasons[`${name}[${i}][${j}]`] = reason;
        return value;
      }),
    );
  const matrix = written(
    'matrix',
    correlationsOf(pairMoments(scales.map(({ columns, scores }) => scoreColumn(columns, scores)))),
  );
  const htmt = written('htmt', heterotraitMonotrait(moments.pairwise, moments.scales));
  const result = { scales: scales.map(({ scale }) => scale.id), matrix, htmt };
  return Object.keys(reasons).length === 0 ? result : { ...result, undefined: reasons };
}
