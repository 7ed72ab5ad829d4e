import type { ContractDocument } from '@lerend/analysis';
import type { Block } from '../blocks/block.ts';
import { heading, paragraph } from '../blocks/block.ts';
import { pValue } from './agreement-blocks.ts';
import type { AnalysisText } from './analysis-text.ts';
import { fitBand } from './model-blocks.ts';
import { reasonSentence } from './reason-words.ts';

type Invariance = NonNullable<ContractDocument['invariance']>;
type Level = Invariance['models'][number];

/** A CFI that drops by more than this at a step speaks against it. Cheung & Rensvold (2002), named in the notes. */
const LARGEST_DROP = 0.01;

/** The furthest level that holds; `poor` where the scales don't even fit in the groups apart. */
function reached({ models }: Invariance): Level['level'] | 'poor' | 'none' {
  const [configural, ...steps] = models;
  if (configural === undefined || configural.cfi === null || configural.improper !== undefined) return 'none';
  if (fitBand(configural) === 'poor') return 'poor';
  let level = configural.level;
  for (const step of steps) {
    if (step.improper !== undefined) return level;
    if (step.deltaCfi === null || step.deltaCfi === undefined || step.deltaCfi < -LARGEST_DROP) return level;
    ({ level } = step);
  }
  return level;
}

/** A drop that rounds to nothing is printed without its sign. */
function withoutMinusZero(value: number | null): number | null {
  return value !== null && Math.abs(value) < 0.0005 ? 0 : value;
}

function levelTable({ models }: Invariance, text: AnalysisText): Block {
  const { words } = text;
  const labels = [
    'χ²',
    'df',
    'CFI',
    words.say('analysis.invariance.cfiStep'),
    'RMSEA',
    'SRMR',
    words.say('analysis.invariance.pStep'),
  ];
  return {
    kind: 'table',
    caption: words.say('analysis.invariance.table'),
    columns: [
      { label: words.say('analysis.invariance.level'), align: 'start' },
      ...labels.map((label) => ({ label, align: 'end' as const })),
    ],
    rows: models.map((model) => [
      words.say(`analysis.invariance.${model.level}`),
      text.figure(model.chisq, 1),
      text.figure(model.df, 0),
      text.figure(model.cfi, 3),
      model.deltaCfi === undefined ? '' : text.figure(withoutMinusZero(model.deltaCfi), 3),
      text.figure(model.rmsea, 3),
      text.figure(model.srmr, 3),
      model.deltaP === undefined ? '' : pValue(model.deltaP, text),
    ]),
  };
}

/** Whether the items measure the same in the groups of a column: what may be compared, and the steps in a table. */
export function invarianceBlocks({ invariance }: ContractDocument, text: AnalysisText): Block[] {
  if (invariance === undefined) return [];
  const { words } = text;
  const { column, groups, n, leftOut, models } = invariance;
  const level = reached(invariance);
  const title = heading(words.say('analysis.invariance.heading', { level }));
  const reasons = new Set(models.flatMap(({ improper, undefined: missing }) => improper ?? missing?.chisq ?? []));
  const why = Array.from(reasons, (reason) => paragraph(reasonSentence(reason, words)));
  if (groups === 0) return [title, ...why];
  const bound = text.figure(LARGEST_DROP, 2);
  return [
    title,
    paragraph(words.say('analysis.invariance.explained', { groups, column, n, bound })),
    ...(leftOut.length === 0
      ? []
      : [paragraph(words.say('analysis.invariance.leftOut', { count: leftOut.length, names: words.list(leftOut) }))]),
    levelTable(invariance, text),
    ...why,
  ];
}
