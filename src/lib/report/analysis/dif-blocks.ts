import type { ContractDocument, ContractReason } from '@lerend/analysis';
import type { Block } from '../blocks/block.ts';
import { heading, paragraph } from '../blocks/block.ts';
import { pValue } from './agreement-blocks.ts';
import type { AnalysisText } from './analysis-text.ts';
import { reasonSentence } from './reason-words.ts';

type Dif = NonNullable<ContractDocument['dif']>;
type DifScale = Dif['scales'][number];
type DifItem = DifScale['items'][number];

const isTested = ({ total }: DifItem): boolean => total !== null;

/** With two groups one can say who answers higher; with more, the table of the JSON file does. */
function flaggedSentence(item: DifItem, { groups }: DifScale, text: AnalysisText): string {
  const [first, ...others] = groups.filter(({ tested }) => tested);
  const [odds] = item.logOdds ?? [];
  const hasDirection = others.length === 1 && odds !== undefined;
  return text.words.say('analysis.dif.flagged', {
    item: text.itemName(item.id),
    size: item.size,
    direction: hasDirection ? (odds.value > 0 ? 'higher' : 'lower') : 'several',
    group: odds?.group ?? '',
    first: first?.name ?? '',
  });
}

/** Who was compared, once for the scales of which it is the same. */
function groupSentences(scales: readonly DifScale[], minimum: number, text: AnalysisText): string[] {
  const { words } = text;
  const named = (groups: DifScale['groups'], tested: boolean): string =>
    words.list(
      groups
        .filter((group) => group.tested === tested)
        .map(({ name, n }) => words.say('analysis.dif.group', { name, n: words.number(n) })),
    );
  const scalesOf = new Map<string, { names: string[]; compared: string; small: string }>();
  for (const { id, groups } of scales) {
    const [compared, small] = [named(groups, true), named(groups, false)];
    if (compared === '') continue;
    const known = scalesOf.get(`${compared} ${small}`) ?? { names: [], compared, small };
    known.names.push(text.scaleName(id));
    scalesOf.set(`${compared} ${small}`, known);
  }
  return [...scalesOf.values()].map(({ names, compared, small }) => {
    const sentence = words.say('analysis.dif.groups', { scale: words.list(names), list: compared });
    return small === '' ? sentence : `${sentence} ${words.say('analysis.dif.small', { minimum, list: small })}`;
  });
}

/** The items of a scale that couldn't be tested, reason by reason. */
function untestedSentences({ id, items }: DifScale, text: AnalysisText): string[] {
  const { words } = text;
  const byReason = new Map<ContractReason, string[]>();
  for (const item of items) {
    const reason = item.undefined?.total;
    if (reason !== undefined) byReason.set(reason, [...(byReason.get(reason) ?? []), text.itemName(item.id)]);
  }
  return [...byReason].map(([reason, names]) =>
    words.say('analysis.dif.none', {
      scale: text.scaleName(id),
      items: words.list(names),
      count: names.length,
      reason: reasonSentence(reason, words),
    }),
  );
}

function itemTable({ column, scales }: Dif, text: AnalysisText): Block[] {
  const { words } = text;
  const items = scales.flatMap((scale) => scale.items.filter(isTested));
  if (items.length === 0) return [];
  const labels = [
    words.say('analysis.dif.uniform'),
    words.say('analysis.dif.nonUniform'),
    words.say('analysis.dif.pHolm'),
    words.say('analysis.dif.change'),
    words.say('analysis.dif.size'),
  ];
  return [
    {
      kind: 'table',
      caption: words.say('analysis.dif.table', { column }),
      columns: [
        { label: words.say('analysis.item'), align: 'start' },
        ...labels.map((label) => ({ label, align: 'end' as const })),
      ],
      rows: items.map(({ id, uniform, nonUniform, pHolm, r2Change, size }) => [
        text.itemName(id),
        pValue(uniform?.p ?? null, text),
        pValue(nonUniform?.p ?? null, text),
        pValue(pHolm, text),
        text.figure(r2Change, 3),
        words.say('analysis.dif.sizes', { size }),
      ]),
    },
  ];
}

/** Items that work differently between the groups of `--dif`. */
export function difBlocks({ dif }: ContractDocument, text: AnalysisText): Block[] {
  if (dif === undefined) return [];
  const { words } = text;
  const { column, scales, minimumPerGroup } = dif;
  const flagged = scales.flatMap((scale) =>
    scale.items.filter((item) => item.flagged === true).map((item) => flaggedSentence(item, scale, text)),
  );
  const hasTested = scales.some(({ items }) => items.some(isTested));
  const lines = [
    ...groupSentences(scales, minimumPerGroup, text),
    ...scales.flatMap((scale) => untestedSentences(scale, text)),
  ];
  return [
    heading(words.say(hasTested ? 'analysis.dif.heading' : 'analysis.dif.untested', { column, count: flagged.length })),
    paragraph(words.say('analysis.dif.explained')),
    ...(flagged.length > 0 ? [{ kind: 'list' as const, items: flagged }] : []),
    ...itemTable(dif, text),
    { kind: 'list', items: lines },
  ];
}
