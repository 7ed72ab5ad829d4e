import { describe, expect, test } from 'vitest';
import { wordsIn } from '../language.ts';
import { pdfMarks } from '../testing/pdf-marks.ts';
import { sampleSnapshot } from '../testing/sample-snapshot.ts';
import { troublesomeName } from '../testing/trouble.ts';
import { conversationView, renderConversationSheet } from '../conversation-sheet/render-conversation-sheet.ts';
import { findingSentences } from './finding-list.ts';
import { resultHeading } from './finding-sentence.ts';
import { renderResult, resultReport } from './render-result.ts';

const snapshot = sampleSnapshot({ top: 'Van der Veen', north: 'Noord', small: troublesomeName });
const about = { organisation: 'Van der Veen', scanTitle: 'Peiling', date: '2027-01-12' };
const textOf = (unitId: string | null, language: 'nl' | 'en' = 'nl'): string =>
  JSON.stringify(
    resultReport(snapshot, { ...about, unitId, language }).blocks.map((block) =>
      block.kind === 'gauges' ? block.gauges.map((gauge) => ({ ...gauge, svg: '' })) : block,
    ),
  );

describe('the uitslag on paper', () => {
  test.each([
    [null, 'nl'],
    ['north', 'en'],
    ['small', 'nl'],
  ] as const)('of unit %s in %s is a tagged PDF', async (unitId, language) => {
    const marks = pdfMarks(await renderResult(snapshot, { ...about, unitId, language }));
    expect(marks).toMatchObject({ isTagged: true, isUniversallyAccessible: true, language });
    expect(marks.fonts).toContain('Literata-Regular');
  });

  test('shows eleven gauges, each with its words, and the items in three classes', () => {
    const report = resultReport(snapshot, { ...about, unitId: 'north', language: 'nl' });
    const gauges = report.blocks.flatMap((block) => (block.kind === 'gauges' ? block.gauges : []));
    expect(gauges).toHaveLength(11);
    for (const { alt, svg } of gauges) {
      expect(alt).toMatch(/De score is \d+ op een schaal van 0 tot 100/u);
      expect(svg).not.toMatch(/style=|<style/u);
    }
    expect(report.blocks.filter(({ kind }) => kind === 'table').length).toBeGreaterThanOrEqual(11);
  });

  test('a unit without figures gets the figures above it, said to be those, and what it can do itself', () => {
    const text = textOf('small');
    expect(text).toContain('Hieronder staat de uitslag van Van der Veen');
    expect(text).toContain('Wat jullie wel kunnen doen');
    expect(text).not.toContain('deden mee.');
    expect(resultHeading(snapshot, 'small', wordsIn('nl'))).toMatch(/is er geen cijfer, wel een gesprek$/u);
  });

  test('every finding of every unit has a sentence in both languages', () => {
    for (const language of ['nl', 'en'] as const) {
      for (const { id } of snapshot.units) {
        for (const sentence of findingSentences(snapshot, id, wordsIn(language)))
          expect(sentence).toMatch(/^\S.*\S$/su);
      }
    }
  });

  test('three or more areas that rose are told in one sentence, each with its figures', () => {
    const rose = snapshot.findings.filter(({ kind, unitId }) => kind === 'rose' && unitId === 'north');
    const told = findingSentences(snapshot, 'north', wordsIn('nl')).filter((sentence) => sentence.includes('omhoog'));
    expect(rose.length).toBeGreaterThan(2);
    expect(told).toHaveLength(1);
    expect(told[0]?.match(/ naar /gu)).toHaveLength(rose.length);
  });

  test('an unknown unit is refused', () => {
    expect(() => resultHeading(snapshot, 'nowhere', wordsIn('nl'))).toThrow(RangeError);
  });
});

describe('the sheet for the team conversation', () => {
  const sheet = { organisation: 'Van der Veen', unit: 'Noord', scanTitle: 'Peiling', date: null };

  test('is one tagged PDF, with and without a result', async () => {
    for (const result of [null, { snapshot, unitId: 'north' }, { snapshot, unitId: 'small' }]) {
      const marks = pdfMarks(await renderConversationSheet({ ...sheet, result }, { language: 'nl' }));
      expect(marks).toMatchObject({ isTagged: true, isUniversallyAccessible: true });
    }
  });

  test('has the four levels of eleven areas, and its five parts last forty-five minutes', () => {
    const view = conversationView({ ...sheet, result: null }, wordsIn('nl'));
    expect(view.areas).toHaveLength(11);
    expect(new Set(view.areas.flatMap(({ levels }) => levels)).size).toBe(44);
    expect(view.parts.reduce((sum, { minutes }) => sum + Number.parseInt(minutes, 10), 0)).toBe(45);
  });

  test('a team too small for figures works from its own place, beside the figures above it', () => {
    const view = conversationView({ ...sheet, result: { snapshot, unitId: 'small' } }, wordsIn('en'));
    expect(view.panel.note).toContain('This is the result of Van der Veen');
    expect(view.panel.rows).toHaveLength(11);
  });
});
