import { cutsIn, twentyDots } from '@lerend/analysis';
import type { AreaResult, Snapshot, UnitResult } from '@lerend/analysis';
import { publicationRules } from '@lerend/disclosure';
import { highestLevelOf } from '@lerend/instrument';
import { chartTexts, countDots, levelMarks, peilschaal, peilschaalDescription } from '#lib/design/charts/drawings.ts';
import type { LevelMark } from '#lib/design/charts/drawings.ts';
import type { Block, Gauge } from '../blocks/block.ts';
import { heading, paragraph } from '../blocks/block.ts';
import type { Words } from '../language.ts';
import { areaName, areaTitle, itemText, levelWords } from './area-words.ts';
import { countedSentences } from './counted-sentences.ts';
import { levelsSentence, otherLevelsSentence } from './level-sentences.ts';
import { findingSentences } from './finding-list.ts';
import { reportingSentences } from './reporting-sentences.ts';

const DISCIPLINES = 5;

function gauge(area: AreaResult, unit: UnitResult, snapshot: Snapshot, words: Words): Gauge {
  const { language } = words;
  const name = areaName(area.areaId, language);
  const input = {
    id: `gauge-${area.areaId}`,
    title: `${name}, ${unit.name}`,
    cell: area.cell,
    marks: levelMarks(language, highestLevelOf(snapshot.form), cutsIn(snapshot, area.areaId)),
    language,
  };
  const description = peilschaalDescription(input);
  const change = area.change === null ? [] : [changeWords(area.change, words)];
  return {
    svg: peilschaal({ ...input, size: 'small', isStandalone: true }),
    alt: `${input.title}. ${description}`,
    title: name,
    level: area.cell === null ? words.say('result.noFigure') : levelWords(snapshot, area.areaId, area.cell, words),
    score: area.cell === null ? '' : words.number(area.cell.score),
    lines: [...dotWords(area, input.marks, words), ...reportingSentences(area, words), ...change],
  };
}

function dotWords({ cell }: AreaResult, marks: readonly LevelMark[], { language }: Words): string[] {
  const counted = cell === null ? undefined : countDots(twentyDots(cell), marks);
  return counted ? [`${chartTexts(language).dotSentence(counted)}.`] : [];
}

function changeWords(change: NonNullable<AreaResult['change']>, words: Words): string {
  if (change.kind === 'not-comparable') return words.say('result.change.notComparable');
  return words.say('result.change.words', {
    kind: change.kind === 'more-than-noise' ? 'real' : 'noise',
    before: change.before,
    now: change.now,
    noise: change.noise,
  });
}

/** The eleven gauges, the disciplines first. */
export function gaugeBlocks(unit: UnitResult, snapshot: Snapshot, words: Words): Block[] {
  const gauges = unit.areas.map((area) => gauge(area, unit, snapshot, words));
  return [
    heading(words.say('result.areas')),
    paragraph(words.say('result.dotsExplained')),
    { kind: 'gauges', gauges: gauges.slice(0, DISCIPLINES) },
    { kind: 'gauges', gauges: gauges.slice(DISCIPLINES) },
  ];
}

export function findingBlocks(unit: UnitResult, snapshot: Snapshot, words: Words): Block[] {
  const sentences = findingSentences(snapshot, unit.id, words);
  return [
    heading(words.say('result.findings')),
    ...(sentences.length === 0
      ? [paragraph(words.say('result.noFindings'))]
      : [{ kind: 'list' as const, items: sentences }]),
  ];
}

const figureColumns = (first: string, labels: readonly string[]) => [
  { label: first, align: 'start' as const },
  ...labels.map((label) => ({ label, align: 'end' as const })),
];

/** The answers to each item in three classes, a table an area; nothing at all where items may not be shown. */
export function itemBlocks(unit: UnitResult, words: Words): Block[] {
  const shown = unit.areas.filter(({ items }) => items.some(({ cell }) => cell !== null));
  if (shown.length === 0) {
    return [
      heading(words.say('result.items')),
      paragraph(words.say('result.itemsHidden', { minimum: publicationRules.minimumForItems })),
    ];
  }
  const labels = [
    'n',
    words.say('result.favourable'),
    words.say('result.middle'),
    words.say('result.unfavourable'),
    words.say('result.dontKnow'),
  ];
  return [
    heading(words.say('result.items')),
    paragraph(words.say('result.itemsExplained')),
    ...shown.map((area): Block => ({
      kind: 'table',
      caption: areaTitle(area.areaId, words.language).replace(/^./u, (first) => first.toUpperCase()),
      columns: figureColumns(words.say('result.item'), labels),
      rows: area.items.map(({ itemId, cell }) => [
        itemText(itemId, words.language),
        ...(cell === null
          ? ['–', '–', '–', '–', '–']
          : [
              words.number(cell.n),
              ...[cell.favourable, cell.middle, cell.unfavourable, cell.dontKnow].map((share) =>
                words.say('percent', { share }),
              ),
            ]),
      ]),
    })),
  ];
}

export function changeBlocks(unit: UnitResult, snapshot: Snapshot, words: Words): Block[] {
  const compared = unit.areas.flatMap(({ areaId, change }) =>
    change !== null && change.kind !== 'not-comparable' ? [{ areaId, change }] : [],
  );
  if (compared.length === 0) return [];
  const labels = [
    words.say('result.before'),
    words.say('result.now'),
    words.say('result.difference'),
    words.say('result.noise'),
  ];
  return [
    heading(words.say('result.changeHeading')),
    paragraph(words.say('result.changeExplained')),
    ...otherLevelsSentence(snapshot, words).map((sentence) => paragraph(sentence)),
    {
      kind: 'table',
      caption: words.say('result.changeTable'),
      columns: [...figureColumns(words.say('result.area'), labels), { label: '', align: 'start' }],
      rows: compared.map(({ areaId, change }) => [
        areaName(areaId, words.language),
        words.number(change.before),
        words.number(change.now),
        `${change.difference > 0 ? '+' : ''}${words.number(change.difference)}`,
        words.number(change.noise),
        words.say(change.kind === 'more-than-noise' ? 'result.isReal' : 'result.isNoise'),
      ]),
    },
  ];
}

export function certaintyBlocks(unit: UnitResult, snapshot: Snapshot, words: Words): Block[] {
  const { reliability, distinctness } = snapshot.whole;
  const respondents =
    unit.respondents === null
      ? words.say('result.respondentsHidden')
      : words.say('result.respondents', { respondents: unit.respondents, invited: unit.invited, unit: unit.name });
  const rows = (reliability ?? []).map(({ areaId, n, alpha, omegaTotal }) => [
    areaName(areaId, words.language),
    words.number(n),
    alpha === null ? '–' : words.number(alpha, 2),
    omegaTotal === null ? '–' : words.number(omegaTotal, 2),
  ]);
  return [
    heading(words.say('result.certainty')),
    {
      kind: 'list',
      items: [
        respondents,
        ...countedSentences(snapshot, unit, words),
        levelsSentence(snapshot, words),
        words.say('result.rules', { minimum: snapshot.minimumGroupSize, items: publicationRules.minimumForItems }),
        ...(distinctness && !distinctness.areApart ? [words.say('result.notApart')] : []),
      ],
    },
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: words.say('result.reliability'),
            columns: figureColumns(words.say('result.area'), [
              'n',
              words.say('analysis.alpha'),
              words.say('analysis.omega'),
            ]),
            rows,
          },
        ]),
  ];
}
