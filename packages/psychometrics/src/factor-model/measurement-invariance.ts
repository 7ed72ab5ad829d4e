import type { AnswerColumn } from '../answer-column.ts';
import { notDefined } from '../figure.ts';
import type { Figure } from '../figure.ts';
import { choleskyFactor, choleskyLogDeterminant } from '../linear-algebra/cholesky.ts';
import { structureFault } from './correlated-factors.ts';
import { estimateModel } from './estimate-model.ts';
import type { Impropriety } from './estimate-model.ts';
import type { GroupModel } from './group-model.ts';
import { groupSamples } from './group-samples.ts';
import type { GroupSamples } from './group-samples.ts';
import { modelFit } from './model-fit.ts';
import type { ModelFit } from './model-fit.ts';
import { degreesOfFreedom, modelLayout } from './model-layout.ts';
import type { FactorStructure, ModelLayout } from './model-layout.ts';
import type { GroupSample } from './moments.ts';
import { standardisedResidual } from './standardised-residual.ts';

/** Nothing equal between groups; then the loadings as well; then the intercepts too. */
export type InvarianceLevel = 'configural' | 'metric' | 'scalar';

export interface MeasurementInvariance {
  /** The groups that take part, by their number, and how many people of each. */
  readonly present: readonly number[];
  readonly sizes: readonly number[];
  readonly levels: readonly {
    readonly level: InvarianceLevel;
    readonly fit: Figure<ModelFit>;
    /** Why the parameters of some group can't be read, though there is a fit. */
    readonly improper: Impropriety | null;
  }[];
}

/** More estimated parameters than this take minutes: so many groups aren't compared item by item. */
const MOST_PARAMETERS = 1500;

interface Estimated {
  readonly models: readonly GroupModel[];
  readonly discrepancy: number;
  readonly degreesOfFreedom: number;
  readonly improper: Impropriety | null;
}

/** Each group by itself: the same model as all at once with nothing equal, in less time. */
function configural(structure: FactorStructure, samples: readonly GroupSample[]): Figure<Estimated> {
  const layout = modelLayout(structure);
  const models: GroupModel[] = [];
  let discrepancy = 0;
  let improper: Impropriety | null = null;
  for (const sample of samples) {
    // Means are free, so they are met exactly.
    const own = { ...sample, share: 1, means: new Float64Array(sample.means.length) };
    const estimated = estimateModel(layout, [own]);
    if (estimated.value === null) return estimated;
    discrepancy += sample.share * estimated.value.discrepancy;
    improper ??= estimated.value.improper;
    models.push(...estimated.value.groups.map((model) => ({ ...model, means: sample.means })));
  }
  return { value: { models, discrepancy, degreesOfFreedom: samples.length * degreesOfFreedom(layout), improper } };
}

function together(layout: ModelLayout, samples: readonly GroupSample[]): Figure<Estimated> {
  if (layout.size > MOST_PARAMETERS) return notDefined('tooManyGroups');
  // A model without means meets them exactly, whatever they are.
  const met = layout.hasMeans ? samples : samples.map((each) => ({ ...each, means: each.means.map(() => 0) }));
  const estimated = estimateModel(layout, met);
  if (estimated.value === null) return estimated;
  const { groups, discrepancy, improper } = estimated.value;
  const models = layout.hasMeans
    ? groups
    : groups.map((model, g) => ({ ...model, means: (samples[g] as GroupSample).means }));
  return { value: { models, discrepancy, degreesOfFreedom: degreesOfFreedom(layout), improper } };
}

function fitOf(estimated: Figure<Estimated>, { samples, sizes }: GroupSamples): Figure<ModelFit> {
  if (estimated.value === null) return estimated;
  const { models, discrepancy, degreesOfFreedom: df } = estimated.value;
  const items = models[0]?.means.length ?? 0;
  const people = sizes.reduce((sum, n) => sum + n, 0);
  let saturated = 0;
  let baseline = 0;
  let srmr = 0;
  samples.forEach((sample, g) => {
    const { covariances, share } = sample;
    saturated += share * (choleskyLogDeterminant(choleskyFactor(covariances, items) as Float64Array, items) + items);
    for (let i = 0; i < items; i += 1) baseline += share * (Math.log(covariances[i * (items + 1)] as number) + 1);
    srmr += share * standardisedResidual(models[g] as GroupModel, sample, true);
  });
  return {
    value: modelFit({
      chiSquare: people * (discrepancy - saturated),
      degreesOfFreedom: df,
      baselineChiSquare: people * (baseline - saturated),
      baselineDegreesOfFreedom: (samples.length * items * (items - 1)) / 2,
      people,
      groups: samples.length,
      srmr,
    }),
  };
}

/**
 * Whether items measure the same in several groups (language versions, waves): the correlated factors model with
 * nothing equal between groups (configural), equal loadings (metric), and equal intercepts too (scalar; the means of
 * the factors are then free from the second group on). Only with metric invariance may relations be compared between
 * groups, only with scalar invariance means.
 *
 * `columns`: the items; `groupOf`: each person's group, −1 = none; `groups`: how many there are. People who answered
 * every item. Equals lavaan's `cfa(group, group.equal)` with its defaults: chi-square, CFI, RMSEA (× √groups), SRMR with
 * means. Groups with no more such people than items are left out. Compare a level with the one before: a CFI that drops
 * by more than 0.01 speaks against it (Cheung & Rensvold 2002, Structural Equation Modeling 9:233).
 * Undefined: as `correlatedFactorsModel`; `tooFewGroups`, `tooManyGroups`.
 * Source: Meredith (1993), Psychometrika 58:525.
 */
export function measurementInvariance(
  columns: readonly AnswerColumn[],
  groupOf: Int32Array,
  groups: number,
  structure: FactorStructure,
): Figure<MeasurementInvariance> {
  const fault = structureFault(structure);
  if (fault !== null) return notDefined(fault);
  const found = groupSamples(columns, groupOf, groups);
  if (found.value === null) return found;
  const { samples, present, sizes } = found.value;
  const count = samples.length;
  const metric = modelLayout(structure, { groups: count, hasEqualLoadings: true });
  const scalar = modelLayout(structure, {
    groups: count,
    hasEqualLoadings: true,
    hasEqualIntercepts: true,
    hasMeans: true,
  });
  const written = (level: InvarianceLevel, estimated: Figure<Estimated>) => ({
    level,
    fit: fitOf(estimated, found.value),
    improper: estimated.value?.improper ?? null,
  });
  return {
    value: {
      present,
      sizes,
      levels: [
        written('configural', configural(structure, samples)),
        written('metric', together(metric, samples)),
        written('scalar', together(scalar, samples)),
      ],
    },
  };
}
