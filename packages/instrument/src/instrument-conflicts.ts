import type { AnalysisInstrument, AnalysisResponse, InstrumentFault } from './analysis-instrument.ts';
import { faults } from './instrument-faults.ts';

type Scoring = { readonly isReversed: boolean; readonly response: AnalysisResponse };

/**
 * Columns that stand in several scales and are scored differently there. One column has one line in the figures per
 * item, taken after reversal; with two ways of scoring that line would have no meaning. Empty when there are none.
 */
export function findConflicts(instrument: AnalysisInstrument): readonly InstrumentFault[] {
  const found: InstrumentFault[] = [];
  const scoringById = new Map<string, Scoring>();
  instrument.scales.forEach((scale, scaleIndex) => {
    const response = scale.response ?? instrument.response;
    scale.items.forEach(({ id, reverse = false }, itemIndex) => {
      const path = `$.scales[${scaleIndex}].items[${itemIndex}].id`;
      const earlier = scoringById.get(id);
      if (earlier === undefined) scoringById.set(id, { isReversed: reverse, response });
      else if (!isSameResponse(earlier.response, response))
        found.push({ path, message: faults.otherResponseElsewhere(id) });
      else if (earlier.isReversed !== reverse) found.push({ path, message: faults.reversedElsewhere(id) });
    });
  });
  return found;
}

function isSameResponse(one: AnalysisResponse, other: AnalysisResponse): boolean {
  return (
    one.min === other.min &&
    one.max === other.max &&
    (one.integer ?? true) === (other.integer ?? true) &&
    String(one.missing ?? []) === String(other.missing ?? [])
  );
}
