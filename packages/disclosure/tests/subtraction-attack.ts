import type { GroupNode } from '../src/index.ts';

/** A set of people whose summed figures a reader can work out from what is shown. */
export interface Revealed {
  /** The groups whose direct members make up the set. */
  readonly members: readonly string[];
  readonly people: number;
}

/**
 * The attacker: knows the tree and every shown figure, and solves the equations. Unknown are the answers of the people
 * directly in each group; every shown group gives the sum of its own and all below it. A set of groups' direct members
 * is revealed when the sum over them follows from the shown sums (its indicator lies in their span). Tries every set,
 * so only for small trees. Independent of how the package decides: it knows nothing of rests or of searches.
 */
export function subtractionAttack(
  tree: readonly GroupNode[],
  direct: ReadonlyMap<string, number>,
  shown: ReadonlySet<string>,
): readonly Revealed[] {
  const ids = tree.map((node) => node.id);
  const equations = ids
    .filter((id) => shown.has(id))
    .map((id) => ids.map((other) => (isBelow(tree, other, id) ? 1 : 0)));
  const rank = rankOf(equations);
  const revealed: Revealed[] = [];
  for (let set = 1; set < 2 ** ids.length; set++) {
    const indicator = ids.map((_, index) => (set >> index) & 1);
    if (rankOf([...equations, indicator]) > rank) continue;
    const members = ids.filter((_, index) => indicator[index] === 1);
    revealed.push({ members, people: members.reduce((sum, id) => sum + (direct.get(id) ?? 0), 0) });
  }
  return revealed;
}

/** What the attacker is after: the figures of somebody, but of fewer than the minimum. */
export function tooSmall(revealed: readonly Revealed[], minimum: number): readonly Revealed[] {
  return revealed.filter(({ people }) => people > 0 && people < minimum);
}

function isBelow(tree: readonly GroupNode[], id: string, top: string): boolean {
  let at: string | null | undefined = id;
  while (at) {
    if (at === top) return true;
    at = tree.find((node) => node.id === at)?.parentId;
  }
  return false;
}

/** Gaussian elimination with partial pivoting; entries stay small whole numbers and halves, so 1e-9 tells 0 apart. */
function rankOf(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row]);
  const width = rows[0]?.length ?? 0;
  let rank = 0;
  for (let column = 0; column < width && rank < rows.length; column++) {
    const from = rank;
    const pivot = rows.findIndex((row, index) => index >= from && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    const pivotRow = rows[pivot] ?? [];
    rows[pivot] = rows[rank] ?? [];
    rows[rank] = pivotRow;
    for (let index = rank + 1; index < rows.length; index++) {
      const row = rows[index] ?? [];
      const factor = (row[column] ?? 0) / (pivotRow[column] ?? 1);
      if (factor !== 0) rows[index] = row.map((value, at) => value - factor * (pivotRow[at] ?? 0));
    }
    rank++;
  }
  return rank;
}
