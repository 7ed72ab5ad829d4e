import type { ContractDocument } from '@lerend/analysis';
import type { Block } from '../blocks/block.ts';
import { heading, paragraph } from '../blocks/block.ts';
import type { AnalysisText } from './analysis-text.ts';

type Agreement = NonNullable<ContractDocument['scales'][number]['agreement']>;

/** Bounds in words: rwg(j) by LeBreton & Senter (2008); for ICC(2) a rule of thumb. Both are named in the notes. */
const STRONG_AGREEMENT = 0.71;
const SOME_AGREEMENT = 0.51;
const MEANS_ARE_APART = 0.7;
const MEANS_ARE_HARDLY_APART = 0.5;

function bandOf(value: number | null, upper: number, lower: number): 'high' | 'middle' | 'low' | 'none' {
  if (value === null) return 'none';
  return value >= upper ? 'high' : value >= lower ? 'middle' : 'low';
}

function sentences(name: string, agreement: Agreement, text: AnalysisText): string {
  const { words } = text;
  const between = words.say('analysis.agreement.between', {
    scale: name,
    has: agreement.icc1 === null ? 'none' : 'yes',
    percent: Math.round(Math.max(0, agreement.icc1 ?? 0) * 100),
    icc1: text.figure(agreement.icc1, 2),
  });
  const apart = words.say('analysis.agreement.apart', {
    band: bandOf(agreement.icc2, MEANS_ARE_APART, MEANS_ARE_HARDLY_APART),
    icc2: text.figure(agreement.icc2, 2),
  });
  const rwg = agreement.rwgj?.mean ?? null;
  const within = words.say('analysis.agreement.within', {
    band: bandOf(rwg, STRONG_AGREEMENT, SOME_AGREEMENT),
    rwg: text.figure(rwg, 2),
  });
  return `${between} ${apart} ${within}`;
}

export function agreementBlocks({ scales }: ContractDocument, text: AnalysisText): Block[] {
  const { words } = text;
  const known = scales.flatMap((scale) => (scale.agreement ? [{ id: scale.id, agreement: scale.agreement }] : []));
  if (known.length === 0) return [];
  const labels = [
    words.say('analysis.groups'),
    words.say('analysis.meanGroupSize'),
    'ICC(1)',
    'ICC(2)',
    'F',
    'p',
    'rwg(j)',
    words.say('analysis.rwgSkewed'),
    'AD',
  ];
  return [
    heading(words.say('analysis.agreement.heading')),
    paragraph(words.say('analysis.agreement.explained')),
    { kind: 'list', items: known.map(({ id, agreement }) => sentences(text.scaleName(id), agreement, text)) },
    {
      kind: 'table',
      caption: words.say('analysis.agreement.table'),
      columns: [
        { label: words.say('analysis.scale'), align: 'start' },
        ...labels.map((label) => ({ label, align: 'end' as const })),
      ],
      rows: known.map(({ id, agreement }) => [
        text.scaleName(id),
        words.number(agreement.groups),
        text.figure(agreement.meanGroupSize, 1),
        text.figure(agreement.icc1, 3),
        text.figure(agreement.icc2, 3),
        text.figure(agreement.F, 2),
        pValue(agreement.p, text),
        text.figure(agreement.rwgj?.mean, 2),
        text.figure(agreement.rwgjSkewed?.mean, 2),
        text.figure(agreement.ad?.mean, 2),
      ]),
    },
  ];
}

const SMALLEST_P = 0.001;

export function pValue(p: number | null, text: AnalysisText): string {
  if (p !== null && p < SMALLEST_P) return `< ${text.figure(SMALLEST_P, 3)}`;
  return text.figure(p, 3);
}
