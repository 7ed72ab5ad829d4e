import { openResearchBallots } from '@lerend/ballot';
import type { OpeningDefinition, RandomBytes } from '@lerend/ballot';
import { coarsened, publicationRules } from '@lerend/disclosure';
import { audit } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { packedRows } from './research-rows.ts';
import { answeringStore } from './store.ts';

/**
 * Opens the ballots of a pilot for research, within the opening of a peiling: one block of rows without a unit, with
 * language and speed only as far as enough people share them. Fewer rows than may ever leave are not kept at all.
 */
export async function openPilot(
  inside: Context,
  scanId: string,
  definition: OpeningDefinition,
  random: RandomBytes,
): Promise<{ counted: number }> {
  const store = answeringStore(inside.database);
  const sealed = (await store.takeBallots(scanId)).map(({ payload }) => new Uint8Array(payload));
  const { rows, rejected } = openResearchBallots(sealed, definition, random);
  const counted = rows.length;
  if (counted >= publicationRules.minimumForResearchRows) {
    const least = publicationRules.minimumForResearchClass;
    const language = coarsened(
      rows.map((row) => row.language),
      least,
    );
    const speedBand = coarsened(
      rows.map((row) => row.speedBand),
      least,
    );
    await store.keepResearchBlock({
      scanId,
      respondents: counted,
      itemIds: [...definition.itemIds],
      rows: packedRows(
        rows.map(({ items }, at) => ({ items, language: language[at] ?? null, speedBand: speedBand[at] ?? null })),
      ),
    });
  }
  await store.keepReport({ scanId, counted, rejected, languages: {}, speedBands: {} });
  await store.forgetNumbers(scanId);
  await audit(inside, 'ballots.opened', scanId);
  return { counted };
}
