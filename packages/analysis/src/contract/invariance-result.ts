import { chiSquareUpperTail, defined, measurementInvariance, notDefined } from '@lerend/psychometrics';
import type { Figure, Impropriety, MeasurementInvariance, ModelFit } from '@lerend/psychometrics';
import type { InvarianceModelResult, InvarianceResult } from './contract-document.ts';
import type { LabelColumn } from './file-table.ts';
import type { ItemMoments } from './item-moments.ts';
import { withReasons } from './with-reasons.ts';

const LEVELS = ['configural', 'metric', 'scalar'] as const;

type Level = {
  readonly level: (typeof LEVELS)[number];
  readonly fit: Figure<ModelFit>;
  readonly improper: Impropriety | null;
};

/** One figure of a fit, or why there is none. */
function figureOf<Value>(fit: Figure<ModelFit>, pick: (fit: ModelFit) => Figure<Value>): Figure<Value> {
  return fit.value === null ? fit : pick(fit.value);
}

/** What one more step of equality costs; the first level has no step before it. */
function difference(before: Figure<ModelFit>, after: Figure<ModelFit>, pick: (fit: ModelFit) => Figure): Figure {
  const [from, to] = [figureOf(before, pick), figureOf(after, pick)];
  if (from.value === null) return from;
  return to.value === null ? to : defined(to.value - from.value);
}

function writtenLevel({ level, fit, improper }: Level, before: Level | undefined): InvarianceModelResult {
  const chiSquare = (each: ModelFit): Figure => defined(each.chiSquare);
  const df = (each: ModelFit): Figure => defined(each.degreesOfFreedom);
  const own = {
    chisq: figureOf(fit, chiSquare),
    df: figureOf(fit, df),
    p: figureOf(fit, (each) => each.p),
    cfi: figureOf(fit, (each) => each.cfi),
    tli: figureOf(fit, (each) => each.tli),
    rmsea: figureOf(fit, (each) => each.rmsea),
    rmseaCi90: figureOf(fit, (each) => each.rmseaInterval),
    srmr: figureOf(fit, (each) => each.srmr),
  };
  const unread = improper === null ? {} : { improper };
  if (before === undefined) return { level, ...withReasons(own), ...unread };
  const step = (pick: (each: ModelFit) => Figure): Figure => difference(before.fit, fit, pick);
  const [deltaChisq, deltaDf] = [step(chiSquare), step(df)];
  const deltaP =
    deltaChisq.value === null || deltaDf.value === null
      ? notDefined(deltaChisq.reason ?? deltaDf.reason ?? 'notConverged')
      : defined(chiSquareUpperTail(Math.max(0, deltaChisq.value), deltaDf.value));
  const steps = {
    deltaChisq,
    deltaDf,
    deltaP,
    deltaCfi: step((each) => each.cfi),
    deltaRmsea: step((each) => each.rmsea),
    deltaSrmr: step((each) => each.srmr),
  };
  return { level, ...withReasons({ ...own, ...steps }), ...unread };
}

/** Whether items measure the same in the groups that a column names: see `measurementInvariance`. */
export function invarianceResult(column: string, labels: LabelColumn, moments: ItemMoments): InvarianceResult {
  const { columns, structure } = moments;
  const { names, codes } = labels;
  const outcome: Figure<MeasurementInvariance> =
    structure === null ? notDefined('sharedItems') : measurementInvariance(columns, codes, names.length, structure);
  if (outcome.value === null) {
    const levels = LEVELS.map((level) => ({ level, fit: outcome, improper: null }));
    const models = levels.map((each, index) => writtenLevel(each, levels[index - 1]));
    return { column, groups: 0, n: 0, groupSizes: [], leftOut: names, models };
  }
  const { present, sizes, levels } = outcome.value;
  return {
    column,
    groups: present.length,
    n: sizes.reduce((sum, size) => sum + size, 0),
    groupSizes: present.map((group, index) => ({ group: names[group] as string, n: sizes[index] as number })),
    leftOut: names.filter((_, group) => !present.includes(group)),
    models: levels.map((each, index) => writtenLevel(each, levels[index - 1])),
  };
}
