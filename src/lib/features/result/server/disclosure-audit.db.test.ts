import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuditReport } from '@lerend/disclosure';
import type { Context } from '#lib/platform/context/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { pdfMarks } from '#lib/report/testing/pdf-marks.ts';
import { careOrganisation, careUnits } from './testing/care-organisation.ts';
import { answeredScan } from './testing/store-answered-scan.ts';
import { auditResult, countAgain, disclosureReport, finishScan, publishedResults, publishResult } from './index.ts';
import { auditInShort, disclosureDocument, leadsToAudit, resultOf, shareableResult } from './index.ts';
import { resultStore } from './store.ts';

/** As the audit writes it down when a figure tells too much. The rules themselves make no such result. */
const enclosed: AuditReport = {
  shownFigures: 40,
  hiddenFigures: 10,
  targets: 30,
  enclosed: 1,
  closest: [{ kind: 'small-group', groupId: '', areaId: 'trust', itemId: null, people: 3, steps: 0.5 }],
};

describe('the audit of a result', () => {
  const at = new Date('2026-03-21T09:00:00Z');
  let world: TestWorld;
  let coordinator: Context;
  let council: Context;
  let director: Context;
  const made = async (): Promise<string> => {
    const scan = { title: 'Voorjaar', form: 'full', units: careOrganisation, seed: 5 } as const;
    const scanId = await answeredScan(coordinator, scan, at);
    await finishScan(coordinator, { scanId });
    return scanId;
  };
  const heldBack = async (): Promise<string> => {
    const scanId = await made();
    await resultStore(coordinator.database).keepAudit(scanId, enclosed, true, at);
    return scanId;
  };

  beforeAll(async () => {
    world = await testWorld();
    const organisationId = await world.organisation();
    coordinator = await world.actor({ organisationId, roles: ['coordinator'] });
    council = await world.actor({ organisationId, roles: ['works-council'] });
    director = await world.actor({ organisationId, roles: ['director'] });
  });
  afterAll(() => world.close());

  test('is made with the result, and finds nothing in what the rules let through', async () => {
    const scanId = await made();
    const page = await disclosureReport(council, scanId);
    expect(page).toMatchObject({
      heading: 'Alle cijfers samen verraden van niemand het antwoord',
      isHeldBack: false,
      mayCountAgain: false,
    });
    expect(page.closest.length).toBeGreaterThan(0);
    expect(page.closest.every(({ isEnclosed }) => !isEnclosed)).toBe(true);
    expect(page.facts.map(({ text }) => text).join(' ')).toMatch(/2(,\d)? open/);
  });

  test('is read by the coordinator and the works council, and by nobody else', async () => {
    const scanId = await made();
    await expect(disclosureReport(director, scanId)).rejects.toThrow();
    await expect(disclosureReport(coordinator, scanId)).resolves.toBeDefined();
  });

  test('holds a result back from everyone, also on the promised day and for who reads before others', async () => {
    const scanId = await heldBack();
    for (const reader of [coordinator, council, director]) {
      await expect(resultOf(reader, scanId)).rejects.toThrow('houden we nog tegen');
      expect((await publishedResults(reader)).results.map(({ id }) => id)).not.toContain(scanId);
    }
    await expect(shareableResult(coordinator, scanId, careUnits.whole)).rejects.toThrow('houden we nog tegen');
    await expect(publishResult(coordinator, scanId)).rejects.toThrow('houden we nog tegen');
    expect((await publishedResults(council)).heldBack).toEqual([{ id: scanId, title: 'Voorjaar' }]);
    expect((await publishedResults(director)).heldBack).toEqual([]);
  });

  test('leads who may read why from the result to what was found, and nobody else', async () => {
    const scanId = await heldBack();
    for (const reader of [coordinator, council]) expect(await leadsToAudit(reader, scanId)).toBe(true);
    expect(await leadsToAudit(director, scanId)).toBe(false);
    expect(await leadsToAudit(coordinator, await made())).toBe(false);
  });

  test('is a tagged PDF/UA as well, also of a result that is held back', async () => {
    for (const scanId of [await made(), await heldBack()])
      for (const language of ['nl', 'en'] as const) {
        const { bytes, fileName } = await disclosureDocument({ ...council, language }, scanId);
        expect(pdfMarks(bytes)).toMatchObject({ isPdf: true, isTagged: true, isUniversallyAccessible: true, language });
        expect(fileName).toBe(
          language === 'nl' ? 'Uitslag – Voorjaar – controle.pdf' : 'Result – Voorjaar – check.pdf',
        );
      }
    await expect(disclosureDocument(director, await made())).rejects.toMatchObject({ status: 403 });
  });

  test('is told in short to whoever takes the papers, without the places', async () => {
    const scanId = await heldBack();
    for (const reader of [coordinator, council, director]) {
      const told = await auditInShort(reader, scanId);
      expect(told).toMatchObject({
        isHeldBack: true,
        heading: 'Op één plek komt iemand te dicht bij het antwoord van een ander',
      });
      expect(Object.keys(told ?? {}).sort()).toEqual(['auditedAt', 'facts', 'heading', 'isHeldBack']);
    }
    const { organisationId } = coordinator.database;
    const adviser = await world.actor({ organisationId, roles: ['adviser'] });
    await expect(auditInShort(adviser, scanId)).rejects.toMatchObject({ status: 403 });
  });

  test('says what was found and what to do', async () => {
    const page = await disclosureReport(coordinator, await heldBack());
    expect(page.heading).toBe('Op één plek komt iemand te dicht bij het antwoord van een ander');
    expect(page.closest).toMatchObject([
      { who: 'een groepje van 3 mensen', steps: '0,5 van 4 stappen', isEnclosed: true },
    ]);
    expect(page.mayCountAgain).toBe(true);
    expect((await disclosureReport(council, page.scan.id)).mayCountAgain).toBe(false);
  });

  test('lets a result go once it was counted with a larger group, never with a smaller one', async () => {
    const scanId = await heldBack();
    await expect(countAgain(coordinator, { scanId, minimumGroupSize: 5 })).rejects.toThrow('Kies meer dan 5');
    await expect(countAgain(council, { scanId, minimumGroupSize: 15 })).rejects.toThrow();
    expect(await countAgain(coordinator, { scanId, minimumGroupSize: 15 })).toEqual({ isHeldBack: false });
    expect(await resultOf(coordinator, scanId, careUnits.south)).toMatchObject({ figuresFrom: { kind: 'own' } });
    // Night care has eleven answers.
    expect(await resultOf(coordinator, scanId, careUnits.night)).toMatchObject({ figuresFrom: { kind: 'above' } });
    await expect(countAgain(coordinator, { scanId, minimumGroupSize: 20 })).rejects.toThrow('niet tegengehouden');
  });

  test('can be made of a result that is there already, and leaves it readable', async () => {
    const scanId = await made();
    const { organisationId, tables } = coordinator.database;
    await tables.deleteFrom('disclosureAudit').where('scanId', '=', scanId).execute();
    await expect(disclosureReport(coordinator, scanId)).rejects.toThrow('nog niet gecontroleerd');
    const found = await auditResult(world.platform, { organisationId, scanId });
    expect(found).toMatchObject({ isHeldBack: false, report: { enclosed: 0 } });
    expect(await disclosureReport(coordinator, scanId)).toMatchObject({ isHeldBack: false });
    await expect(resultOf(coordinator, scanId)).resolves.toBeDefined();
    await tables.deleteFrom('answerBlock').where('scanId', '=', scanId).execute();
    expect(await auditResult(world.platform, { organisationId, scanId })).toBeNull();
  });
});
