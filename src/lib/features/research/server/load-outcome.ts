import { publicationRules, publishForWhole } from '@lerend/disclosure';
import type { Research, ScanPromise } from '#lib/features/scan/contract.ts';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import type { AreaQuality, PilotOutcome } from '../contract.ts';
import { researchStore } from './store.ts';

/** What became of a pilot. `mayReadReport`: the promised day has come, or this reader may read it before. */
export async function loadOutcome(
  database: OrganisationDatabase,
  scan: { readonly id: string; readonly research: Research; readonly promise: Pick<ScanPromise, 'resultOn'> | null },
  mayReadReport: boolean,
): Promise<PilotOutcome> {
  const store = researchStore(database);
  const [report, exports] = await Promise.all([store.report(scan.id), store.exports(scan.id)]);
  const people = report?.respondents ?? 0;
  const least = publicationRules.minimumForResearchRows;
  return {
    research: scan.research,
    resultOn: scan.promise?.resultOn ?? null,
    rows: !report ? null : people < least ? 'few' : report.erasedOn === null ? 'kept' : 'erased',
    erasedOn: report?.erasedOn ?? null,
    respondents: publishForWhole(people, least, () => people),
    areas: mayReadReport ? publishForWhole(people, least, () => areasOf(report?.areas)) : null,
    exports: exports.map(({ format, exportedBy, exportedOn }) => ({ format, by: exportedBy, on: exportedOn })),
  };
}

/** As this feature itself wrote them. */
const areasOf = (stored: unknown): readonly AreaQuality[] => (Array.isArray(stored) ? (stored as AreaQuality[]) : []);
