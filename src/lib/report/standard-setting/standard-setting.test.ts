import { areaCodes, areaOf, itemsOf, levelNames } from '@lerend/instrument';
import { panelCuts } from '@lerend/psychometrics';
import { describe, expect, test } from 'vitest';
import { pdfMarks } from '../testing/pdf-marks.ts';
import { troublesomeName } from '../testing/trouble.ts';
import { panelFormReport, renderPanelForm } from './render-panel-form.ts';
import { renderStandardSetting, standardSettingReport } from './render-standard-setting.ts';
import type { PanelForm, StandardSettingReport } from './standard-setting-report.ts';

const items = itemsOf('short').map(({ id, area }) => ({ id, areaId: area }));
const outcomeOf = (n: number) =>
  panelCuts({
    items,
    scale: { min: 1, max: 5 },
    sheets: Array.from({ length: n }, (_, place) =>
      items.map(() => (place < 3 ? [2, 3, 4] : [2.5, 3.5, 4.5]) as [number, number, number]),
    ),
  });
const report: StandardSettingReport = {
  organisation: troublesomeName,
  title: 'Niveaus najaar',
  form: 'short',
  startedOn: '2026-10-01',
  closedOn: '2026-10-02',
  first: outcomeOf(12),
  second: outcomeOf(10),
  people: ['medewerker: 9', 'leidinggevende: 1'],
  unsettled: [],
  areas: areaCodes.map((id) => ({ id, name: areaOf(id).shortName.nl, isSettled: true })),
  rationale: 'De groep was het eens.\n\nOver vertrouwen is lang gepraat.',
};
const form: PanelForm = {
  organisation: troublesomeName,
  title: 'Niveaus najaar',
  round: 2,
  areas: [
    {
      name: 'Vertrouwen',
      definition: 'Mensen durven te leren.',
      levels: [{ name: 'soms', description: 'Een fout vertel je aan één collega.' }],
      items: [
        { text: 'We praten over fouten.', panel: [2.5, 3.5, 4.5].map((median) => ({ median, low: 2, high: 4.75 })) },
      ],
    },
  ],
};
const textOf = (blocks: unknown) => JSON.stringify(blocks);

describe('the document of a session', () => {
  test.each(['nl', 'en'] as const)('in %s is a tagged PDF', async (language) => {
    const marks = pdfMarks(await renderStandardSetting(report, { language }));
    expect(marks).toMatchObject({ isTagged: true, isUniversallyAccessible: true, language });
  });

  test('has the cuts of both rounds, their errors, who looked and why, and what it doesn’t say', () => {
    const { heading, blocks } = standardSettingReport(report, 'nl');
    expect(heading).toBe('10 mensen stelden vast waar de niveaus beginnen');
    const text = textOf(blocks);
    // Three of ten lay half a step (12.5 points) lower: 37.5 − 3.75 in round 2, 37.5 − 3.125 in round 1.
    expect(text).toContain('["begonnen","34,0","34,4","33,8"');
    for (const told of ['De groep was het eens.', 'Over vertrouwen is lang gepraat.', 'medewerker: 9', 'geen normen'])
      expect(text).toContain(told);
  });

  test('says why cuts aren’t settled, and has no reasons that nobody wrote', () => {
    const open = { ...report, unsettled: ['Er deden te weinig mensen mee.'], rationale: null, second: outcomeOf(1) };
    const { heading, blocks } = standardSettingReport(open, 'nl');
    expect(heading).toBe('1 mens keek waar de niveaus beginnen, en het staat nog niet vast');
    expect(textOf(blocks)).toContain('Er deden te weinig mensen mee.');
    expect(textOf(blocks)).not.toContain('Waarom juist daar');
    // One panellist: no error and no interval, told as a dash and not as 0.
    expect(textOf(blocks)).toContain('"25,0","–","–"]');
  });
});

describe('the sheet for paper', () => {
  test.each(['nl', 'en'] as const)('in %s is a tagged PDF', async (language) => {
    const marks = pdfMarks(await renderPanelForm(form, { language }));
    expect(marks).toMatchObject({ isTagged: true, isUniversallyAccessible: true, language });
  });

  test('asks for three figures a question, and shows the panel in the second round only', () => {
    const second = textOf(panelFormReport(form, 'nl').blocks);
    for (const level of ['begun', 'usual', 'improving'] as const) expect(second).toContain(levelNames[level].name.nl);
    expect(second).toContain('2,5 (2,0–4,8)');
    const [area] = form.areas;
    const first = {
      ...form,
      round: 1 as const,
      areas: area ? [{ ...area, items: [{ text: 'Vraag', panel: null }] }] : [],
    };
    expect(textOf(panelFormReport(first, 'nl').blocks)).not.toContain('ronde 1');
  });
});
