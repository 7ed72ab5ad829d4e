import type { ContractDocument } from '@lerend/analysis';
import type { Block } from '../blocks/block.ts';
import { heading, paragraph } from '../blocks/block.ts';
import { intervalChart } from '../charts/interval-chart.ts';
import { aroundAll } from './axis.ts';
import { capital } from './analysis-text.ts';
import type { AnalysisText } from './analysis-text.ts';
import { groupNames } from './group-names.ts';

type Group = ContractDocument['groups'][number];
interface Ranked {
  readonly name: string;
  readonly figures: Group['scales'][number];
  readonly mean: number;
}

/** Two figures fill a page; more groups than four figures hold are shown by their two ends. */
const ROWS_A_FIGURE = 26;
const MOST_ROWS = 4 * ROWS_A_FIGURE;
const FEW_SCALES = 3;
const ROWS_AN_END = 10;

function ranked(document: ContractDocument, groups: readonly Group[], scaleId: string): Ranked[] {
  const nameOf = groupNames(document);
  const found = groups.flatMap((group) => {
    const figures = group.published ? group.scales.find(({ id }) => id === scaleId) : undefined;
    return figures && figures.mean !== null ? [{ name: nameOf(group), figures, mean: figures.mean }] : [];
  });
  return found.sort((a, b) => b.mean - a.mean || a.name.localeCompare(b.name));
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

function scaleBlocks(
  document: ContractDocument,
  scaleId: string,
  groups: readonly Group[],
  text: AnalysisText,
): Block[] {
  const { words } = text;
  const all = ranked(document, groups, scaleId);
  const [best, worst] = [all[0], all.at(-1)];
  if (!best || !worst) return [];
  const isFew = document.scales.length <= FEW_SCALES;
  const { rows, between } = isFew ? shownOf(all, MOST_ROWS, ROWS_A_FIGURE) : shownOf(all, 2 * ROWS_AN_END, ROWS_AN_END);
  const domain = aroundAll(rows.flatMap(({ figures, mean }) => (figures.ci95 ? [...figures.ci95] : [mean])));
  const reference = document.scales.find(({ id }) => id === scaleId)?.mean ?? null;
  const scale = text.scaleName(scaleId);
  const withMean = ({ name, mean }: Ranked): string => `${name} ${text.figure(mean, 2)}`;
  const figures = inPieces(rows, ROWS_A_FIGURE).map((piece, index): Block => ({
    kind: 'figure',
    svg: intervalChart({
      rows: piece.map((one) => ({ label: one.name, value: one.mean, interval: one.figures.ci95 })),
      domain,
      reference,
      tick: (value, decimals) => words.number(value, decimals),
      palette: text.palette,
    }),
    caption: words.say('analysis.groups.figure', { scale, part: index === 0 ? 'first' : 'next', between }),
    alt: words.say('analysis.groups.alt', {
      scale,
      count: piece.length,
      best: withMean(piece[0] ?? best),
      worst: withMean(piece.at(-1) ?? worst),
    }),
  }));
  return [
    heading(
      capital(
        words.say('analysis.groups.scaleHeading', {
          scale,
          best: best.name,
          bestMean: text.figure(best.mean, 2),
          worst: worst.name,
          worstMean: text.figure(worst.mean, 2),
        }),
      ),
      3,
    ),
    ...figures,
    groupTable(rows, scale, text),
  ];
}

function groupTable(rows: readonly Ranked[], scale: string, text: AnalysisText): Block {
  const { words } = text;
  const labels = [
    'n',
    words.say('analysis.mean'),
    words.say('analysis.interval'),
    words.say('analysis.shrunkMean'),
    words.say('analysis.score'),
    'rwg(j)',
  ];
  return {
    kind: 'table',
    caption: words.say('analysis.groups.table', { scale }),
    columns: [
      { label: words.say('analysis.group'), align: 'start' },
      ...labels.map((label) => ({ label, align: 'end' as const })),
    ],
    rows: rows.map(({ name, figures, mean }) => [
      name,
      text.figure(figures.n, 0),
      text.figure(mean, 2),
      text.interval(figures.ci95, 2),
      text.figure(figures.shrunkMean, 2),
      text.figure(figures.score, 0),
      text.figure(figures.rwgj, 2),
    ]),
  };
}

/** The groups of one level ranked on each scale, and the withheld ones of that level counted. */
function levelBlocks(document: ContractDocument, depth: number, isOnlyLevel: boolean, text: AnalysisText): Block[] {
  const { words } = text;
  const groups = document.groups.filter(({ path }) => path.length === depth);
  const column = document.groupColumns[depth - 1] ?? document.groupColumn ?? '';
  const withheld = groups.filter(({ published }) => !published).length;
  return [
    heading(words.say('analysis.groups.heading', { level: isOnlyLevel ? 'only' : 'one', column })),
    paragraph(words.say('analysis.groups.explained', { column, count: groups.length })),
    paragraph(words.say('analysis.groups.withheld', { withheld, all: groups.length })),
    ...document.scales.flatMap(({ id }) => scaleBlocks(document, id, groups, text)),
  ];
}

/**
 * Groups side by side, level by level from the top down: departments are compared with departments and teams with
 * teams. A level of one group has nothing beside it, and is left out as long as another level has more.
 */
export function groupBlocks(document: ContractDocument, text: AnalysisText): Block[] {
  const sizes = new Map<number, number>();
  for (const { path } of document.groups) sizes.set(path.length, (sizes.get(path.length) ?? 0) + 1);
  const depths = [...sizes.keys()].sort((a, b) => a - b);
  const several = depths.filter((depth) => (sizes.get(depth) ?? 0) > 1);
  const shown = several.length > 0 ? several : depths.slice(-1);
  return shown.flatMap((depth) => levelBlocks(document, depth, shown.length === 1, text));
}
