import { publicationRules } from '@lerend/disclosure';
import { z } from 'zod';
import { researchRows } from '#lib/features/answering/server/index.ts';
import type { ResearchRows } from '#lib/features/answering/server/index.ts';
import { scanSetup } from '#lib/features/scan/server/index.ts';
import { dayOf } from '#lib/platform/clock/index.ts';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { languages } from '#lib/platform/language/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { renderSav } from '#lib/report/index.ts';
import { researchFaults, researchMessages } from '../messages.ts';
import { csvText } from './csv-text.ts';
import { mayExportRows } from './policy.ts';
import { researchValues, researchVariables } from './research-variables.ts';
import { researchStore } from './store.ts';

const ExportInput = z.object({
  scanId: z.uuid('pilot-unknown'),
  format: z.enum(['csv', 'sav'], 'format-missing'),
  /** Of the labels in a file for SPSS; a CSV has none. */
  language: z.enum(languages, 'format-missing').default('nl'),
});

const contentTypes = { csv: 'text/csv; charset=utf-8', sav: 'application/x-spss-sav' } as const;

/** The rows of a pilot as a file. Each time is kept, with who and when, before anything is given. */
export async function exportRows(
  context: Context,
  input: unknown,
): Promise<{ bytes: Uint8Array; contentType: string; fileName: string }> {
  const { scanId, format, language } = read(ExportInput, input, researchFaults(context.language));
  authorize(context, mayExportRows(context.actor));
  const say = researchMessages(context.language);
  return inTransaction(context, async (inside) => {
    const scan = await scanSetup(inside.database, scanId);
    if (!scan?.research) throw new Refusal(404, say('pilot-unknown'));
    const kept = await researchRows(inside.database, scanId);
    if (!kept || kept.rows.length < publicationRules.minimumForResearchRows)
      throw new Refusal(409, say('no-rows', { least: publicationRules.minimumForResearchRows }));
    const today = dayOf(context.clock.now());
    if (today > scan.research.keptUntil) throw new Refusal(410, say('rows-expired'));
    const bytes = format === 'csv' ? rowsAsCsv(kept) : rowsAsSav(kept, language, today);
    await researchStore(inside.database).keepExport({
      scanId,
      id: newId(),
      format,
      respondents: kept.rows.length,
      exportedBy: context.actor.name,
      exportedOn: today,
    });
    await audit(inside, `research.exported-${format}`, scanId);
    return { bytes, contentType: contentTypes[format], fileName: `${say('file-rows')}-${scan.code}.${format}` };
  });
}

/** "Weet ik niet" is 9 and a question left open is empty, as the codebook says. */
export function rowsAsCsv({ itemIds, rows }: ResearchRows): Uint8Array {
  return csvText(
    researchVariables(itemIds).map(({ name }) => name),
    rows.map(researchValues),
  );
}

export function rowsAsSav({ itemIds, rows }: ResearchRows, language: Language, madeOn: string): Uint8Array {
  return renderSav({
    label: researchMessages(language)('file-label'),
    madeOn,
    variables: researchVariables(itemIds).map(({ name, label, values, measure }) => ({
      name,
      label: label[language],
      valueLabels: values.map((one) => ({ value: one.value, label: one.label[language] })),
      missing: values.filter(({ isMissing }) => isMissing).map(({ value }) => value),
      measure,
    })),
    rows: rows.map(researchValues),
  });
}
