import type { ContractDocument } from '@lerend/analysis';
import type { Block, TableBlock } from '../blocks/block.ts';
import { heading, paragraph } from '../blocks/block.ts';
import type { AnalysisText } from './analysis-text.ts';
import { reasonSentence } from './reason-words.ts';

type Weighting = NonNullable<ContractDocument['weighting']>;

function scaleTable({ scales }: Weighting, text: AnalysisText): Block {
  const { words } = text;
  const isClustered = scales.some(({ seClustered }) => seClustered !== null);
  const labels = [
    'n',
    words.say('analysis.weighting.unweighted'),
    words.say('analysis.weighting.weighted'),
    words.say('analysis.weighting.se'),
    ...(isClustered ? [words.say('analysis.weighting.seClustered')] : []),
  ];
  return {
    kind: 'table',
    caption: words.say('analysis.weighting.table'),
    columns: [
      { label: words.say('analysis.scale'), align: 'start' },
      ...labels.map((label) => ({ label, align: 'end' as const })),
    ],
    rows: scales.map((scale) => [
      text.scaleName(scale.id),
      words.number(scale.n),
      text.figure(scale.unweightedMean, 2),
      text.figure(scale.weightedMean, 2),
      text.figure(scale.se, 3),
      ...(isClustered ? [text.figure(scale.seClustered, 3)] : []),
    ]),
  };
}

function marginTable({ n, margins }: Weighting, at: number, text: AnalysisText): TableBlock[] {
  const { words } = text;
  const margin = margins[at];
  if (margin === undefined) return [];
  const population = margin.values.reduce((sum, value) => sum + value.population, 0);
  const percent = (part: number, of: number): string =>
    of === 0 ? text.figure(null, 0) : words.say('percent', { share: words.number((100 * part) / of, 1) });
  const labels = [
    words.say('analysis.weighting.answered'),
    words.say('analysis.weighting.share'),
    words.say('analysis.weighting.population'),
    words.say('analysis.weighting.share'),
  ];
  return [
    {
      kind: 'table',
      caption: words.say('analysis.weighting.shares', { column: margin.column }),
      columns: [
        { label: words.say('analysis.weighting.value'), align: 'start' },
        ...labels.map((label) => ({ label, align: 'end' as const })),
      ],
      rows: margin.values.map((value) => [
        value.value,
        words.number(value.n),
        percent(value.n, n),
        words.number(value.population),
        percent(value.population, population),
      ]),
    },
  ];
}

/** The means as the population of `--margins` would give them, and what the weighting costs. */
export function weightingBlocks({ weighting }: ContractDocument, text: AnalysisText): Block[] {
  if (weighting === undefined) return [];
  const { words } = text;
  const title = heading(words.say('analysis.weighting.heading'));
  const reason = weighting.undefined?.kishDesignEffect;
  const tables = weighting.margins.flatMap((_, at) => marginTable(weighting, at, text));
  if (reason !== undefined) {
    const none = words.say('analysis.weighting.none', { reason: reasonSentence(reason, words) });
    return [title, paragraph(none), ...tables];
  }
  const cost = words.say('analysis.weighting.cost', {
    n: weighting.n,
    low: text.figure(weighting.minWeight, 2),
    high: text.figure(weighting.maxWeight, 2),
    effective: text.figure(weighting.effectiveN, 0),
    deff: text.figure(weighting.kishDesignEffect, 2),
  });
  const margins = words.list(weighting.margins.map(({ column }) => column));
  const left = words.say('analysis.weighting.left', { count: weighting.withoutMargin });
  return [
    title,
    paragraph(words.say('analysis.weighting.explained', { margins })),
    paragraph(weighting.withoutMargin > 0 ? `${cost} ${left}` : cost),
    scaleTable(weighting, text),
    ...tables,
  ];
}
