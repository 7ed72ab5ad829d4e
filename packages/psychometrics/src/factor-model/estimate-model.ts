import { notDefined } from '../figure.ts';
import type { Figure } from '../figure.ts';
import { choleskyFactor } from '../linear-algebra/cholesky.ts';
import { innerProduct } from '../linear-algebra/matrix-product.ts';
import { minimise } from '../linear-algebra/minimise.ts';
import type { Minimum, Place } from '../linear-algebra/minimise.ts';
import { groupModel, groupParameters } from './group-model.ts';
import type { GroupModel } from './group-model.ts';
import { addGroupSlopes } from './group-slopes.ts';
import type { ModelLayout } from './model-layout.ts';
import type { GroupSample, Moments } from './moments.ts';
import { startingValues } from './starting-values.ts';

/**
 * Why a best fit exists while its parameters can't be read: a residual variance at or below zero (a Heywood case), or
 * factors of which one is a sum of others.
 */
export type Impropriety = 'improperSolution' | 'coincidingFactors';

/** A model at its best fit, one element a group. */
export interface EstimatedModel {
  readonly groups: readonly GroupModel[];
  /** −2 × the log likelihood per person, without its constant. */
  readonly discrepancy: number;
  readonly parameters: Float64Array;
  /** Null where the parameters can be read. */
  readonly improper: Impropriety | null;
}

/** A residual below this share of an item's variance is no longer told apart from zero. */
const SMALLEST_RESIDUAL = 1e-6;
/** Factors whose correlations leave less than this of one of them to itself coincide. */
const COINCIDING = 1e-6;
/** A parameter of whose curvature the others take all but this share can't be told from them. */
const NOT_IDENTIFIED = 1e-9;

/** ln |Σ| + trace(S Σ⁻¹) + (m − μ)ᵀ Σ⁻¹ (m − μ). */
function discrepancy({ inverse, logDeterminant, means }: GroupModel, sample: Moments): number {
  const size = means.length;
  let apart = 0;
  for (let i = 0; i < size; i += 1) {
    const first = (sample.means[i] as number) - (means[i] as number);
    if (first === 0) continue;
    for (let j = 0; j < size; j += 1) {
      apart += first * (inverse[i * size + j] as number) * ((sample.means[j] as number) - (means[j] as number));
    }
  }
  return logDeterminant + innerProduct(sample.covariances, inverse) + apart;
}

/** The models of all groups at these parameters; null where one of them doesn't exist. */
export function groupModels({ structure, groups }: ModelLayout, parameters: Float64Array): GroupModel[] | null {
  const models: GroupModel[] = [];
  for (const layout of groups) {
    const model = groupModel(structure, groupParameters(structure, layout, parameters));
    if (model === null) return null;
    models.push(model);
  }
  return models;
}

/** The function to minimise, from complete data. */
function placeOf(layout: ModelLayout, samples: readonly GroupSample[], parameters: Float64Array): Place | null {
  const models = groupModels(layout, parameters);
  if (models === null) return null;
  return {
    value: models.reduce((sum, model, g) => {
      const sample = samples[g] as GroupSample;
      return sum + sample.share * discrepancy(model, sample);
    }, 0),
    slopes: () => slopesAt(layout, models, samples),
  };
}

/** The slopes of the discrepancy, summed over the groups. */
export function slopesAt(layout: ModelLayout, models: readonly GroupModel[], samples: readonly GroupSample[]) {
  const gradient = new Float64Array(layout.size);
  const curvature = new Float64Array(layout.size * layout.size);
  models.forEach((model, g) => {
    const sample = samples[g] as GroupSample;
    const group = layout.groups[g] as ModelLayout['groups'][number];
    addGroupSlopes(layout.structure, group, model, sample, sample.share, gradient, curvature);
  });
  return { gradient, curvature };
}

function improprietyOf({ structure }: ModelLayout, groups: readonly GroupModel[]): Impropriety | null {
  for (const { parameters } of groups) {
    if (choleskyFactor(parameters.factorCovariances, structure.factors, COINCIDING) === null)
      return 'coincidingFactors';
    if (parameters.residuals.some((residual) => residual < SMALLEST_RESIDUAL)) return 'improperSolution';
  }
  return null;
}

/**
 * What was found, unless it is no best fit. Items must have variances about 1. An improper solution is one: the
 * likelihood is as high there as it gets, so its chi-square stands. Its parameters aren't to be reported.
 */
export function properModel(
  layout: ModelLayout,
  minimum: Minimum | null,
  valueAt: (parameters: Float64Array) => number | undefined,
): Figure<EstimatedModel> {
  const groups = minimum === null ? null : groupModels(layout, minimum.parameters);
  if (minimum === null || groups === null) return notDefined('notConverged');
  if (choleskyFactor(minimum.curvature, layout.size, NOT_IDENTIFIED) === null) return notDefined('notIdentified');
  const value = valueAt(minimum.parameters);
  if (value === undefined) return notDefined('notConverged');
  return {
    value: { groups, discrepancy: value, parameters: minimum.parameters, improper: improprietyOf(layout, groups) },
  };
}

/**
 * The maximum likelihood estimates of a correlated factors model from the moments of complete data.
 *
 * `samples`: one a group, in units in which items have variances about 1 and means about 0.
 * Undefined: `notConverged`, `notIdentified` (the data leave a parameter free). Residual variances below zero and
 * coinciding factors are `improper`.
 */
export function estimateModel(
  layout: ModelLayout,
  samples: readonly GroupSample[],
  start: Float64Array = startingValues(layout, samples),
): Figure<EstimatedModel> {
  const place = (parameters: Float64Array): Place | null => placeOf(layout, samples, parameters);
  return properModel(layout, minimise(start, place), (parameters) => place(parameters)?.value);
}
