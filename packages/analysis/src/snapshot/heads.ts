import type { AnswerTable } from './answer-table.ts';
import type { UnitTree } from './unit-tree.ts';

/**
 * Everyone who works directly in each unit: as the organisation gave it, else everyone invited; never fewer than
 * answered (a card too many, a list that runs behind).
 */
export function directHeads(tree: UnitTree, table: Pick<AnswerTable, 'peopleIn'>): Float64Array {
  return Float64Array.from(tree.units, ({ headCount, invited }, unit) =>
    Math.max(headCount ?? invited, table.peopleIn[unit] ?? 0),
  );
}
