import { publicationRules } from '@lerend/disclosure';
import type { FormName } from '@lerend/instrument';
import { researchRows } from '#lib/features/answering/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { areaQualities } from './area-quality.ts';
import { researchStore } from './store.ts';

/**
 * Keeps how well the questionnaire measured, within the count of a pilot: for `result` only, after its own policy. The
 * figures stay when the rows go. Where there were too few rows to keep, the number of people isn't kept either.
 */
export async function keepResearchReport(inside: Context, scan: { id: string; form: FormName }): Promise<void> {
  const kept = await researchRows(inside.database, scan.id);
  const rows = kept && kept.rows.length >= publicationRules.minimumForResearchRows ? kept.rows : [];
  await researchStore(inside.database).keepReport({
    scanId: scan.id,
    respondents: rows.length,
    areas: rows.length > 0 ? areaQualities(scan.form, rows) : [],
    madeAt: inside.clock.now(),
  });
}
