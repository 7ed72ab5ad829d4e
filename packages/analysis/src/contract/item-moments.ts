import type { AnalysisInstrument } from '@lerend/instrument';
import { completeRows, pairMoments } from '@lerend/psychometrics';
import type { AnswerColumn, FactorStructure, PairMoments } from '@lerend/psychometrics';

/** All items of the instrument with what they have in common, counted once for everything that looks across scales. */
export interface ItemMoments {
  readonly ids: readonly string[];
  readonly columns: readonly AnswerColumn[];
  /** The places in `ids` of each scale's items. */
  readonly scales: readonly (readonly number[])[];
  /** Which scale each item belongs to; null where an item belongs to two. */
  readonly structure: FactorStructure | null;
  readonly pairwise: PairMoments;
  /** Over the people who answered every item. */
  readonly listwise: PairMoments;
  readonly complete: number;
}

export function itemMoments(instrument: AnalysisInstrument, items: ReadonlyMap<string, AnswerColumn>): ItemMoments {
  const ids = [...items.keys()];
  const columns = [...items.values()];
  const placeOf = new Map(ids.map((id, place) => [id, place]));
  const scales = instrument.scales.map((scale) => scale.items.map(({ id }) => placeOf.get(id) as number));
  const areApart = scales.reduce((sum, { length }) => sum + length, 0) === ids.length;
  const factorOf = ids.map((_, place) => scales.findIndex((scale) => scale.includes(place)));
  const rows = completeRows(columns);
  const complete = rows.reduce((sum, row) => sum + row, 0);
  const pairwise = pairMoments(columns);
  return {
    ids,
    columns,
    scales,
    structure: areApart ? { factorOf, factors: scales.length } : null,
    pairwise,
    listwise: complete === rows.length ? pairwise : pairMoments(columns, rows),
    complete,
  };
}
