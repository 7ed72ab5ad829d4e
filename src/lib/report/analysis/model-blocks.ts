import type { ContractDocument, ContractReason } from '@lerend/analysis';
import type { Block } from '../blocks/block.ts';
import { heading, paragraph } from '../blocks/block.ts';
import type { Words } from '../language.ts';
import { pValue } from './agreement-blocks.ts';
import type { AnalysisText } from './analysis-text.ts';
import { reasonSentence } from './reason-words.ts';

type Model = ContractDocument['model'];

/** Rules of thumb, and said to be so in the notes. */
const SAME = 0.9;
const CLOSE = 0.85;
const GOOD = { cfi: 0.95, rmsea: 0.06, srmr: 0.08 };
const USABLE = { cfi: 0.9, rmsea: 0.08, srmr: 0.1 };
const WEAK_LOADING = 0.4;
const MOST_PAIRS = 12;

export type FitBand = 'good' | 'usable' | 'poor' | 'none';

/** How well a model fits, in one word. */
export function fitBand({ cfi, rmsea, srmr }: Pick<Model, 'cfi' | 'rmsea' | 'srmr'>): FitBand {
  if (cfi === null || rmsea === null || srmr === null) return 'none';
  const meets = (bounds: typeof GOOD): boolean => cfi >= bounds.cfi && rmsea <= bounds.rmsea && srmr <= bounds.srmr;
  return meets(GOOD) ? 'good' : meets(USABLE) ? 'usable' : 'poor';
}

interface Pair {
  readonly first: string;
  readonly second: string;
  readonly htmt: number;
}

function knownPairs({ correlations }: ContractDocument, text: AnalysisText): Pair[] {
  const { scales, htmt } = correlations;
  return scales.flatMap((first, row) =>
    scales.slice(0, row).flatMap((second, column): Pair[] => {
      const value = htmt[row]?.[column] ?? null;
      return value === null ? [] : [{ first: text.scaleName(second), second: text.scaleName(first), htmt: value }];
    }),
  );
}

/** Whether scales can be told apart: pairs that can't in words, all of them in a table. */
export function distinctBlocks(document: ContractDocument, text: AnalysisText): Block[] {
  const { words } = text;
  const { scales, htmt } = document.correlations;
  if (scales.length < 2) return [];
  const pairs = knownPairs(document, text).sort((a, b) => b.htmt - a.htmt);
  const same = pairs.filter((pair) => pair.htmt >= SAME);
  const band = pairs.length === 0 ? 'none' : same.length === 0 ? 'apart' : 'same';
  const alike = pairs.filter((pair) => pair.htmt >= CLOSE).slice(0, MOST_PAIRS);
  const items = alike.map(({ first, second, htmt: value }) =>
    words.say(value >= SAME ? 'analysis.distinct.same' : 'analysis.distinct.close', {
      first,
      second,
      htmt: text.figure(value, 2),
    }),
  );
  const bounds = { bound: text.figure(SAME, 2), caution: text.figure(CLOSE, 2) };
  return [
    heading(words.say('analysis.distinct.heading', { band, count: same.length })),
    paragraph(words.say('analysis.distinct.explained', bounds)),
    ...(items.length === 0 ? [] : [{ kind: 'list', items } as const]),
    {
      kind: 'table',
      caption: words.say('analysis.distinct.table'),
      columns: [
        { label: words.say('analysis.scale'), align: 'start' },
        ...scales.slice(0, -1).map((_, index) => ({ label: String(index + 1), align: 'end' as const })),
      ],
      rows: scales.map((id, row) => [
        `${row + 1}. ${text.scaleName(id)}`,
        ...scales.slice(0, -1).map((_, column) => (column < row ? text.figure(htmt[row]?.[column], 2) : '')),
      ]),
    },
  ];
}

/** One figure a row and one estimate a column: narrow enough for a phone. */
function fitTable(estimates: readonly { readonly label: string; readonly model: Model }[], text: AnalysisText): Block {
  const { words } = text;
  const row = (label: string, figureOf: (model: Model) => string): string[] => [
    label,
    ...estimates.map(({ model }) => figureOf(model)),
  ];
  return {
    kind: 'table',
    caption: words.say('analysis.model.table'),
    columns: [
      { label: words.say('analysis.model.from'), align: 'start' },
      ...estimates.map(({ label }) => ({ label, align: 'end' as const })),
    ],
    rows: [
      row('n', ({ n }) => words.number(n)),
      row('χ²', ({ chisq }) => text.figure(chisq, 1)),
      row('df', ({ df }) => text.figure(df, 0)),
      row('p', ({ p }) => pValue(p, text)),
      row('CFI', ({ cfi }) => text.figure(cfi, 3)),
      row('TLI', ({ tli }) => text.figure(tli, 3)),
      row('RMSEA', ({ rmsea }) => text.figure(rmsea, 3)),
      row(words.say('analysis.model.rmseaInterval'), ({ rmseaCi90 }) => text.interval(rmseaCi90, 3)),
      row('SRMR', ({ srmr }) => text.figure(srmr, 3)),
    ],
  };
}

function weakItems({ loadings }: Model, text: AnalysisText): Block[] {
  const weak = (loadings ?? []).flat().filter(({ loading }) => loading < WEAK_LOADING);
  if (weak.length === 0) return [];
  const items = text.words.list(weak.map(({ id, loading }) => `${text.itemName(id)} (${text.figure(loading, 2)})`));
  const bound = text.figure(WEAK_LOADING, 1);
  return [paragraph(text.words.say('analysis.model.weak', { count: weak.length, items, bound }))];
}

/** Of several scales it is one of them that has a single item. */
function whyNone(reason: ContractReason | undefined, isOne: boolean, words: Words): string {
  if (reason === undefined) return '';
  return reason === 'singleItem' && !isOne ? words.say('analysis.model.singleItem') : reasonSentence(reason, words);
}

/** Whether the scales fit the answers: in words from the fuller of the two estimates, and both in a table. */
export function modelBlocks({ model, modelFiml, scales }: ContractDocument, text: AnalysisText): Block[] {
  const { words } = text;
  const best = fitBand(modelFiml) === 'none' ? model : modelFiml;
  const band = fitBand(best);
  const reason = best.undefined?.cfi ?? best.undefined?.chisq;
  const isOne = scales.length === 1;
  const title = heading(words.say(isOne ? 'analysis.model.headingOne' : 'analysis.model.heading', { band }));
  const why = whyNone(reason, isOne, words);
  const explained = paragraph(
    words.say(isOne ? 'analysis.model.explainedOne' : 'analysis.model.explained', { band, reason: why }),
  );
  if (best.chisq === null) return [title, explained];
  const isNotAsked = modelFiml.undefined?.chisq === 'notAsked';
  const hasFiml = modelFiml.chisq !== null && modelFiml.n > model.n;
  return [
    title,
    explained,
    ...weakItems(best, text),
    fitTable(
      [
        { label: words.say('analysis.model.listwise'), model },
        ...(hasFiml ? [{ label: words.say('analysis.model.fiml'), model: modelFiml }] : []),
      ],
      text,
    ),
    ...(isNotAsked ? [paragraph(words.say('analysis.model.fimlNotAsked'), 'quiet')] : []),
  ];
}
