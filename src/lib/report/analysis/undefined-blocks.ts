import type { ContractDocument, ContractReason } from '@lerend/analysis';
import type { Block } from '../blocks/block.ts';
import { heading } from '../blocks/block.ts';
import type { MessageKey } from '../language.ts';
import type { AnalysisText } from './analysis-text.ts';
import { reasonSentence } from './reason-words.ts';

type Reasons = Readonly<Record<string, ContractReason>>;

/** Something that has no figure: where, which figure, and why. */
interface Gap {
  readonly where: string;
  readonly field: string;
  readonly reason: ContractReason;
}

/** Nothing went wrong: it wasn't asked for, or the rules hide it and the report says so where it does. */
const NO_SURPRISE: readonly ContractReason[] = ['withheld', 'noPopulation', 'noGroups', 'notBuiltIn', 'notAsked'];
const MOST_PLACES = 6;

/** The words that the tables have for a field of the document; several fields may share one. */
const FIELD_KEYS: Readonly<Record<string, MessageKey>> = {
  mean: 'analysis.mean',
  sd: 'analysis.sd',
  score: 'analysis.score',
  ci95: 'analysis.interval',
  ci95Finite: 'analysis.intervalFinite',
  shrunkMean: 'analysis.shrunkMean',
  omegaTotal: 'analysis.omega',
  pairwise: 'analysis.alpha',
  listwise: 'analysis.alpha',
  itemRest: 'analysis.itemRest',
  alphaIfDropped: 'analysis.alphaIfDropped',
  rwgjSkewed: 'analysis.rwgSkewed',
  counts: 'analysis.undefined.counts',
  correlation: 'analysis.undefined.correlation',
  htmt: 'analysis.undefined.htmt',
  fit: 'analysis.undefined.fit',
  unweightedMean: 'analysis.weighting.unweighted',
  weightedMean: 'analysis.weighting.weighted',
  se: 'analysis.weighting.se',
  seClustered: 'analysis.weighting.seClustered',
};
const FIELD_SIGNS: Readonly<Record<string, string>> = { rwgj: 'rwg(j)', icc1: 'ICC(1)', icc2: 'ICC(2)' };

function fieldName(field: string, text: AnalysisText): string {
  const key = FIELD_KEYS[field];
  return key === undefined
    ? (FIELD_SIGNS[field] ?? text.words.say('analysis.undefined.agreement'))
    : text.words.say(key);
}

const gapsOf = (where: string, reasons: Reasons | undefined, prefix = ''): Gap[] =>
  Object.entries(reasons ?? {}).map(([field, reason]) => ({ where, field: `${prefix}${field}`, reason }));

function scaleGaps({ scales }: ContractDocument, text: AnalysisText): Gap[] {
  return scales.flatMap((scale) => {
    const name = text.scaleName(scale.id);
    const { agreement } = scale;
    return [
      ...gapsOf(name, scale.undefined),
      ...gapsOf(name, scale.alpha.undefined).map((gap) => (gap.field === 'ci95' ? { ...gap, field: 'pairwise' } : gap)),
      ...gapsOf(name, agreement?.undefined),
      ...gapsOf(name, agreement?.rwgj?.undefined).map((gap) => ({ ...gap, field: 'rwgj' })),
      ...gapsOf(name, agreement?.ad.undefined).map((gap) => ({ ...gap, field: 'ad' })),
      ...scale.itemStatistics.flatMap((item) => gapsOf(text.itemName(item.id), item.undefined)),
    ];
  });
}

function correlationGaps({ correlations }: ContractDocument, text: AnalysisText): Gap[] {
  return Object.entries(correlations.undefined ?? {}).flatMap(([place, reason]) => {
    const [row = 0, column = 0] = place.match(/\d+/gu)?.map(Number) ?? [];
    const nameOf = (index: number): string => text.scaleName(correlations.scales[index] ?? '');
    // A scale with itself, and the other half of the matrix, say nothing that the scale's own gaps don't say.
    if (column >= row) return [];
    const where = text.words.say('analysis.undefined.pair', { first: nameOf(column), second: nameOf(row) });
    return [{ where, field: place.startsWith('htmt') ? 'htmt' : 'correlation', reason }];
  });
}

/** A model that doesn't exist lacks every field for one reason. */
function modelGaps({ model }: ContractDocument, text: AnalysisText): Gap[] {
  const [reason] = Object.values(model.undefined ?? {});
  return reason === undefined ? [] : [{ where: text.words.say('analysis.undefined.model'), field: 'fit', reason }];
}

function weightingGaps({ weighting }: ContractDocument, text: AnalysisText): Gap[] {
  if (weighting?.undefined !== undefined) return [];
  return (weighting?.scales ?? []).flatMap((scale) => gapsOf(text.scaleName(scale.id), scale.undefined));
}

/** Groups aren't named one by one: how many, and which figures. */
function groupGaps({ groups }: ContractDocument, text: AnalysisText): Map<ContractReason, string> {
  const found = new Map<ContractReason, { groups: Set<number>; fields: Set<string> }>();
  groups.forEach((group, index) => {
    for (const gap of group.scales.flatMap((scale) => gapsOf('', scale.undefined))) {
      const known = found.get(gap.reason) ?? { groups: new Set(), fields: new Set() };
      known.groups.add(index);
      known.fields.add(fieldName(gap.field, text));
      found.set(gap.reason, known);
    }
  });
  const line = (count: number, fields: Set<string>): string =>
    text.words.say('analysis.undefined.groups', { count, fields: [...fields].join(', ') });
  return new Map([...found].map(([reason, each]) => [reason, line(each.groups.size, each.fields)]));
}

/** Each place once, with its figures; of many places the first ones and how many more. */
function placesOf(gaps: readonly Gap[], text: AnalysisText): string[] {
  const fields = new Map<string, Set<string>>();
  for (const { where, field } of gaps) {
    fields.set(where, (fields.get(where) ?? new Set()).add(fieldName(field, text)));
  }
  const places = [...fields].map(([name, names]) =>
    text.words.say('analysis.undefined.place', { name, fields: [...names].join(', ') }),
  );
  const more = places.length - MOST_PLACES;
  if (more <= 1) return places;
  return [...places.slice(0, MOST_PLACES), text.words.say('analysis.undefined.more', { count: more })];
}

/** Every dash of the report explained: one line a reason, with where it applies. */
export function undefinedBlocks(document: ContractDocument, text: AnalysisText): Block[] {
  const { words } = text;
  const items = document.items.flatMap((item) => gapsOf(text.itemName(item.id), item.undefined));
  const gaps = [
    ...items,
    ...scaleGaps(document, text),
    ...correlationGaps(document, text),
    ...modelGaps(document, text),
    ...weightingGaps(document, text),
  ];
  const ofGroups = groupGaps(document, text);
  const reasons = new Set([...gaps.map(({ reason }) => reason), ...ofGroups.keys()]);
  const lines = [...reasons]
    .filter((reason) => !NO_SURPRISE.includes(reason))
    .map((reason) => {
      const places = placesOf(
        gaps.filter((gap) => gap.reason === reason),
        text,
      );
      const group = ofGroups.get(reason);
      const where = words.list(group === undefined ? places : [...places, group]);
      return words.say('analysis.undefined.line', { reason: reasonSentence(reason, words), where });
    });
  if (lines.length === 0) return [];
  return [heading(words.say('analysis.undefined.heading')), { kind: 'list', items: lines }];
}
