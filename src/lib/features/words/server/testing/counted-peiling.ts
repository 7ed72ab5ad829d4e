import { makeSnapshot, snapshotForm } from '@lerend/analysis';
import { instrumentVersion } from '@lerend/instrument';
import type { FormName } from '@lerend/instrument';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import { newId } from '#lib/platform/database/index.ts';

export interface CountedPeiling {
  readonly form: FormName;
  readonly respondents: number;
  /** Question and text of each answer in words. */
  readonly words: readonly (readonly [string, string])[];
}

/** A counted peiling of one unit with a result that everyone may read, and what people wrote. */
export async function countedPeiling(
  { tables }: OrganisationDatabase,
  { form, respondents, words }: CountedPeiling,
  at: Date,
): Promise<{ scanId: string; unitId: string }> {
  const [scanId, id, unitId] = [newId(), newId(), newId()];
  await tables
    .insertInto('scan')
    .values({
      ...{ id: scanId, code: scanId.slice(-8), title: 'Voorjaar', form, instrumentVersion, languages: ['nl'] },
      ...{ minimumGroupSize: 5, opensOn: '2026-01-12', closesOn: '2026-01-30', state: 'opened' },
      ...{ contactName: 'Ada', contactEmail: 'ada@voorbeeld.nl', createdAt: at, openedAt: at },
    })
    .execute();
  await tables
    .insertInto('openingReport')
    .values({ scanId, counted: respondents, rejected: '{}', languages: '{}', speedBands: '{}' })
    .execute();
  const width = snapshotForm(form).itemIds.length;
  const unit = { id, sourceUnitId: unitId, parentId: null, name: 'De Proef', invited: 40, headCount: 40 };
  const items = Uint8Array.from({ length: respondents * width }, (_, place) => 1 + (place % 5));
  const answers = [{ unitId: id, n: respondents, items }];
  const snapshot = makeSnapshot({ scanId, instrumentVersion, form, minimumGroupSize: 5, units: [unit], answers });
  await tables
    .insertInto('resultSnapshot')
    .values({
      scanId,
      methodVersion: snapshot.methodVersion,
      snapshot: JSON.stringify(snapshot),
      madeAt: at,
      publishedAt: at,
    })
    .execute();
  for (const [questionId, text] of words)
    await tables.insertInto('openAnswer').values({ scanId, id: newId(), questionId, text }).execute();
  return { scanId, unitId };
}
