import { openResearchBallots, publishedNumbers, setWithdrawnApart, unsealInParts } from '@lerend/ballot';
import { coarsened, publicationRules } from '@lerend/disclosure';
import type { Context } from '#lib/platform/context/index.ts';
import { countTools, random } from './opening.ts';
import type { Opening } from './opening.ts';
import { ballotsInParts } from './received-ballots.ts';
import { packedRows } from './research-rows.ts';
import { answeringStore } from './store.ts';
import type { CountReport } from './store.ts';
import { withUnsealing } from './unseal-in-threads.ts';

/**
 * Opens the ballots of a pilot for research, within the opening of a peiling: one block of rows without a unit, with
 * language and speed only as far as enough people share them. Fewer rows than may ever leave are not kept at all.
 */
export async function openPilot(inside: Context, { definition, ...unsealing }: Opening): Promise<CountReport> {
  const { scanId } = unsealing;
  const store = answeringStore(inside.database);
  const { unsealed, rejected: notOpened } = await withUnsealing(unsealing, unsealing.ballotCount, ({ ballot }) =>
    unsealInParts(ballotsInParts(store, scanId), ballot, unsealing.progress),
  );
  const { standing, withdrawn } = setWithdrawnApart(unsealed);
  const payloads = standing.map(({ payload }) => payload);
  const { rows, rejected } = openResearchBallots(payloads, definition, random);
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
  const onDevice = standing.filter(({ sealedOn }) => sealedOn === 'device').length;
  return {
    scanId,
    counted,
    rejected: { ...notOpened, ...rejected },
    languages: {},
    speedBands: {},
    sealedOn: { device: onDevice, arrival: standing.length - onDevice },
    published: await publishedNumbers(countTools, standing, withdrawn),
  };
}
