import type { ContractDocument } from '@lerend/analysis';
import type { Block } from '../blocks/block.ts';
import { heading, paragraph } from '../blocks/block.ts';
import { capital } from './analysis-text.ts';
import type { AnalysisText } from './analysis-text.ts';

/** Rules of thumb, and said to be so in the notes. */
const SAME = 0.9;
const CLOSE = 0.85;
const MOST_PAIRS = 12;

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
    capital(
      words.say(value >= SAME ? 'analysis.distinct.same' : 'analysis.distinct.close', {
        first,
        second,
        htmt: text.figure(value, 2),
      }),
    ),
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
