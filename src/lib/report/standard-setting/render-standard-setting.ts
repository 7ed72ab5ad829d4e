import { levelNames, levels } from '@lerend/instrument';
import { cutsToAdopt, fewestPanellists, largestStandardError, studentTQuantile } from '@lerend/psychometrics';
import type { PanelCuts, PanelFigure } from '@lerend/psychometrics';
import type { Block, BlockDocument, TableBlock } from '../blocks/block.ts';
import { heading, paragraph } from '../blocks/block.ts';
import type { Language, Words } from '../language.ts';
import { wordsIn } from '../language.ts';
import { compilePdf } from '../typst/compile.ts';
import type { StandardSettingReport } from './standard-setting-report.ts';

const cutNames = (words: Words): readonly string[] =>
  levels.slice(1).map((level) => levelNames[level].name[words.language]);

function figure(value: number | null | undefined, words: Words, decimals = 1): string {
  return value === null || value === undefined ? '–' : words.number(value, decimals);
}

/** Where another panel of this size would put the cut, with 95 % confidence. */
function interval({ mean, standardError }: PanelFigure, panellists: number, words: Words): string {
  if (mean.value === null || standardError.value === null || panellists < 2) return '–';
  const half = studentTQuantile(0.975, panellists - 1) * standardError.value;
  const [low, high] = [Math.max(0, mean.value - half), Math.min(100, mean.value + half)];
  return words.say('setting.interval', { low: figure(low, words), high: figure(high, words) });
}

function cutTable({ first, second }: StandardSettingReport, words: Words): TableBlock {
  const adopted = cutsToAdopt(second);
  const cuts = adopted && [adopted.begun, adopted.usual, adopted.improving];
  return {
    kind: 'table',
    caption: words.say('setting.cutTable'),
    columns: [
      { label: words.say('setting.level'), align: 'start' },
      ...(['cut', 'firstRound', 'secondRound', 'standardError', 'between'] as const).map((column) => ({
        label: words.say(`setting.${column}`),
        align: 'end' as const,
      })),
    ],
    rows: cutNames(words).map((name, cut) => {
      const [before, now] = [first.cuts[cut], second.cuts[cut]];
      return [
        name,
        figure(cuts?.[cut], words),
        figure(before?.mean.value, words),
        figure(now?.mean.value, words),
        figure(now?.standardError.value, words),
        now ? interval(now, second.panellists, words) : '–',
      ];
    }),
  };
}

function areaTable({ areas, second }: StandardSettingReport, words: Words): TableBlock {
  const cutsOf = (id: string): PanelCuts | undefined => second.areas.find(({ areaId }) => areaId === id);
  return {
    kind: 'table',
    caption: words.say('setting.areaTable'),
    columns: [
      { label: words.say('result.area'), align: 'start' },
      ...cutNames(words).map((label) => ({ label, align: 'end' as const })),
      { label: words.say('setting.areaSettled'), align: 'start' },
    ],
    rows: areas.map(({ id, name, isSettled }) => [
      name,
      ...[0, 1, 2].map((cut) => {
        const own = cutsOf(id)?.cuts[cut];
        return `${figure(own?.mean.value, words)} (${figure(own?.standardError.value, words)})`;
      }),
      words.say(isSettled ? 'setting.yes' : 'setting.no'),
    ]),
  };
}

export function standardSettingReport(report: StandardSettingReport, language: Language): BlockDocument {
  const words = wordsIn(language);
  const { organisation, title, first, second, people, unsettled, rationale } = report;
  const isSettled = unsettled.length === 0;
  const blocks: Block[] = [
    paragraph(words.say(isSettled ? 'setting.leadSettled' : 'setting.leadUnsettled'), 'lead'),
    ...(isSettled ? [] : [{ kind: 'list' as const, items: unsettled }]),
    cutTable(report, words),
    paragraph(words.say('setting.cutsExplained'), 'quiet'),
    ...(rationale === null
      ? []
      : [heading(words.say('setting.why')), ...rationale.split(/\n\s*\n/u).map((part) => paragraph(part.trim()))]),
    heading(words.say('setting.how')),
    paragraph(words.say('setting.method', { form: report.form, items: second.items.length })),
    paragraph(words.say('setting.rules', { fewest: fewestPanellists, error: words.number(largestStandardError, 1) })),
    heading(words.say('setting.who')),
    {
      kind: 'facts',
      rows: [
        {
          label: words.say('setting.when'),
          value: words.say('setting.period', {
            from: words.date(report.startedOn),
            until: words.date(report.closedOn),
          }),
        },
        { label: words.say('setting.firstRound'), value: words.say('setting.sheets', { count: first.panellists }) },
        { label: words.say('setting.secondRound'), value: words.say('setting.sheets', { count: second.panellists }) },
        { label: words.say('setting.people'), value: people.join(', ') },
        {
          label: words.say('setting.agreement'),
          value: words.say('setting.deviation', {
            first: figure(first.averageDeviation.value, words, 2),
            second: figure(second.averageDeviation.value, words, 2),
          }),
        },
      ],
    },
    heading(words.say('setting.byArea')),
    paragraph(words.say('setting.byAreaExplained')),
    areaTable(report, words),
    heading(words.say('setting.limits')),
    {
      kind: 'list',
      items: [words.say('setting.limitNorms'), words.say('setting.limitHeard'), words.say('setting.limitItems')],
    },
  ];
  return {
    title: words.say('setting.title', { title }),
    author: organisation,
    language,
    kicker: words.say('setting.kicker', { organisation, title, date: words.date(report.closedOn) }),
    heading: words.say(isSettled ? 'setting.headingSettled' : 'setting.headingUnsettled', { count: second.panellists }),
    blocks,
    foot: words.say('setting.foot', { title, organisation }),
    pageOf: words.say('pageOf'),
  };
}

/** The document of a standard-setting session as a tagged PDF. */
export async function renderStandardSetting(
  report: StandardSettingReport,
  { language }: { language: Language },
): Promise<Uint8Array> {
  return compilePdf('blocks/report.typ', standardSettingReport(report, language));
}
