import type { ContractDocument } from '@lerend/analysis';
import type { Block } from '../blocks/block.ts';
import { heading, paragraph } from '../blocks/block.ts';
import { intervalChart } from '../charts/interval-chart.ts';
import { aroundAll } from './axis.ts';
import type { AnalysisText } from './analysis-text.ts';

type Group = ContractDocument['groups'][number];
type GroupScale = NonNullable<Group['scales']>[number];
interface Ranked { readonly group: Group; readonly scale: GroupScale; readonly mean: number }

/** One figure fills at most half a page; more groups than this become two figures, or their two ends. */
const ROWS_A_FIGURE = 26;
const MOST_ROWS = 4 * ROWS_A_FIGURE;
const FEW_SCALES = 3;
const ROWS_AN_END = 10;

const nameOf = (group: Group): string => group.path.join(' › ');

function ranked(groups: readonly Group[], scaleId: string): Ranked[] {
  const found = groups.flatMap((group) => {
    const scale = group.published ? group.scales?.find(({ id }) => id === scaleId) : undefined;
    return scale && scale.mean !== null ? [{ group, scale, mean: scale.mean }] : [];
  });
  return found.sort((a, b) => b.mean - a.mean || nameOf(a.group).localeCompare(nameOf(b.group)));
}

/** All of them when they fit; else both ends, with how many are between said in the caption. */
function shownOf(all: readonly Ranked[], most: number, end: number): { rows: readonly Ranked[]; between: number } {
  if (all.length <= most) return { rows: all, between: 0 };
  return { rows: [...all.slice(0, end), ...all.slice(-end)], between: all.length - 2 * end };
}

function inPieces<T>(rows: readonly T[], size: number): T[][] {
  const pieces = Math.ceil(rows.length / size);
  const even = Math.ceil(rows.length / Math.max(1, pieces));
  return Array.from({ length: pieces }, (_, piece) => rows.slice(piece * even, (piece + 1) * even));
}

function scaleBlocks(document: ContractDocument, scaleId: string, groups: readonly Group[], text: AnalysisText): Block[] {
  const { words } = text;
  const all = ranked(groups, scaleId);
  if (all.length === 0) return [];
  const isFew = document.scales.length <= FEW_SCALES;
  const { rows, between } = isFew ? shownOf(all, MOST_ROWS, ROWS_A_FIGURE) : shownOf(all, 2 * ROWS_AN_END, ROWS_AN_END);
  const domain = aroundAll(rows.flatMap(({ scale, mean }) => (scale.ci95 ? [...scale.ci95] : [mean])));
  const reference = document.scales.find(({ id }) => id === scaleId)?.mean ?? null;
  const scale = text.scaleName(scaleId);
  const [best, worst] = [all[0], all.at(-1)];
  const figures = inPieces(rows, ROWS_A_FIGURE).map((piece, index): Block => ({
    kind: 'figure',
    svg: intervalChart({
      rows: piece.map(({ group, scale: { ci95 }, mean }) => ({ label: nameOf(group), value: mean, interval: ci95 ?? null })),
      domain, reference, tick: (value) => words.number(value, 1), palette: text.palette,
    }),
    caption: words.say('analysis.groups.figure', { scale, part: index === 0 ? 'first' : 'next', between }),
    alt: words.say('analysis.groups.alt', {
      scale, count: piece.length,
      best: piece[0] ? `${nameOf(piece[0].group)} ${text.figure(piece[0].mean, 2)}` : '',
      worst: piece.at(-1) ? `${nameOf(piece.at(-1)?.group as Group)} ${text.figure(piece.at(-1)?.mean, 2)}` : '',
    }),
  }));
  return [
    heading(words.say('analysis.groups.scaleHeading', {
      scale, best: best ? nameOf(best.group) : '', bestMean: text.figure(best?.mean, 2),
      worst: worst ? nameOf(worst.group) : '', worstMean: text.figure(worst?.mean, 2),
    }), 3),
    ...figures,
    groupTable(rows, scale, text),
  ];
}

function groupTable(rows: readonly Ranked[], scale: string, text: AnalysisText): Block {
  const { words } = text;
  const labels = ['n', words.say('analysis.mean'), words.say('analysis.interval'), words.say('analysis.shrunkMean'), words.say('analysis.score'), 'rwg(j)'];
  return {
    kind: 'table', caption: words.say('analysis.groups.table', { scale }),
    columns: [{ label: words.say('analysis.group'), align: 'start' }, ...labels.map((label) => ({ label, align: 'end' as const }))],
    rows: rows.map(({ group, scale: figures }) => [
      nameOf(group), text.figure(figures.n, 0), text.figure(figures.mean, 2), text.interval(figures.ci95, 2),
      text.figure(figures.shrunkMean, 2), text.figure(figures.score, 0), text.figure(figures.rwgj, 2),
    ]),
  };
}

/** Groups of the lowest level ranked on each scale, and the withheld ones counted: their names would be a hint. */
export function groupBlocks(document: ContractDocument, text: AnalysisText): Block[] {
  const { words } = text;
  if (document.groups.length === 0) return [];
  const depth = Math.max(...document.groups.map(({ path }) => path.length));
  const lowest = document.groups.filter(({ path }) => path.length === depth);
  const withheld = document.groups.filter(({ published }) => !published).length;
  return [
    heading(words.say('analysis.groups.heading')),
    paragraph(words.say('analysis.groups.explained', { column: document.groupColumn ?? '', count: lowest.length })),
    paragraph(words.say('analysis.groups.withheld', { withheld, all: document.groups.length })),
    ...document.scales.flatMap(({ id }) => scaleBlocks(document, id, lowest, text)),
  ];
}
