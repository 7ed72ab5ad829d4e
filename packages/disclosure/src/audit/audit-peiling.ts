import type { Highs } from 'highs';
import { arrangeTree } from '../group-tree.ts';
import type { ArrangedTree } from '../group-tree.ts';
import { publicationRules } from '../publication-rules.ts';
import { isEnclosed } from './audited.ts';
import type { AuditedPeiling, AuditedScale, AuditReport, EnclosedTarget } from './audited.ts';
import { stepsOfGroup, stepsOfPerson } from './enclose-mean.ts';
import { enclosedByClasses } from './enclosed-by-classes.ts';
import { enclosedByProfile } from './enclosed-by-profile.ts';
import { enclosedByItems } from './enclosed-by-items.ts';
import { knownRests } from './known-rests.ts';
import type { KnownRest } from './known-rests.ts';
import { pagesOfUnits } from './pages-of-units.ts';

const mostListed = 10;

/**
 * Holds everything that is shown of a peiling against what an attacker can make of it: someone who sees all pages, knows
 * the rules, the tree and who answered, and where it is about one person also one colleague's own answers. A target is
 * *enclosed* when its mean, on an area or on one item, is left less than two of the five steps; a person whose answer is
 * known is left none. Takes time in proportion to groups × items.
 *
 * The attacker's problem is a linear programme over whole people; it falls apart into one per rest, that are solved in
 * closed form (`tree-intervals.ts`, `enclose-mean.ts`, `enclose-item.ts`), and equals what HiGHS finds (tests). What it
 * leaves out stands in the decision record 0022.
 */
export async function auditPeiling(peiling: AuditedPeiling): Promise<AuditReport> {
  const tree = arrangeTree(peiling.groups);
  const order = tree.ids.map((id) => peiling.groups.findIndex((group) => group.id === id));
  const profile = peiling.profile ?? [];
  const scales = peiling.scales.map((one): KnownScale => {
    const scale = inOrder(one, order);
    return { scale, known: knownRests(peiling, tree, scale) };
  });
  const found = [
    ...scales.flatMap((one) => enclosedInScale(peiling, tree, one)),
    ...profile.flatMap((one) => enclosedByProfile(one, peiling.minimum)),
    ...(await enclosedBesideUnits(peiling, tree, scales)),
  ];
  const figures = [
    ...peiling.scales.flatMap(({ scores, items }) => [...scores, ...items.flatMap(({ cells }) => cells)]),
    ...profile.flatMap(({ questions }) => questions.flat()),
  ];
  const shownFigures = figures.filter((figure) => figure !== null).length;
  return {
    shownFigures,
    hiddenFigures: figures.length - shownFigures,
    targets: found.length,
    closest: found.toSorted((a, b) => a.steps - b.steps).slice(0, mostListed),
    enclosed: found.filter(({ steps }) => isEnclosed(steps)).length,
  };
}

interface KnownScale {
  readonly scale: AuditedScale;
  readonly known: readonly KnownRest[];
}

function inOrder(scale: AuditedScale, order: readonly number[]): AuditedScale {
  const sorted = <T>(values: readonly T[]) => order.flatMap((at) => values.slice(at, at + 1));
  return {
    ...scale,
    answered: sorted(scale.answered),
    scores: sorted(scale.scores),
    changes: sorted(scale.changes),
    items: scale.items.map((item) => ({ ...item, answered: sorted(item.answered), cells: sorted(item.cells) })),
  };
}

/** The page about groups beside the figures of units; nothing where it isn't known any more who is in which class. */
async function enclosedBesideUnits(
  peiling: AuditedPeiling,
  tree: ArrangedTree,
  scales: readonly KnownScale[],
): Promise<EnclosedTarget[]> {
  const { profile = [], minimum } = peiling;
  if (!profile.some(({ table }) => table)) return [];
  const highs = await solver();
  return profile.flatMap((one) => {
    const own = scales.find(({ scale }) => scale.areaId === one.areaId);
    if (!own) throw new Error('there are classes on an area without a scale');
    if (!one.table) return [];
    const pages = pagesOfUnits(peiling, tree, own.scale, own.known, one.table);
    return enclosedByClasses(one, one.table, pages, minimum, highs);
  });
}

/** null where it can't be loaded: then what only a programme can show to be open isn't. */
async function solver(): Promise<Highs | null> {
  try {
    const { default: loadHighs } = await import('highs');
    return await loadHighs();
  } catch {
    return null;
  }
}

function enclosedInScale(peiling: AuditedPeiling, tree: ArrangedTree, { scale, known }: KnownScale): EnclosedTarget[] {
  const ofRests = known.flatMap((one) => {
    const { owner, rest, sum } = one;
    const { people, largestSmallGroup } = rest;
    const place = { groupId: tree.ids[owner] ?? '', areaId: scale.areaId };
    const inGroup = people < peiling.minimum ? people : largestSmallGroup;
    const own = { ...place, itemId: null };
    const means: EnclosedTarget[] = [{ ...own, kind: 'person', people: 1, steps: stepsOfPerson(people, sum) }];
    if (inGroup > 0)
      means.push({ ...own, kind: 'small-group', people: inGroup, steps: stepsOfGroup(people, inGroup, sum) });
    return [...means, ...enclosedByItems(one, peiling, scale, place)];
  });
  return [...ofRests, ...differencesInTime(peiling, tree, scale)];
}

/**
 * The few by whom the invited lists differ, where both results are shown: whoever subtracts by hand gets what they add, less
 * what those who left took along, give or take what the others changed their minds. It is taken that each of the others may
 * have moved by a step either way, and that who answered once only can have answered anything. Then least is open when
 * nobody left and everyone else answered both times: of k who came to at least `minimum` others, 2 · minimum / k steps. A
 * change that the product itself shows counts as if nobody had moved.
 */
function differencesInTime(
  { groups, minimum, rosterDifferences }: AuditedPeiling,
  tree: ArrangedTree,
  { areaId, scores, changes }: AuditedScale,
): EnclosedTarget[] {
  const differenceOf = new Map(groups.map(({ id }, at) => [id, rosterDifferences[at] ?? null]));
  return tree.ids.flatMap((groupId, group): EnclosedTarget[] => {
    const few = differenceOf.get(groupId) ?? null;
    if (few === null || few === 0 || few >= publicationRules.minimumRosterDifference) return [];
    if ((scores[group] ?? null) === null) return [];
    const steps = changes[group] ? 0 : Math.min(allSteps, (2 * minimum) / few);
    return [{ kind: 'difference-in-time', groupId, areaId, itemId: null, people: few, steps }];
  });
}

/** From the lowest of the five answers to the highest. */
const allSteps = 4;
