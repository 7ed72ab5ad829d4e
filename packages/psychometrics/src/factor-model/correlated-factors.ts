import type { SquareMatrix } from '../covariance-matrix.ts';
import { notDefined } from '../figure.ts';
import type { Figure, UndefinedReason } from '../figure.ts';
import { choleskyFactor, choleskyLogDeterminant } from '../linear-algebra/cholesky.ts';
import { estimateModel } from './estimate-model.ts';
import type { Impropriety } from './estimate-model.ts';
import { modelFit } from './model-fit.ts';
import type { ModelFit } from './model-fit.ts';
import { degreesOfFreedom, modelLayout } from './model-layout.ts';
import type { FactorStructure } from './model-layout.ts';
import { standardisedResidual } from './standardised-residual.ts';
import { standardisedSolution } from './standardised-solution.ts';
import type { StandardisedSolution } from './standardised-solution.ts';

export interface FactorModel extends StandardisedSolution {
  /** The number of people it was estimated from. */
  readonly n: number;
  readonly fit: ModelFit;
  /** Why loadings and factor correlations aren't to be read, though there is a fit; null where they are. */
  readonly improper: Impropriety | null;
}

/** A pivot below this share of its variance: the item is a combination of the others, to rounding. */
const SINGULAR_TOLERANCE = 1e-10;

/** Why a structure can't be estimated whatever the answers, or null. */
export function structureFault(structure: FactorStructure): UndefinedReason | null {
  const items = new Array<number>(structure.factors).fill(0);
  for (const f of structure.factorOf) items[f] = (items[f] as number) + 1;
  if (items.length === 0) return 'tooFewItems';
  if (items.some((count) => count < 2)) return 'singleItem';
  return degreesOfFreedom(modelLayout(structure)) < 0 ? 'tooFewItems' : null;
}

/** Covariances as correlations, or why there are none. */
export function asCorrelations({ size, values }: SquareMatrix): Figure<Float64Array> {
  const sds = Array.from({ length: size }, (_, i) => Math.sqrt(values[i * (size + 1)] as number));
  if (sds.some((sd) => !(sd > 0))) return notDefined('noVariance');
  const correlations = values.map((each, k) =>
    k % (size + 1) === 0 ? 1 : each / ((sds[Math.floor(k / size)] as number) * (sds[k % size] as number)),
  );
  if (choleskyFactor(correlations, size, SINGULAR_TOLERANCE) === null) return notDefined('singularCovariance');
  return { value: correlations };
}

/**
 * The correlated factors model by maximum likelihood: every item measures one factor, all factors correlate.
 *
 * `covariances`: of all items over complete rows (division by n or n − 1 makes no difference); `n`: the number of those
 * rows. Loadings and correlations of factors are standardised. Scoring steps on the correlations until every slope is
 * below 1e-11. Equals lavaan's `cfa()` with its defaults (chi-square n × the discrepancy, SRMR without means); a
 * factor's variance is 1 here, where lavaan fixes its first loading: the same model. Don't read the factor
 * correlations as those of the scale scores: error is taken out, so they are higher.
 * Undefined: a scale of one item (`singleItem`); fewer moments than parameters (`tooFewItems`: one scale of two items);
 * no more people than items (`tooFewAnswers`); an item that doesn't vary; items that are copies or sums of others;
 * no convergence; parameters that the data leave free (`notIdentified`). A Heywood case, or factors that coincide, are
 * `improper`: the fit is that of the highest likelihood, as in lavaan, which only warns.
 * Source: Jöreskog (1969), Psychometrika 34:183.
 */
export function correlatedFactorsModel(
  covariances: SquareMatrix,
  n: number,
  structure: FactorStructure,
): Figure<FactorModel> {
  const { size } = covariances;
  const fault = structureFault(structure);
  if (fault !== null) return notDefined(fault);
  if (n <= size) return notDefined('tooFewAnswers');
  const correlations = asCorrelations(covariances);
  if (correlations.value === null) return correlations;
  const sample = { covariances: correlations.value, means: new Float64Array(size), share: 1 };
  const layout = modelLayout(structure);
  const estimated = estimateModel(layout, [sample]);
  if (estimated.value === null) return estimated;
  const factor = choleskyFactor(sample.covariances, size) as Float64Array;
  const logDeterminant = choleskyLogDeterminant(factor, size);
  const [model] = estimated.value.groups;
  if (model === undefined) throw new RangeError('A model has a group.');
  const fit = modelFit({
    chiSquare: n * (estimated.value.discrepancy - logDeterminant - size),
    degreesOfFreedom: degreesOfFreedom(layout),
    baselineChiSquare: -n * logDeterminant,
    baselineDegreesOfFreedom: (size * (size - 1)) / 2,
    people: n,
    groups: 1,
    srmr: standardisedResidual(model, sample, false),
  });
  return { value: { n, ...standardisedSolution(structure, model), fit, improper: estimated.value.improper } };
}
