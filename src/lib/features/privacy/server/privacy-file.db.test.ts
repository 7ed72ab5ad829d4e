import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#lib/platform/database/index.ts';
import { smallOrganisation } from '#lib/platform/testing/index.ts';
import type { SmallOrganisation } from '#lib/platform/testing/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { pdfMarks } from '#lib/report/testing/pdf-marks.ts';
import { setRetention } from '#lib/features/retention/server/index.ts';
import { retentionKinds, retentionRules } from '#lib/features/retention/contract.ts';
import { privacyFileDocument, privacyFilePage } from './index.ts';

let small: SmallOrganisation;
let council: Context;
const attackReport =
  '<!-- attack:link -->\n\n| attacker | hits |\n| --- | --- |\n| web log | 4,8 % |\n\n<!-- /attack:link -->\n';
const wish = { scanId: null, attackReport };
const textOf = async (context: Context, scanId: string | null = null): Promise<string> =>
  JSON.stringify((await privacyFilePage(context, { ...wish, scanId })).document);

beforeAll(async () => {
  small = await smallOrganisation();
  const { organisationId } = small;
  council = await small.world.actor({ organisationId, roles: ['works-council'], name: 'Ans' });
});
afterAll(() => small.world.close());

describe('the privacy file', () => {
  test.each(['nl', 'en'] as const)('is a tagged PDF/UA in %s', async (language) => {
    const { bytes, fileName } = await privacyFileDocument({ ...council, language }, wish);
    expect(pdfMarks(bytes)).toMatchObject({ isPdf: true, isTagged: true, isUniversallyAccessible: true, language });
    expect(fileName).toMatch(/2026-03-02\.pdf$/);
  });

  test('shows every table that stands in docs/privacy.md, on paper as well', async () => {
    const written = readFileSync(new URL('../../../../../docs/privacy.md', import.meta.url), 'utf8');
    const { document } = await privacyFilePage(council, { scanId: null, attackReport: written });
    const captions = document.blocks.flatMap((block) => (block.kind === 'table' ? [block.caption] : []));
    for (const [caption] of written.matchAll(/^With(out)? the opening key(?=:$)/gm))
      expect(captions).toContain(caption);
    const { bytes } = await privacyFileDocument(council, { scanId: null, attackReport: written });
    expect(pdfMarks(bytes)).toMatchObject({ isUniversallyAccessible: true });
  });

  test('is for the works council, the coordinator and the director, and nobody else', async () => {
    for (const context of [council, small.coordinator, small.director])
      expect((await privacyFilePage(context, wish)).document.blocks.length).toBeGreaterThan(40);
    const adviser = await small.world.actor({ organisationId: small.organisationId, roles: ['adviser'] });
    for (const context of [small.manager, small.member, adviser]) {
      await expect(privacyFilePage(context, wish)).rejects.toMatchObject({ status: 403 });
      await expect(privacyFileDocument(context, wish)).rejects.toMatchObject({ status: 403 });
    }
  });

  test('tells of the real peiling, the real periods, the real adviser and the measured attacks', async () => {
    const { tables } = council.database;
    const before = await textOf(council);
    expect(before).toContain('Peiling voorjaar');
    expect(before).toContain('20 uur');
    expect(before).toContain('Er is nu geen adviseur van buiten');
    expect(before).toContain('["Mails die Lerend verstuurde","3 maanden"');
    expect(before).toContain('["web log","4,8 %"]');

    const adviser = await small.world.actor({ organisationId: small.organisationId, roles: ['adviser'] });
    await tables
      .insertInto('grant')
      .values({
        ...{ id: newId(), accountId: adviser.actor.accountId ?? '', role: 'adviser' },
        ...{ validFrom: '2026-01-01', validUntil: '2026-12-31T22:59:59Z' },
      })
      .execute();
    const usual = Object.fromEntries(retentionKinds.map((kind) => [kind, String(retentionRules[kind].usual)]));
    await setRetention(small.coordinator, { ...usual, mails: '5' });
    const after = await textOf(council);
    expect(after).toContain('Eén adviseur heeft toegang tot en met donderdag 31 december 2026');
    expect(after).toContain('["Mails die Lerend verstuurde","5 maanden"');
  });

  test('names what isn’t held off, and calls a peiling whose key the server has confidential', async () => {
    const text = await textOf(council);
    for (const gap of [
      'Veranderde code',
      'Sleutel en logboek in één hand',
      'Een camera',
      'Kopieën die een beheerder',
      'SSD',
      'write-ahead log',
    ])
      expect(text).toContain(gap);
    expect(text).toContain('vertrouwelijk tot de sluiting, en niet anoniem');
    expect(text).not.toContain('Alle houders van een deel van de sleutel');

    const { scanId } = await privacyFilePage(council, wish);
    await council.database.tables
      .insertInto('scanKey')
      .values({ scanId: scanId ?? '', kind: 'keeper', publicKey: Buffer.alloc(32), keptBy: 'Ans' })
      .execute();
    const kept = await textOf(council);
    expect(kept).toContain('Niemand kan de antwoorden van deze peiling in zijn eentje openen');
    expect(kept).toContain('Alle houders van een deel van de sleutel');
  });

  test('says what the last check of the figures found, and that there was none yet', async () => {
    expect(await textOf(council)).toContain('Van deze peiling is nog geen uitslag gecontroleerd');
    const { scanId } = await privacyFilePage(council, wish);
    const { tables } = council.database;
    const [madeAt, id] = [new Date('2026-03-20T09:00:00Z'), scanId ?? ''];
    await tables
      .insertInto('resultSnapshot')
      .values({ scanId: id, methodVersion: '1', snapshot: '{}', madeAt })
      .execute();
    const report = { shownFigures: 40, hiddenFigures: 10, targets: 30, enclosed: 1, closest: [] };
    const audit = { scanId: id, report: JSON.stringify(report), holdsBack: true, auditedAt: madeAt };
    await tables.insertInto('disclosureAudit').values(audit).execute();
    for (const reader of [council, small.director]) {
      const text = await textOf(reader);
      expect(text).toContain('Op één plek komt iemand te dicht bij het antwoord van een ander');
      expect(text).toContain('wordt tegengehouden tot er opnieuw is geteld');
      expect(text).toContain('10 cijfers (20 %)');
      expect(text).toContain('vrijdag 20 maart 2026');
    }
  });

  test('of an organisation without a peiling is there as well, and of an unknown peiling it is the newest', async () => {
    const organisationId = await small.world.organisation('Nieuw');
    const empty = await small.world.actor({ organisationId, roles: ['coordinator'] });
    const page = await privacyFilePage(empty, wish);
    expect(page).toMatchObject({ scanId: null, scans: [] });
    expect(JSON.stringify(page.document)).toContain('Nieuw gebruikt Lerend om te meten');
    await privacyFileDocument(empty, wish);
    const newest = await privacyFilePage(council, { ...wish, scanId: newId() });
    expect(newest.scanId).toBe(newest.scans[0]?.id);
    expect((await privacyFilePage(council, { ...wish, scanId: 'x' })).scanId).toBe(newest.scanId);
  });
});
