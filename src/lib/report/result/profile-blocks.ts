import type { Snapshot } from '@lerend/analysis';
import { heading, paragraph } from '../blocks/block.ts';
import type { Block } from '../blocks/block.ts';
import type { Words } from '../language.ts';
import { areaName } from './area-words.ts';
import { profileInWords, untestedSentence } from './profile-words.ts';
import type { ProfileInWords } from './profile-words.ts';
import { weightingInWords } from './weighting-words.ts';

/** The groups of profile questions, for the whole organisation; nothing where nothing was asked. */
export function profileBlocks(snapshot: Snapshot, words: Words): Block[] {
  const questions = profileInWords(snapshot, words);
  if (questions.length === 0) return [];
  const untested = untestedSentence(snapshot, words);
  return [
    heading(words.say('profile.heading')),
    paragraph(words.say('profile.lead')),
    ...questions.flatMap((question) => questionBlocks(question, snapshot, words)),
    ...(untested === null ? [] : [paragraph(untested, 'quiet')]),
    ...weightingBlocks(snapshot, words),
  ];
}

function questionBlocks(question: ProfileInWords, snapshot: Snapshot, words: Words): Block[] {
  const { classes, items } = question;
  return [
    heading(question.text, 3),
    ...question.sentences.map((sentence) => paragraph(sentence)),
    ...(classes.length === 0 ? [] : [classTable(question, snapshot, words)]),
    ...(question.response.length > 0
      ? [paragraph(words.say('profile.responseLead')), { kind: 'list' as const, items: question.response }]
      : []),
    ...(items ? [paragraph(items.sentence)] : []),
    ...(items && items.differing.length > 0 ? [{ kind: 'list' as const, items: items.differing }] : []),
  ];
}

function classTable({ name, classes }: ProfileInWords, { areaIds }: Snapshot, words: Words): Block {
  return {
    kind: 'table',
    caption: words.say('profile.caption', { name }),
    columns: [
      { label: words.say('result.area'), align: 'start' },
      ...classes.map(({ label, people }) => ({
        label: words.say('profile.label', { label, n: people }),
        align: 'end' as const,
      })),
    ],
    rows: areaIds.map((id, at) => [
      areaName(id, words.language),
      ...classes.map(({ cells }) => {
        const cell = cells[at] ?? null;
        return cell === null ? '–' : words.say('profile.cell', { score: cell.score, band: cell.band });
      }),
    ]),
  };
}

function weightingBlocks(snapshot: Snapshot, words: Words): Block[] {
  const weighting = weightingInWords(snapshot, words);
  if (weighting === null) return [];
  const { sentence, basis, rows } = weighting;
  return [
    heading(words.say('weighting.heading'), 3),
    paragraph(sentence),
    ...(rows.every(({ told }) => told === null || told.weighted === told.score)
      ? []
      : [
          {
            kind: 'table' as const,
            caption: words.say('weighting.caption'),
            columns: [
              { label: words.say('result.area'), align: 'start' as const },
              { label: words.say('weighting.score'), align: 'end' as const },
              { label: words.say('weighting.weighted'), align: 'end' as const },
            ],
            rows: rows.map(({ area, told }) =>
              told === null ? [area, '–', '–'] : [area, words.number(told.score), words.number(told.weighted)],
            ),
          },
        ]),
    ...(basis === null ? [] : [paragraph(basis, 'quiet')]),
  ];
}
