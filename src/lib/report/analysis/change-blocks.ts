import type { ContractDocument } from '@lerend/analysis';
import type { Block } from '../blocks/block.ts';
import { heading, paragraph } from '../blocks/block.ts';
import { intervalChart } from '../charts/interval-chart.ts';
import { pValue } from './agreement-blocks.ts';
import type { AnalysisText } from './analysis-text.ts';
import { aroundAll } from './axis.ts';
import { reasonSentence } from './reason-words.ts';

type Change = NonNullable<ContractDocument['change']>[number];

/** The difference that counts: of the same people where they are known, else of everyone. */
function usedOf({ paired, unpaired }: Change) {
  return paired === null
    ? { difference: unpaired.difference, ci95: unpaired.ci95 }
    : { difference: paired.meanDifference, ci95: paired.ci95 };
}

const KINDS = ['rose', 'fell', 'same'] as const;

function kindOf(change: Change): (typeof KINDS)[number] | null {
  const { ci95 } = usedOf(change);
  if (ci95 === null) return null;
  return ci95[0] > 0 ? 'rose' : ci95[1] < 0 ? 'fell' : 'same';
}

/** What went up, what went down, what didn't show; and each scale of which nothing can be said. */
function sentences(changes: readonly Change[], text: AnalysisText): string[] {
  const { words } = text;
  const known = KINDS.flatMap((kind) => {
    const list = changes
      .filter((change) => kindOf(change) === kind)
      .map((change) =>
        words.say('analysis.change.one', {
          kind,
          scale: text.scaleName(change.id),
          difference: text.figure(usedOf(change).difference, 2),
          least: text.figure(change.minimalDetectableChange, 2),
        }),
      );
    return list.length === 0 ? [] : [words.say('analysis.change.words', { kind, list: words.list(list) })];
  });
  const unknown = changes
    .filter((change) => kindOf(change) === null)
    .map(({ id, undefined: reasons }) => {
      const reason = reasons?.minimalDetectableChange;
      return words.say('analysis.change.none', {
        scale: text.scaleName(id),
        reason: reason === undefined ? '' : reasonSentence(reason, words),
      });
    });
  return [...known, ...unknown];
}

function changeFigure(changes: readonly Change[], text: AnalysisText): Block[] {
  const { words } = text;
  const rows = changes.flatMap((change) => {
    const { difference, ci95 } = usedOf(change);
    return difference === null ? [] : [{ label: text.scaleName(change.id), value: difference, interval: ci95 }];
  });
  if (rows.length < 2) return [];
  return [
    {
      kind: 'figure',
      svg: intervalChart({
        rows,
        domain: aroundAll([0, ...rows.flatMap(({ value, interval }) => [value, ...(interval ?? [])])]),
        reference: 0,
        tick: (value, decimals) => words.number(value, decimals),
        palette: text.palette,
      }),
      caption: words.say('analysis.change.figure'),
      alt: words.say('analysis.change.alt', {
        list: rows
          .map(({ label, value, interval }) => `${label} ${text.figure(value, 2)} (${text.interval(interval, 2)})`)
          .join('; '),
      }),
    },
  ];
}

function table(caption: string, labels: readonly string[], rows: readonly (readonly string[])[], first: string): Block {
  return {
    kind: 'table',
    caption,
    columns: [{ label: first, align: 'start' }, ...labels.map((label) => ({ label, align: 'end' as const }))],
    rows,
  };
}

function pairedTable(changes: readonly Change[], text: AnalysisText): Block[] {
  const { words } = text;
  const rows = changes.flatMap(({ id, paired, minimalDetectableChange: least }) =>
    paired === null
      ? []
      : [
          [
            text.scaleName(id),
            words.number(paired.n),
            text.figure(paired.meanDifference, 2),
            text.interval(paired.ci95, 2),
            text.figure(paired.t, 2),
            pValue(paired.p, text),
            text.figure(paired.dz, 2),
            text.figure(least, 2),
          ],
        ],
  );
  if (rows.length === 0) return [];
  const [difference, interval] = [words.say('analysis.change.difference'), words.say('analysis.interval')];
  const labels = ['n', difference, interval, 't', 'p', 'd(z)', words.say('analysis.change.least')];
  return [table(words.say('analysis.change.paired'), labels, rows, words.say('analysis.scale'))];
}

function unpairedTable(changes: readonly Change[], text: AnalysisText): Block {
  const { words } = text;
  const labels = [
    words.say('analysis.change.nNow'),
    words.say('analysis.change.nBefore'),
    words.say('analysis.change.difference'),
    words.say('analysis.interval'),
    't',
    'p',
    'g',
  ];
  const rows = changes.map(({ id, unpaired }) => [
    text.scaleName(id),
    words.number(unpaired.nNow),
    words.number(unpaired.nBefore),
    text.figure(unpaired.difference, 2),
    text.interval(unpaired.ci95, 2),
    text.figure(unpaired.t, 2),
    pValue(unpaired.p, text),
    text.figure(unpaired.hedgesG, 2),
  ]);
  return table(words.say('analysis.change.unpaired'), labels, rows, words.say('analysis.scale'));
}

/** What changed since the file of `--previous`. */
export function changeBlocks({ change, previous, respondents }: ContractDocument, text: AnalysisText): Block[] {
  if (change === undefined || previous === undefined) return [];
  const { words } = text;
  const who = words.say('analysis.change.who', { now: respondents, before: words.number(previous.respondents) });
  const pairs = previous.pairs === undefined ? '' : ` ${words.say('analysis.change.pairs', { ...previous.pairs })}`;
  const how = change.some(({ paired }) => paired !== null) ? 'paired' : 'unpaired';
  return [
    heading(words.say('analysis.change.heading')),
    paragraph(`${who}${pairs}`),
    { kind: 'list', items: sentences(change, text) },
    ...changeFigure(change, text),
    paragraph(words.say('analysis.change.explained', { how }), 'quiet'),
    ...pairedTable(change, text),
    unpairedTable(change, text),
  ];
}
