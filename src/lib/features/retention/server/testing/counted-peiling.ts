import { newId } from '#lib/platform/database/index.ts';
import type { SmallOrganisation } from '#lib/platform/testing/index.ts';

/** A counted peiling with answers, words and a result. */
export async function countedPeiling(small: SmallOrganisation, title: string, openedAt: string): Promise<string> {
  const { tables } = small.coordinator.database;
  const id = newId();
  await tables
    .insertInto('scan')
    .values({
      ...{ id, code: id.slice(0, 8), title, form: 'short', instrumentVersion: '1', languages: ['nl'] },
      ...{ minimumGroupSize: 5, opensOn: '2026-01-12', closesOn: '2026-01-30', state: 'opened' },
      ...{ contactName: 'Ada', contactEmail: 'ada@voorbeeld.nl', createdAt: openedAt, openedAt },
    })
    .execute();
  const scanUnitId = newId();
  await tables
    .insertInto('scanUnit')
    .values({ scanId: id, id: scanUnitId, sourceUnitId: small.unitId, name: 'Noord', reportingGroupId: scanUnitId })
    .execute();
  const invitation = { scanId: id, scanUnitId, channel: 'mail' as const, language: 'nl' as const };
  await tables
    .insertInto('invitation')
    .values({ ...invitation, id: newId(), personId: newId(), codeTag: Buffer.from('a') })
    .execute();
  await tables
    .insertInto('answerBlock')
    .values({ scanId: id, scanUnitId, respondents: 5, items: Buffer.from('x') })
    .execute();
  await tables
    .insertInto('openAnswer')
    .values({ scanId: id, id: newId(), questionId: 'q', text: 'Meer tijd' })
    .execute();
  await tables
    .insertInto('resultSnapshot')
    .values({ scanId: id, methodVersion: '1', snapshot: '{}', madeAt: openedAt })
    .execute();
  return id;
}
