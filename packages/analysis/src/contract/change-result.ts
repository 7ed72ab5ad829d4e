import { defined, notDefined, pairedDifference, unpairedDifference } from '@lerend/psychometrics';
import type { Figure, PairedDifference, UnpairedDifference } from '@lerend/psychometrics';
import type { ChangeResult, PairedChangeResult, PreviousResult, UnpairedChangeResult } from './change-document.ts';
import { askedLabels } from './file-table.ts';
import type { FileTable } from './file-table.ts';
import type { PreparedScale } from './prepared-scale.ts';
import { notGiven, withReasons } from './with-reasons.ts';

/** The same questions asked before. */
export interface PreviousRequest {
  readonly table: FileTable;
  /** The column that says who is who, in both tables, each name once; null when people can't be paired. */
  readonly idColumn: string | null;
}

/** A difference larger than this many standard errors is told apart from none, in 95 of 100 samples. */
const DETECTABLE = 1.96;

interface Pairing {
  /** For each person now: the row in the previous table; −1 = not in it. */
  readonly rowBefore: Int32Array;
  readonly summary: NonNullable<PreviousResult['pairs']>;
}

function pairing(now: FileTable, before: FileTable, idColumn: string): Pairing {
  const [own, earlier] = [askedLabels(now, idColumn), askedLabels(before, idColumn)];
  const rowOf = new Map<string, number>();
  earlier.codes.forEach((code, row) => {
    if (code >= 0) rowOf.set(earlier.names[code] as string, row);
  });
  const rowBefore = own.codes.map((code) => (code < 0 ? -1 : (rowOf.get(own.names[code] as string) ?? -1)));
  const both = rowBefore.reduce((count, row) => count + (row < 0 ? 0 : 1), 0);
  const withoutId = now.rows - own.names.length + (before.rows - earlier.names.length);
  return {
    rowBefore,
    summary: { both, onlyNow: own.names.length - both, onlyBefore: earlier.names.length - both, withoutId },
  };
}

function pairedResult({ n, meanDifference, sd, t, df, p, interval, dz }: PairedDifference): PairedChangeResult {
  return { n, meanDifference, sd, ...withReasons({ t, df, p, ci95: interval, dz }) };
}

function unpairedResult(found: Figure<UnpairedDifference>, nNow: number, nBefore: number): UnpairedChangeResult {
  if (found.value === null) {
    const none = notDefined(found.reason);
    const figures = { difference: none, t: none, df: none, p: none, ci95: none, hedgesG: none };
    return { nNow, nBefore, ...withReasons(figures) };
  }
  const { difference, t, df, p, interval, hedgesG } = found.value;
  return {
    nNow,
    nBefore,
    ...withReasons({ difference: defined(difference), t, df, p, ci95: interval, hedgesG }),
  };
}

const answered = (scores: Float64Array): number => scores.reduce((n, score) => n + (Number.isNaN(score) ? 0 : 1), 0);

/** The document's `change` and `previous`: every scale now, beside the same scale before. */
export function changeResult(
  table: FileTable,
  scales: readonly PreparedScale[],
  previous: PreviousRequest,
  before: readonly PreparedScale[],
): { readonly previous: PreviousResult; readonly change: readonly ChangeResult[] } {
  const { idColumn } = previous;
  const pairs = idColumn === null ? null : pairing(table, previous.table, idColumn);
  const change = scales.map(({ scale, scores }, at): ChangeResult => {
    const earlier = (before[at] as PreparedScale).scores;
    const unpaired = unpairedDifference(earlier, scores);
    const paired =
      pairs === null
        ? notGiven('noId')
        : pairedDifference(
            Float64Array.from(pairs.rowBefore, (row) => (row < 0 ? Number.NaN : (earlier[row] as number))),
            scores,
          );
    const used = paired.value ?? unpaired.value;
    const standardError = used?.standardError ?? 0;
    return {
      id: scale.id,
      unpaired: unpairedResult(unpaired, answered(scores), answered(earlier)),
      ...withReasons({
        paired: paired.value === null ? paired : { value: pairedResult(paired.value) },
        minimalDetectableChange:
          used === null
            ? notDefined('tooFewAnswers')
            : standardError > 0
              ? defined(DETECTABLE * standardError)
              : notDefined('noVariance'),
      }),
    };
  });
  const { rows } = previous.table;
  return { previous: { respondents: rows, ...(pairs === null ? {} : { pairs: pairs.summary }) }, change };
}
