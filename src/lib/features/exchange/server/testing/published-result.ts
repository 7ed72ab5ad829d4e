import { makeSnapshot, snapshotForm } from '@lerend/analysis';
import { instrumentVersion } from '@lerend/instrument';
import type { Context } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';

/** A counted peiling of one unit with this many made-up answers, and its result. */
export async function publishedResult(
  { database: { tables }, clock }: Context,
  { answers, title, isPublished = true }: { answers: number; title: string; isPublished?: boolean },
): Promise<string> {
  const scanId = newId();
  const now = clock.now();
  await tables
    .insertInto('scan')
    .values({
      id: scanId,
      code: scanId.slice(0, 8),
      title,
      form: 'short',
      instrumentVersion,
      languages: ['nl'],
      minimumGroupSize: 5,
      opensOn: '2026-01-05',
      closesOn: '2026-01-23',
      state: 'opened',
      contactName: 'Sanne',
      contactEmail: 'sanne@voorbeeld.nl',
      createdAt: now,
      openedAt: now,
    })
    .execute();
  const snapshot = makeSnapshot({
    scanId,
    instrumentVersion,
    form: 'short',
    minimumGroupSize: 5,
    units: [
      { id: 'top', sourceUnitId: newId(), parentId: null, name: 'Van der Veen', invited: answers, headCount: answers },
    ],
    answers: [{ unitId: 'top', n: answers, items: madeUpItems(answers) }],
  });
  await tables
    .insertInto('resultSnapshot')
    .values({
      scanId,
      methodVersion: snapshot.methodVersion,
      snapshot: JSON.stringify(snapshot),
      madeAt: now,
      publishedAt: isPublished ? now : null,
    })
    .execute();
  return scanId;
}

/** People with a mood of their own, so that areas go together and none is constant. */
function madeUpItems(people: number): Uint8Array {
  const width = snapshotForm('short').itemIds.length;
  return Uint8Array.from({ length: people * width }, (_, at) => {
    const [person, item] = [Math.floor(at / width), at % width];
    return Math.min(5, Math.max(1, 3 + Math.round(Math.sin(person) + 1.2 * Math.sin(person * 7 + item * 3))));
  });
}
