import type { OptionColumn, UnitIndex } from '@lerend/psychometrics';
import type { SnapshotForm } from './snapshot-form.ts';
import type { AnswerRows } from './snapshot-input.ts';
import { addUpwards } from './unit-tree.ts';
import type { UnitTree } from './unit-tree.ts';

/** "Weet ik niet / geldt niet voor mij" in an answer row. */
const dontKnowAnswer = 9;

/** All answers as columns, with the unit of every row. */
export interface AnswerTable {
  readonly people: number;
  /** People directly in each unit. */
  readonly peopleIn: Float64Array;
  /** The unit in which each row sits. */
  readonly ownUnits: UnitIndex;
  /** Per depth: the unit of that depth in which, or below which, each row sits; −1 for a row above it. */
  readonly unitsAtDepth: readonly UnitIndex[];
  /** In the order of the form's items; "don't know" is missing here. */
  readonly columns: readonly OptionColumn[];
  /** Per unit and item the number of 1, 2, 3, 4, 5 and "don't know", of people directly in the unit; six a cell. */
  readonly directCounts: Float64Array;
  /** The same, everything below the unit included. */
  readonly counts: Float64Array;
}

export const countsPerItem = 6;

/**
 * Reads the blocks of answers. A block for a unit that isn't there, two for one unit, a wrong length or a byte other
 * than 0–5 and 9 is an Error: it would mean that the answers were stored against another form.
 */
export function answerTable(tree: UnitTree, form: SnapshotForm, blocks: readonly AnswerRows[]): AnswerTable {
  const width = form.itemIds.length;
  const people = blocks.reduce((sum, block) => sum + block.n, 0);
  const columns = form.itemIds.map((): OptionColumn => ({
    kind: 'options',
    codes: new Uint8Array(people),
    minimum: 1,
    maximum: 5,
  }));
  const own = new Int32Array(people);
  const peopleIn = new Float64Array(tree.units.length);
  const directCounts = new Float64Array(tree.units.length * width * countsPerItem);
  const seen = new Set<string>();
  let row = 0;
  for (const { unitId, n, items } of blocks) {
    const unit = tree.indexOf.get(unitId);
    if (unit === undefined) throw new Error(`there are answers of unit ${unitId}, which is not there`);
    if (seen.has(unitId)) throw new Error(`there are two blocks of answers of unit ${unitId}`);
    if (items.length !== n * width) throw new Error(`unit ${unitId}: ${items.length} answers, not ${n} × ${width}`);
    seen.add(unitId);
    peopleIn[unit] = n;
    own.fill(unit, row, row + n);
    for (let column = 0; column < width; column++) {
      const codes = columns[column]?.codes ?? new Uint8Array(0);
      const cell = (unit * width + column) * countsPerItem;
      for (let person = 0; person < n; person++) {
        const answer = items[person * width + column] ?? 0;
        if (answer === 0) continue;
        if (answer > 5 && answer !== dontKnowAnswer) throw new Error(`unit ${unitId}: an answer of ${answer}`);
        const at = cell + Math.min(answer, countsPerItem) - 1;
        directCounts[at] = (directCounts[at] ?? 0) + 1;
        if (answer !== dontKnowAnswer) codes[row + person] = answer;
      }
    }
    row += n;
  }
  return {
    people,
    peopleIn,
    ownUnits: { unit: own, count: tree.units.length },
    unitsAtDepth: unitsAtDepth(tree, own),
    columns,
    directCounts,
    counts: addUpwards(tree, directCounts.slice(), width * countsPerItem),
  };
}

function unitsAtDepth(tree: UnitTree, own: Int32Array): UnitIndex[] {
  return Array.from({ length: tree.levels }, (_, depth) => {
    const above = Int32Array.from(tree.units, (__, unit) => {
      let at = unit;
      while (at >= 0 && (tree.depths[at] ?? 0) > depth) at = tree.parents[at] ?? -1;
      return at >= 0 && tree.depths[at] === depth ? at : -1;
    });
    return { unit: own.map((unit) => above[unit] ?? -1), count: tree.units.length };
  });
}
