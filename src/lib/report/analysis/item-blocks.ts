import type { ContractDocument } from '@lerend/analysis';
import type { Block } from '../blocks/block.ts';
import { heading, paragraph } from '../blocks/block.ts';
import { answerChart } from '../charts/answer-chart.ts';
import type { AnalysisText } from './analysis-text.ts';

const ITEMS_A_FIGURE = 26;

function spread(items: ContractDocument['items'], text: AnalysisText): Block[] {
  const counted = items.flatMap(({ id, counts }) => (counts ? [{ id, label: text.itemName(id), counts }] : []));
  const figures: Block[] = [];
  for (let from = 0; from < counted.length; from += ITEMS_A_FIGURE) {
    const rows = counted.slice(from, from + ITEMS_A_FIGURE);
    figures.push({
      kind: 'figure',
      svg: answerChart(rows, text.palette),
      caption: text.words.say('analysis.items.figure'),
      alt: text.words.say('analysis.items.alt', {
        list: rows.map(({ label, counts }) => `${label}: ${counts.join(', ')}`).join('; '),
      }),
    });
  }
  return figures;
}

export function itemBlocks({ items, scales }: ContractDocument, text: AnalysisText): Block[] {
  const { words } = text;
  if (items.length === 0) return [];
  const fit = new Map(scales.flatMap((scale) => scale.itemStatistics.map((item) => [item.id, item] as const)));
  const labels = [
    'n',
    words.say('analysis.missing'),
    words.say('analysis.mean'),
    words.say('analysis.sd'),
    words.say('analysis.itemRest'),
    words.say('analysis.alphaIfDropped'),
  ];
  return [
    heading(words.say('analysis.items.heading')),
    paragraph(words.say('analysis.items.explained')),
    ...spread(items, text),
    {
      kind: 'table',
      caption: words.say('analysis.items.table'),
      columns: [
        { label: words.say('analysis.item'), align: 'start' },
        ...labels.map((label) => ({ label, align: 'end' as const })),
      ],
      rows: items.map((item) => [
        text.itemName(item.id),
        words.number(item.n),
        words.number(item.missing),
        text.figure(item.mean, 2),
        text.figure(item.sd, 2),
        text.figure(fit.get(item.id)?.itemRest, 2),
        text.figure(fit.get(item.id)?.alphaIfDropped, 2),
      ]),
    },
  ];
}

/** Only the lower triangle: the other half says the same. */
export function correlationBlocks({ correlations }: ContractDocument, text: AnalysisText): Block[] {
  const { words } = text;
  if (!correlations || correlations.scales.length < 2) return [];
  const { scales, matrix } = correlations;
  return [
    heading(words.say('analysis.correlations.heading')),
    paragraph(words.say('analysis.correlations.explained')),
    {
      kind: 'table',
      caption: words.say('analysis.correlations.table'),
      columns: [
        { label: words.say('analysis.scale'), align: 'start' },
        ...scales.slice(0, -1).map((_, index) => ({ label: String(index + 1), align: 'end' as const })),
      ],
      rows: scales.map((id, row) => [
        `${row + 1}. ${text.scaleName(id)}`,
        ...scales.slice(0, -1).map((_, column) => (column < row ? text.figure(matrix[row]?.[column], 2) : '')),
      ]),
    },
  ];
}
