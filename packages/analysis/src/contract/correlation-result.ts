import { correlationMatrix } from '@lerend/psychometrics';
import type { ContractReason, CorrelationResult } from './contract-document.ts';
import type { PreparedScale } from './prepared-scale.ts';

/** The correlations of the scale scores; the reason of a null element stands under its place, `matrix[0][1]`. */
export function correlationResult(scales: readonly PreparedScale[]): CorrelationResult {
  const figures = correlationMatrix(scales.map(({ scores }) => scores));
  const reasons: Record<string, ContractReason> = {};
  const matrix = figures.map((row, i) =>
    row.map(({ value, reason }, j) => {
      if (reason !== undefined) reasons[`matrix[${i}][${j}]`] = reason;
      return value;
    }),
  );
  const result = { scales: scales.map(({ scale }) => scale.id), matrix };
  return Object.keys(reasons).length === 0 ? result : { ...result, undefined: reasons };
}
