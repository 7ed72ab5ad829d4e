import {
  SLIGHTLY_SKEWED_VARIANCE,
  defined,
  intraclassCorrelation,
  notDefined,
  summary,
  uniformVariance,
  withinGroupAgreement,
} from '@lerend/psychometrics';
import type { Figure, UnitSpread } from '@lerend/psychometrics';
import type { AgreementResult, SummaryResult } from './contract-document.ts';
import type { PreparedScale } from './prepared-scale.ts';
import { notGiven, withReasons } from './with-reasons.ts';

/** The slightly skewed null variance was derived for this number of options. */
const OPTIONS_OF_SKEWED = 5;

function agreementSummary(spread: UnitSpread, items: number, nullVariance: number): SummaryResult {
  const perUnit = Array.from(spread.n, (n, unit) =>
    withinGroupAgreement(n, spread.meanVariance[unit] as number, items, nullVariance),
  );
  return withReasons({ ...summary(perUnit) });
}

/** How much people within the lowest units agree, and units differ: the document's `agreement` of a scale. */
export function agreementResult({ byUnit, spreadByUnit: spread, columns, options }: PreparedScale): AgreementResult {
  const { groups, ...variances } = intraclassCorrelation(byUnit);
  const deviations = Array.from(spread.n, (n, unit): Figure =>
    n < 2 ? notDefined('tooFewAnswers') : defined(spread.averageDeviation[unit] as number),
  );
  const items = columns.length;
  return {
    groups,
    ...withReasons({
      ...variances,
      rwgj:
        options === null
          ? notGiven('notInteger')
          : { value: agreementSummary(spread, items, uniformVariance(options)) },
      rwgjSkewed:
        options === OPTIONS_OF_SKEWED
          ? { value: agreementSummary(spread, items, SLIGHTLY_SKEWED_VARIANCE) }
          : notGiven(options === null ? 'notInteger' : 'notFiveOptions'),
    }),
    ad: withReasons({ mean: summary(deviations).mean }),
  };
}
