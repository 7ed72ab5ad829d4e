import {
  correlatedFactorsModel,
  correlatedFactorsWithMissing,
  covarianceMatrix,
  defined,
  notDefined,
} from '@lerend/psychometrics';
import type { FactorModel, Figure } from '@lerend/psychometrics';
import type { ModelResult } from './contract-document.ts';
import type { ItemMoments } from './item-moments.ts';
import { withReasons } from './with-reasons.ts';

/** A model as the document writes it; undefined as a whole, every field says why. */
function writtenModel(outcome: Figure<FactorModel>, n: number, { ids, scales }: ItemMoments): ModelResult {
  if (outcome.value === null) {
    const none = outcome;
    const fields = { chisq: none, df: none, p: none, cfi: none, tli: none, rmsea: none, rmseaCi90: none, srmr: none };
    return { n, ...withReasons({ ...fields, loadings: none, factorCorrelations: none }) };
  }
  const { fit, loadings, factorCorrelations, improper } = outcome.value;
  const { size, values } = factorCorrelations;
  const readable = <Value>(write: () => Value): Figure<Value> =>
    improper === null ? { value: write() } : notDefined(improper);
  return {
    n,
    ...withReasons({
      chisq: defined(fit.chiSquare),
      df: defined(fit.degreesOfFreedom),
      p: fit.p,
      cfi: fit.cfi,
      tli: fit.tli,
      rmsea: fit.rmsea,
      rmseaCi90: fit.rmseaInterval,
      srmr: fit.srmr,
      loadings: readable(() =>
        scales.map((items) => items.map((place) => ({ id: ids[place] as string, loading: loadings[place] as number }))),
      ),
      factorCorrelations: readable(() => scales.map((_, f) => Array.from(values.subarray(f * size, (f + 1) * size)))),
    }),
    ...(improper === null ? {} : { improper }),
  };
}

/** All scales as correlated factors, from the people who answered every item. */
export function modelResult(moments: ItemMoments): ModelResult {
  const { structure, listwise, complete } = moments;
  if (structure === null) return writtenModel(notDefined('sharedItems'), complete, moments);
  const covariances = covarianceMatrix(listwise);
  const model =
    covariances.value === null ? covariances : correlatedFactorsModel(covariances.value, complete, structure);
  return writtenModel(model, complete, moments);
}

/** Up to so many answers that were left out, FIML costs a few seconds at most; over that it is only done when asked. */
const FIML_GAPS = 100_000;

/** The same from everybody who answered anything: FIML. */
export function modelFimlResult(moments: ItemMoments, rows: number, isAsked: boolean): ModelResult {
  const { structure, columns, pairwise } = moments;
  if (structure === null) return writtenModel(notDefined('sharedItems'), rows, moments);
  const gaps = columns.reduce((sum, _, i) => sum + rows - (pairwise.counts[i * (columns.length + 1)] as number), 0);
  if (gaps > FIML_GAPS && !isAsked) return writtenModel(notDefined('notAsked'), rows, moments);
  const model = correlatedFactorsWithMissing(columns, pairwise, structure);
  return writtenModel(model, model.value?.n ?? rows, moments);
}
