import { recordAudit } from '#lib/platform/audit/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import type { SmallOrganisation } from '#lib/platform/testing/index.ts';

export const name = 'Jasmijn van der Aa';
export const email = 'j.vanderaa@voorbeeld.nl';

/** Somebody who was everywhere: on the list, in the plan, in the mail, in other people's words, and in the log. */
export async function somebodyEverywhere(small: SmallOrganisation) {
  const { world, organisationId, unitId } = small;
  const { tables } = world.platform.database.of(organisationId);
  const at = world.clock.now();
  const acting = await world.actor({ organisationId, roles: ['coordinator'], name });
  const accountId = acting.actor.accountId ?? '';
  const everyone = world.platform.database.everyone;
  await everyone.updateTable('account').set({ email }).where('id', '=', accountId).execute();
  const personId = newId();
  const scan = await tables.selectFrom('scan').select('id').executeTakeFirstOrThrow();
  await tables.insertInto('person').values({ id: personId, name, email, accountId, validFrom: at }).execute();
  await tables
    .insertInto('membership')
    .values({ id: newId(), personId, unitId, isLead: true, validFrom: at })
    .execute();
  await tables.insertInto('grant').values({ id: newId(), accountId, role: 'coordinator', validFrom: at }).execute();
  await everyone
    .insertInto('session')
    .values({ id: newId(), accountId, token: newId(), expiresAt: new Date('2027-01-01') })
    .execute();
  await everyone
    .insertInto('verification')
    .values({ id: newId(), identifier: newId(), value: JSON.stringify({ email }), expiresAt: new Date('2027-01-01') })
    .execute();
  const scanUnitId = newId();
  await tables
    .insertInto('scanUnit')
    .values({ scanId: scan.id, id: scanUnitId, sourceUnitId: unitId, name: 'Noord', reportingGroupId: scanUnitId })
    .execute();
  const openScan = newId();
  await tables
    .insertInto('scan')
    .values({
      ...{ id: openScan, code: 'OPEN0001', title: 'Peiling najaar', form: 'short', instrumentVersion: '1' },
      ...{ languages: ['nl'], minimumGroupSize: 5, opensOn: '2026-03-01', closesOn: '2026-03-20', state: 'open' },
      ...{ contactName: 'Ada', contactEmail: 'ada@voorbeeld.nl', createdAt: at },
    })
    .execute();
  await tables
    .insertInto('scanUnit')
    .values({ scanId: openScan, id: scanUnitId, sourceUnitId: unitId, name: 'Noord', reportingGroupId: scanUnitId })
    .execute();
  for (const scanId of [scan.id, openScan]) {
    await tables
      .insertInto('invitation')
      .values({
        scanId,
        id: newId(),
        scanUnitId,
        channel: 'mail',
        personId,
        language: 'nl',
        codeTag: Buffer.from(scanId),
      })
      .execute();
  }
  await tables.updateTable('scan').set({ contactName: name, contactEmail: email }).where('id', '=', scan.id).execute();
  await tables.updateTable('scanPromise').set({ recordedBy: name }).where('scanId', '=', scan.id).execute();
  await tables
    .insertInto('scanConsent')
    .values({ scanId: scan.id, decision: 'no-works-council', reason: `Zie ${name}.`, recordedBy: name, recordedAt: at })
    .execute();
  const conversationId = newId();
  await tables
    .insertInto('conversation')
    .values({
      id: conversationId,
      unitId,
      why: `${name} legde het uit`,
      createdBy: name,
      createdAt: at,
      state: 'agreed',
    })
    .execute();
  const stepId = newId();
  await tables
    .insertInto('step')
    .values({
      ...{ id: stepId, unitId, area: 'trust', title: `Koffie met ${name.toUpperCase()}`, because: 'daarom' },
      ...{ ownerName: name, ownerPersonId: personId, dueOn: '2026-04-01', measure: `mail ${email}`, state: 'active' },
      ...{ decision: 'Doen', decidedBy: name, decidedAt: at, createdAt: at },
    })
    .execute();
  await tables
    .insertInto('stepAction')
    .values({ stepId, id: newId(), position: 0, text: `Vraag (${name})` })
    .execute();
  await tables
    .insertInto('notDone')
    .values({ id: newId(), unitId, said: `Meer tijd, zei ${name}`, because: 'Geen ruimte', createdAt: at })
    .execute();
  const [own, other] = [newId(), newId()];
  await tables
    .insertInto('contactPerson')
    .values([
      { id: own, kind: 'internal-expert', name, email, about: 'leren' },
      { id: other, kind: 'adviser', name: 'Bo', email: 'bo@advies.nl', about: `collega van ${name}` },
    ])
    .execute();
  const message = { subjectKind: 'general' as const, shared: JSON.stringify([`stap van ${name}`]), sentAt: at };
  await tables
    .insertInto('contactMessage')
    .values([
      { ...message, id: newId(), contactPersonId: own, text: 'Aan haar' },
      { ...message, id: newId(), contactPersonId: other, senderName: name, senderEmail: email, text: 'Van haar' },
      { ...message, id: newId(), contactPersonId: other, text: `Over ${name}, van een ander` },
    ])
    .execute();
  await tables
    .insertInto('outboxMail')
    .values([
      { id: newId(), kind: 'step-agenda', recipient: email, subject: 'Agenda', body: 'Dag', createdAt: at },
      { id: newId(), kind: 'step-agenda', recipient: 'an@voorbeeld.nl', subject: name, body: email, createdAt: at },
    ])
    .execute();
  await tables
    .insertInto('importDraft')
    .values({ id: newId(), fileName: 'mensen.csv', rows: JSON.stringify({ people: [{ name, email }] }), madeAt: at })
    .execute();
  await tables
    .insertInto('openAnswer')
    .values({ scanId: scan.id, id: newId(), questionId: 'q', text: `Ik leer van ${name}` })
    .execute();
  await tables
    .insertInto('scanKey')
    .values({ scanId: scan.id, kind: 'keeper', publicKey: Buffer.alloc(32), keptBy: name })
    .execute();
  await tables.insertInto('cutScoreAdoption').values({ number: 1, adoptedAt: at, adoptedBy: name }).execute();
  await tables
    .insertInto('pool')
    .values({ id: newId(), fileName: 'pool.json', document: '{}', importedAt: at, importedBy: name })
    .execute();
  await tables
    .insertInto('researchExport')
    .values({
      ...{ scanId: scan.id, id: newId(), format: 'csv', respondents: 50 },
      ...{ exportedBy: name, exportedOn: '2026-03-01' },
    })
    .execute();
  await tables.insertInto('wordsRelease').values({ scanId: scan.id, releasedBy: name, releasedAt: at }).execute();
  await recordAudit(acting.database, { at, accountId, action: 'scan.opened', subject: scan.id });
  return { personId, accountId, openScan };
}
