import type { AnswerColumn } from '../answer-column.ts';
import { notDefined } from '../figure.ts';
import type { Figure } from '../figure.ts';
import { minimise } from '../linear-algebra/minimise.ts';
import type { Place } from '../linear-algebra/minimise.ts';
import type { PairMoments } from '../pair-moments.ts';
import { structureFault } from './correlated-factors.ts';
import type { FactorModel } from './correlated-factors.ts';
import { estimateModel, groupModels, properModel, slopesAt } from './estimate-model.ts';
import type { EstimatedModel } from './estimate-model.ts';
import { expectedMoments } from './expected-moments.ts';
import { incompleteData } from './incomplete-data.ts';
import type { IncompleteData } from './incomplete-data.ts';
import { modelFit } from './model-fit.ts';
import { degreesOfFreedom, modelLayout } from './model-layout.ts';
import type { FactorStructure, ModelLayout } from './model-layout.ts';
import type { Moments } from './moments.ts';
import { saturatedModel } from './saturated-model.ts';
import { standardisedResidual } from './standardised-residual.ts';
import { standardisedSolution } from './standardised-solution.ts';
import { startingValues } from './starting-values.ts';

function placeOf(layout: ModelLayout, data: IncompleteData, parameters: Float64Array): Place | null {
  const models = groupModels(layout, parameters);
  const [model] = models ?? [];
  const expectation = model === undefined ? null : expectedMoments(data, model);
  if (models === null || expectation === null) return null;
  return {
    value: expectation.discrepancy,
    slopes: () => slopesAt(layout, models, [{ ...expectation.moments, share: 1 }]),
  };
}

/** From the best fit to the saturated moments, which is near: few steps over the people are left. */
function estimate(layout: ModelLayout, data: IncompleteData, saturated: Moments): Figure<EstimatedModel> {
  const sample = { ...saturated, share: 1 };
  const start = estimateModel(layout, [sample]).value?.parameters ?? startingValues(layout, [sample]);
  const place = (parameters: Float64Array): Place | null => placeOf(layout, data, parameters);
  return properModel(layout, minimise(start, place), (parameters) => place(parameters)?.value);
}

/**
 * The correlated factors model by full information maximum likelihood (FIML): everybody who answered any item counts,
 * each with what was answered.
 *
 * `columns`: the items; `moments`: their pairwise sums. Right when answers are missing at random: whether an answer is
 * missing may depend on what was answered, not on the missing answer itself. Chi-square compares with the saturated
 * model of the same data (EM). Equals lavaan's `cfa(missing = "fiml")`, SRMR with means. The time grows with the
 * people who left something out × what they left out × items: 10,000 people and 48 items take about a second.
 * Undefined as {@link correlatedFactorsModel} in `correlated-factors.ts`, and where fewer than two people answered both
 * of two items (`tooFewPairs`).
 * Sources: Arbuckle (1996), in Marcoulides & Schumacker; Enders & Bandalos (2001), Structural Equation Modeling 8:430.
 */
export function correlatedFactorsWithMissing(
  columns: readonly AnswerColumn[],
  moments: PairMoments,
  structure: FactorStructure,
): Figure<FactorModel> {
  const fault = structureFault(structure);
  if (fault !== null) return notDefined(fault);
  const prepared = incompleteData(columns, moments);
  if (prepared.value === null) return prepared;
  const data = prepared.value;
  const { size, people } = data;
  if (people <= size) return notDefined('tooFewAnswers');
  const saturated = saturatedModel(data);
  if (saturated.value === null) return saturated;
  const layout = modelLayout(structure, { hasMeans: true });
  const estimated = estimate(layout, data, saturated.value.moments);
  if (estimated.value === null) return estimated;
  const [model] = estimated.value.groups;
  if (model === undefined) throw new RangeError('A model has a group.');
  // Without covariances every item has its own variance, which is 1 here.
  const baseline = data.counts.reduce((sum, count) => sum + count, 0) / people;
  const fit = modelFit({
    chiSquare: people * (estimated.value.discrepancy - saturated.value.discrepancy),
    degreesOfFreedom: degreesOfFreedom(layout),
    baselineChiSquare: people * (baseline - saturated.value.discrepancy),
    baselineDegreesOfFreedom: (size * (size - 1)) / 2,
    people,
    groups: 1,
    srmr: standardisedResidual(model, saturated.value.moments, true),
  });
  const { improper } = estimated.value;
  return { value: { n: people, ...standardisedSolution(structure, model), fit, improper } };
}
