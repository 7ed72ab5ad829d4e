import type { ContractDocument, ContractReason } from '@lerend/analysis';
import type { Block } from '../blocks/block.ts';
import { heading, paragraph } from '../blocks/block.ts';
import type { Words } from '../language.ts';
import { pValue } from './agreement-blocks.ts';
import type { AnalysisText } from './analysis-text.ts';
import { reasonSentence } from './reason-words.ts';

type Model = ContractDocument['model'];

/** Rules of thumb, and said to be so in the notes. */
const GOOD = { cfi: 0.95, rmsea: 0.06, srmr: 0.08 };
const USABLE = { cfi: 0.9, rmsea: 0.08, srmr: 0.1 };
const WEAK_LOADING = 0.4;

export type FitBand = 'good' | 'usable' | 'poor' | 'none';

/** How well a model fits, in one word; none for an improper solution, whose fit says nothing about the scales. */
export function fitBand({ cfi, rmsea, srmr, improper }: Pick<Model, 'cfi' | 'rmsea' | 'srmr' | 'improper'>): FitBand {
  if (cfi === null || rmsea === null || srmr === null || improper !== undefined) return 'none';
  const meets = (bounds: typeof GOOD): boolean => cfi >= bounds.cfi && rmsea <= bounds.rmsea && srmr <= bounds.srmr;
  return meets(GOOD) ? 'good' : meets(USABLE) ? 'usable' : 'poor';
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

function whyNoFiml(reason: ContractReason, words: Words): string {
  if (reason === 'notAsked') return words.say('analysis.model.fimlNotAsked');
  return words.say('analysis.model.fimlNone', { reason: reasonSentence(reason, words) });
}

/** Whether the scales fit the answers: in words from the fuller of the two estimates, and both in a table. */
export function modelBlocks({ model, modelFiml, scales }: ContractDocument, text: AnalysisText): Block[] {
  const { words } = text;
  const best = fitBand(modelFiml) === 'none' ? model : modelFiml;
  const band = fitBand(best);
  const reason = best.improper ?? best.undefined?.cfi ?? best.undefined?.chisq;
  const isOne = scales.length === 1;
  const title = heading(words.say(isOne ? 'analysis.model.headingOne' : 'analysis.model.heading', { band }));
  const why = whyNone(reason, isOne, words);
  const explained = paragraph(
    words.say(isOne ? 'analysis.model.explainedOne' : 'analysis.model.explained', { band, reason: why }),
  );
  if (best.chisq === null || best.improper !== undefined) return [title, explained];
  const noFiml = modelFiml.improper ?? modelFiml.undefined?.chisq;
  const hasFiml = noFiml === undefined && (modelFiml.n > model.n || model.improper !== undefined);
  return [
    title,
    explained,
    ...weakItems(best, text),
    fitTable(
      [
        ...(model.improper === undefined ? [{ label: words.say('analysis.model.listwise'), model }] : []),
        ...(hasFiml ? [{ label: words.say('analysis.model.fiml'), model: modelFiml }] : []),
      ],
      text,
    ),
    ...(noFiml === undefined ? [] : [paragraph(whyNoFiml(noFiml, words), 'quiet')]),
  ];
}
