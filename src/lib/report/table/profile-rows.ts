import type { Snapshot } from '@lerend/analysis';
import { publishedValue } from '@lerend/disclosure';
import { itemOf, profileQuestionsOf } from '@lerend/instrument';
import type { Words } from '../language.ts';
import { areaName, itemText } from '../result/area-words.ts';
import { bandLabel, profileInWords } from '../result/profile-words.ts';
import { weightingInWords } from '../result/weighting-words.ts';
import type { ResultTable, TableCell } from './result-rows.ts';

type Column =
  | 'profileQuestion'
  | 'profileGroup'
  | 'profilePeople'
  | 'area'
  | 'n'
  | 'score'
  | 'margin'
  | 'item'
  | 'profileAnswers'
  | 'profileKnown'
  | 'profileResponse'
  | 'weighted';

const headerOf = (words: Words, columns: readonly Column[]) => columns.map((column) => words.say(`table.${column}`));

/** What profile questions tell, a table a kind; only those that have a row. */
export function profileTables(snapshot: Snapshot, words: Words): ResultTable[] {
  const tables = [profileTable, responseTable, differingTable, weightedTable].map((table) => table(snapshot, words));
  return tables.filter(({ rows }) => rows.length > 0);
}

/** Scores by group, for the whole organisation. */
export function profileTable(snapshot: Snapshot, words: Words): ResultTable {
  const rows = profileInWords(snapshot, words).flatMap(({ text, classes }) =>
    classes.flatMap(({ label, people, cells }) =>
      snapshot.areaIds.map((areaId, at): TableCell[] => {
        const cell = cells[at] ?? null;
        const figures = cell === null ? [null, null, null] : [cell.n, cell.score, cell.band];
        return [text, label, people, areaName(areaId, words.language), ...figures];
      }),
    ),
  );
  const header = headerOf(words, ['profileQuestion', 'profileGroup', 'profilePeople', 'area', 'n', 'score', 'margin']);
  return { name: words.say('table.profile'), header, rows };
}

function responseTable({ profile = [] }: Snapshot, words: Words): ResultTable {
  const rows = profile.flatMap(({ questionId, response = [] }) =>
    profileQuestionsOf([questionId]).flatMap((question) =>
      response.map(({ people, response: share }, at): TableCell[] => [
        question.text[words.language],
        bandLabel(question, at + 1, words),
        people,
        share && words.say(`profile.share.${publishedValue(share)}`),
      ]),
    ),
  );
  const header = headerOf(words, ['profileQuestion', 'profileGroup', 'profileKnown', 'profileResponse']);
  return { name: words.say('table.response'), header, rows };
}

function differingTable({ profile = [] }: Snapshot, words: Words): ResultTable {
  const rows = profile.flatMap(({ questionId, items }) =>
    profileQuestionsOf([questionId]).flatMap((question) =>
      (items?.differing ?? []).map(({ itemId, band, direction }): TableCell[] => [
        question.text[words.language],
        bandLabel(question, band, words),
        areaName(itemOf(itemId)?.area ?? '', words.language),
        itemText(itemId, words.language),
        words.say('table.direction', { direction }),
      ]),
    ),
  );
  const header = headerOf(words, ['profileQuestion', 'profileGroup', 'area', 'item', 'profileAnswers']);
  return { name: words.say('table.differing'), header, rows };
}

function weightedTable(snapshot: Snapshot, words: Words): ResultTable {
  const rows = (weightingInWords(snapshot, words)?.rows ?? []).map(({ area, told }): TableCell[] => [
    area,
    told?.score ?? null,
    told?.weighted ?? null,
  ]);
  return { name: words.say('table.weighting'), header: headerOf(words, ['area', 'score', 'weighted']), rows };
}
