import type { ContractDocument } from '@lerend/analysis';
import { practiceOf } from '@lerend/planning';
import type { Block } from '../blocks/block.ts';
import { heading, paragraph } from '../blocks/block.ts';
import { areaName } from '../result/area-words.ts';
import type { AnalysisText } from './analysis-text.ts';
import { groupNames } from './group-names.ts';

type Step = ContractDocument['plan'][number];

/** More groups than a reader goes through one by one are told by what is proposed most. */
const MOST_GROUPS = 12;

/** A finding's id is `kind:unit:area`; a unit's id may hold colons itself. */
function reasonOf(findingId: string, { words }: AnalysisText): string {
  const area = areaName(findingId.slice(findingId.lastIndexOf(':') + 1), words.language);
  const kind = findingId.startsWith('unit-below-parent:') ? 'below' : 'weakest';
  return words.say('analysis.plan.why', { kind, area });
}

function costOf({ hours, eurosFrom, euros }: Step, text: AnalysisText): [string, string] {
  const { words } = text;
  const spent =
    eurosFrom === euros
      ? words.euros(euros)
      : words.say('analysis.range', { low: words.euros(eurosFrom), high: words.euros(euros) });
  return [words.number(hours, Number.isInteger(hours) ? 0 : 1), spent];
}

function stepName({ step }: Step, { words }: AnalysisText): string {
  return practiceOf(step)?.title[words.language] ?? step;
}

function table(
  captionKey: 'analysis.plan.table' | 'analysis.plan.tableMost',
  labels: string[],
  numbers: number,
  rows: string[][],
  text: AnalysisText,
): Block {
  return {
    kind: 'table',
    caption: text.words.say(captionKey),
    columns: labels.map((label, index) => ({
      label,
      align: index < labels.length - numbers ? ('start' as const) : ('end' as const),
    })),
    rows,
  };
}

function oneByOne(document: ContractDocument, text: AnalysisText): Block {
  const { words } = text;
  const nameOf = groupNames(document);
  const hasGroups = document.plan.some(({ group }) => group.length > 0);
  const labels = [
    ...(hasGroups ? [words.say('analysis.group')] : []),
    words.say('analysis.plan.step'),
    words.say('analysis.plan.because'),
    words.say('analysis.plan.hours'),
    words.say('analysis.plan.euros'),
  ];
  const rows = document.plan.map((step) => [
    ...(hasGroups ? [nameOf({ path: step.group })] : []),
    stepName(step, text),
    words.list(step.why.map((id) => reasonOf(id, text))),
    ...costOf(step, text),
  ]);
  return table('analysis.plan.table', labels, 2, rows, text);
}

/** Each practice with how many groups it is proposed to, the most common first. */
function mostProposed(document: ContractDocument, text: AnalysisText): Block {
  const { words } = text;
  const rows = [...Map.groupBy(document.plan, ({ step }) => step).values()]
    .map((steps) => ({ first: steps[0] as Step, count: steps.length }))
    .sort((a, b) => b.count - a.count || stepName(a.first, text).localeCompare(stepName(b.first, text)))
    .map(({ first, count }) => [stepName(first, text), areaName(first.area, words.language), words.number(count)]);
  const labels = [words.say('analysis.plan.step'), words.say('result.area'), words.say('analysis.groups')];
  return table('analysis.plan.tableMost', labels, 1, rows, text);
}

/** The proposed steps, as the document's `plan` has them; nothing for a questionnaire that is not the built-in one. */
export function planBlocks(document: ContractDocument, text: AnalysisText): Block[] {
  const { words } = text;
  const { plan } = document;
  if (plan.length === 0) return [];
  const groups = new Set(plan.map(({ group }) => JSON.stringify(group))).size;
  const isShort = groups <= MOST_GROUPS;
  return [
    heading(words.say('analysis.plan.heading')),
    paragraph(
      words.say('analysis.plan.explained', { whole: plan.every(({ group }) => group.length === 0) ? 'yes' : 'no' }),
    ),
    ...(isShort ? [] : [paragraph(words.say('analysis.plan.many', { groups }))]),
    isShort ? oneByOne(document, text) : mostProposed(document, text),
  ];
}
