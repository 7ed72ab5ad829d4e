import type { Highs } from 'highs';
import type { GroupNode } from '../src/index.ts';

/** How much a choice of groups shows: tops, then groups, then people, as one number. */
export interface Worth {
  readonly top: number;
  readonly group: number;
}

/** For trees of so few people that the three can't run into one another. */
export const smallWorth: Worth = { top: 30_000, group: 2_000 };

/**
 * The best set of groups to show, by an integer programme that HiGHS solves: another description of the same question than
 * the package's search. Per group whether it is shown, and per group and unit of people below it whether that is the
 * nearest shown group above them; then every group's own people are nobody, enough of one unit, or enough of several.
 */
export function optimumByHighs(
  highs: Highs,
  tree: readonly GroupNode[],
  direct: ReadonlyMap<string, number>,
  { minimum, minimumOfSeveral }: { readonly minimum: number; readonly minimumOfSeveral: number },
  worth: Worth = smallWorth,
): { readonly worth: number; readonly shown: ReadonlySet<string> } {
  const number = new Map(tree.map(({ id }, at) => [id, at]));
  const above = new Map(tree.map((node) => [node.id, pathUpwards(tree, node.id)]));
  const people = (id: string) => direct.get(id) ?? 0;
  const peopled = tree.map(({ id }) => id).filter((id) => people(id) > 0);
  const shown = (id: string) => `z${number.get(id)}`;
  const nearest = (of: string, group: string) => `w${number.get(of)}_${number.get(group)}`;
  const rows: string[] = [];
  const objective: string[] = [];
  const binaries: string[] = [];
  for (const { id, parentId } of tree) {
    const below = peopled.filter((one) => above.get(one)?.includes(id));
    const count = below.reduce((sum, one) => sum + people(one), 0);
    const [some, several] = [`s${number.get(id)}`, `m${number.get(id)}`];
    binaries.push(shown(id), some, several);
    if (count < minimum) rows.push(`${shown(id)} = 0`);
    objective.push(`${(parentId === null ? worth.top : worth.group) + count} ${shown(id)}`);
    const own = below.map((one) => nearest(one, id));
    for (const one of below) {
      const between = (above.get(one) ?? []).slice(0, above.get(one)?.indexOf(id));
      const own = nearest(one, id);
      binaries.push(own);
      rows.push(`${own} - ${shown(id)} <= 0`, `${own} - ${some} <= 0`);
      for (const group of between) rows.push(`${own} + ${shown(group)} <= 1`);
      rows.push([`${own} - ${shown(id)}`, ...between.map(shown)].join(' + ') + ' >= 0');
    }
    if (own.length === 0) continue;
    const inRest = below.map((one) => `${people(one)} ${nearest(one, id)}`).join(' + ');
    rows.push(`${inRest} - ${minimum} ${some} >= 0`, `${inRest} - ${minimumOfSeveral} ${several} >= 0`);
    rows.push(`${own.join(' + ')} - ${own.length} ${several} <= 1`);
  }
  const text = `Maximize\n obj: ${objective.join(' + ')}\nSubject To\n ${rows.join('\n ')}\nBinary\n ${binaries.join(' ')}\nEnd`;
  const { Status, ObjectiveValue, Columns } = highs.solve(text, { mip_rel_gap: 0 });
  if (Status !== 'Optimal') throw new Error(`HiGHS: ${Status}`);
  const isShown = (id: string) => {
    const column = Columns[shown(id)];
    return column !== undefined && 'Primal' in column && column.Primal > 0.5;
  };
  return { worth: ObjectiveValue, shown: new Set(tree.map(({ id }) => id).filter(isShown)) };
}

/** The group itself and all above it, the nearest first. */
function pathUpwards(tree: readonly GroupNode[], id: string): string[] {
  const parentId = tree.find((node) => node.id === id)?.parentId ?? null;
  return parentId === null ? [id] : [id, ...pathUpwards(tree, parentId)];
}
