import type { ContractDocument } from '@lerend/analysis';
import type { Block } from '../blocks/block.ts';
import { heading, paragraph } from '../blocks/block.ts';
import { intervalChart } from '../charts/interval-chart.ts';
import { aroundAll } from './axis.ts';
import type { AnalysisText } from './analysis-text.ts';

type Scale = ContractDocument['scales'][number];

/** A rule of thumb, and said to be one in the notes. */
const RELIABLE = 0.8;
const USABLE_FOR_GROUPS = 0.7;

function reliabilityWords(scale: Scale, text: AnalysisText): string {
  const { pairwise, ci95 } = scale.alpha;
  const name = text.scaleName(scale.id);
  if (pairwise === null) return text.words.say('analysis.reliability.none', { scale: name });
  const band = pairwise >= RELIABLE ? 'high' : pairwise >= USABLE_FOR_GROUPS ? 'groups' : 'low';
  return text.words.say('analysis.reliability.words', {
    scale: name,
    band,
    percent: Math.round(Math.max(0, pairwise) * 100),
    alpha: text.figure(pairwise, 2),
    interval: text.interval(ci95, 2),
  });
}

function scaleFigure(scales: readonly Scale[], text: AnalysisText): Block {
  const { words } = text;
  const measured = scales.filter((scale) => scale.mean !== null);
  const domain = aroundAll(measured.flatMap((scale) => (scale.ci95 ? [...scale.ci95] : [scale.mean ?? 0])));
  const rows = measured.map((scale) => ({
    label: text.scaleName(scale.id),
    value: scale.mean ?? 0,
    interval: scale.ci95 ?? null,
  }));
  return {
    kind: 'figure',
    svg: intervalChart({
      rows,
      domain,
      reference: null,
      tick: (value, decimals) => words.number(value, decimals),
      palette: text.palette,
    }),
    caption: words.say('analysis.scales.figure'),
    alt: words.say('analysis.scales.alt', {
      list: measured
        .map((scale) => `${text.scaleName(scale.id)} ${text.figure(scale.mean, 2)} (${text.interval(scale.ci95, 2)})`)
        .join('; '),
    }),
  };
}

function scaleTable(scales: readonly Scale[], text: AnalysisText): Block {
  const { words } = text;
  const isFinite = scales.some((scale) => scale.ci95Finite);
  const columns = [
    { label: words.say('analysis.scale'), align: 'start' as const },
    ...[
      'n',
      words.say('analysis.mean'),
      words.say('analysis.interval'),
      ...(isFinite ? [words.say('analysis.intervalFinite')] : []),
      words.say('analysis.sd'),
      words.say('analysis.score'),
      words.say('analysis.alpha'),
      words.say('analysis.omega'),
    ].map((label) => ({ label, align: 'end' as const })),
  ];
  return {
    kind: 'table',
    caption: words.say('analysis.scales.table'),
    columns,
    rows: scales.map((scale) => [
      text.scaleName(scale.id),
      words.number(scale.n),
      text.figure(scale.mean, 2),
      text.interval(scale.ci95, 2),
      ...(isFinite ? [text.interval(scale.ci95Finite, 2)] : []),
      text.figure(scale.sd, 2),
      text.figure(scale.score, 1),
      text.figure(scale.alpha.pairwise, 2),
      text.figure(scale.omegaTotal, 2),
    ]),
  };
}

export function scaleBlocks({ scales }: ContractDocument, text: AnalysisText): Block[] {
  const { words } = text;
  if (scales.length === 0) return [];
  return [
    heading(words.say('analysis.scales.heading')),
    paragraph(words.say('analysis.scales.explained')),
    ...(scales.length > 1 ? [scaleFigure(scales, text)] : []),
    scaleTable(scales, text),
    heading(words.say('analysis.reliability.heading')),
    { kind: 'list', items: scales.map((scale) => reliabilityWords(scale, text)) },
  ];
}
