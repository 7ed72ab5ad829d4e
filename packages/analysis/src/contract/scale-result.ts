import {
  alphaIfDropped,
  clusteredMean,
  completeRows,
  covarianceMatrix,
  cronbachAlpha,
  defined,
  feldtInterval,
  finitePopulationMean,
  independentMean,
  itemRestCorrelation,
  numberStatistics,
  omegaTotal,
  pairMoments,
  scoreFromMean,
} from '@lerend/psychometrics';
import type { Figure, Interval, MeanEstimate, SquareMatrix } from '@lerend/psychometrics';
import { agreementResult } from './agreement-result.ts';
import type { AlphaResult, ItemInScaleResult, ScaleResult } from './contract-document.ts';
import type { PreparedScale } from './prepared-scale.ts';
import type { UnitTree } from './unit-tree.ts';
import { notGiven, withReasons } from './with-reasons.ts';

/** What follows from a figure, when it exists. */
function map<From, To>(figure: Figure<From>, make: (value: From) => Figure<To>): Figure<To> {
  return figure.reason === undefined ? make(figure.value) : figure;
}

export function intervalOf(estimate: Figure<MeanEstimate>): Figure<Interval> {
  return map(estimate, ({ interval }) => defined(interval));
}

function alphaResult(
  pairwise: Figure<SquareMatrix>,
  listwise: Figure<SquareMatrix>,
  rows: number,
  items: number,
): AlphaResult {
  const alpha = map(pairwise, cronbachAlpha);
  const { undefined: reasons, ...figures } = withReasons({
    pairwise: alpha,
    listwise: map(listwise, cronbachAlpha),
    ci95: map(alpha, (value) => feldtInterval(value, rows, items)),
  });
  return { ...figures, n: rows, ...(reasons === undefined ? {} : { undefined: reasons }) };
}

/** Everything that the document says about one scale over the whole file. */
export function scaleResult(prepared: PreparedScale, tree: UnitTree, population: Float64Array | null): ScaleResult {
  const { scale, min, max, columns, scores, byUnit } = prepared;
  const pairwise = covarianceMatrix(pairMoments(columns));
  const listwise = covarianceMatrix(pairMoments(columns, completeRows(columns)));
  const { n, mean, sd } = numberStatistics(scores);
  const hasGroups = tree.byDepth.length > 0;
  const figures = withReasons({
    mean,
    sd,
    score: map(mean, (value) => defined(scoreFromMean(value, min, max))),
    ci95: hasGroups
      ? intervalOf(clusteredMean(byUnit))
      : map(mean, (value) => map(sd, (spread) => intervalOf(independentMean(n, value, spread ** 2 * (n - 1))))),
    ci95Finite: population === null ? notGiven('noPopulation') : intervalOf(finitePopulationMean(byUnit, population)),
    omegaTotal: map(listwise, omegaTotal),
    agreement: hasGroups ? { value: agreementResult(prepared) } : notGiven('noGroups'),
  });
  const itemStatistics = scale.items.map(({ id }, index): ItemInScaleResult => ({
    id,
    ...withReasons({
      itemRest: map(pairwise, (matrix) => itemRestCorrelation(matrix, index)),
      alphaIfDropped: map(pairwise, (matrix) => alphaIfDropped(matrix, index)),
    }),
  }));
  return {
    id: scale.id,
    title: scale.title,
    response: { min, max },
    items: scale.items.map(({ id }) => id),
    n,
    ...figures,
    alpha: alphaResult(pairwise, listwise, scores.length, columns.length),
    itemStatistics,
  };
}
