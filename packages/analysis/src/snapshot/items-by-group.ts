import { holmAdjusted } from '@lerend/psychometrics';
import type { Figure, ItemFunctioning } from '@lerend/psychometrics';
import { isFlagged, minimumPerGroup, scaleFunctioning } from '../functioning/scale-functioning.ts';
import type { ScaleFunctioning } from '../functioning/scale-functioning.ts';
import { answerTable } from './answer-table.ts';
import { countedUnits } from './counted-units.ts';
import { bandsInOrder } from './profile-bands.ts';
import type { ItemByGroup, ItemsByGroup } from './profile-result.ts';
import { scaleFigures } from './scale-figures.ts';
import { snapshotForm } from './snapshot-form.ts';
import type { ProfileAnswers, SnapshotInput } from './snapshot-input.ts';
import { unitTree } from './unit-tree.ts';

/** What was found of one question, and of how few people at least; null: no item could be tested. */
export interface FoundByGroup {
  readonly questionId: string;
  readonly fewest: number;
  readonly found: ItemsByGroup | null;
}

export type ItemsInput = Pick<SnapshotInput, 'form' | 'units' | 'answers'> & { readonly profile: ProfileAnswers };

/** Whether there is anything to test: two bands of one question with people enough, in a form whose areas everyone got whole. */
export function mayTestItems({ form, answers, profile }: ItemsInput): boolean {
  if (snapshotForm(form).drawnPerArea !== null) return false;
  return profile.questions.some((_, column) => largeBands(answers, profile, column) > 1);
}

function largeBands(answers: ItemsInput['answers'], profile: ProfileAnswers, column: number): number {
  const counts = new Map<number, number>();
  for (const band of bandsInOrder(answers, profile, column)) counts.set(band, (counts.get(band) ?? 0) + 1);
  return [...counts].filter(([band, people]) => band > 0 && people >= minimumPerGroup).length;
}

/**
 * Which items people of one band answer higher or lower than people of another who score the same on the area. Takes as
 * long as the rest of a result.
 *
 * Every item of every area from three items, between the bands of which 200 people answered the area whole, with units as
 * clusters. An item differs when that is more than chance over all items of all questions together (Holm), and not
 * negligible. Everybody counts with what they answered: what is told is a list of names, from so many people that the few
 * of whom nothing may be told move it no more than anyone else does.
 */
export function itemsByGroup(input: ItemsInput): FoundByGroup[] {
  const form = snapshotForm(input.form);
  const tree = unitTree(countedUnits(input.units).units);
  const table = answerTable(tree, form, input.answers);
  const scales = form.areas.map(({ columns }) => ({
    itemIds: columns.map((column) => form.itemIds[column] ?? ''),
    figures: scaleFigures(tree, table, columns, form.drawnPerArea),
  }));
  const tests = input.profile.questions.map(({ id, bands }, column) => {
    const groupOf = Int32Array.from(bandsInOrder(input.answers, input.profile, column), (band) => band - 1);
    const order = Array.from({ length: bands }, (_, group) => group);
    const areas = scales.map(({ itemIds, figures: { columns, points } }) => ({
      itemIds,
      outcome: scaleFunctioning({ columns, scores: points, groupOf, order, units: table.ownUnits }),
    }));
    return { questionId: id, areas };
  });
  const pHolm = holmOf(tests.flatMap(({ areas }) => areas.flatMap(({ outcome }) => outcome.items)));
  return tests.map(({ questionId, areas }) => ({ questionId, ...toldOf(areas, pHolm) }));
}

type TestedAreas = readonly { readonly itemIds: readonly string[]; readonly outcome: ScaleFunctioning }[];
type HolmOf = ReadonlyMap<Figure<ItemFunctioning>, number>;

function holmOf(items: readonly Figure<ItemFunctioning>[]): HolmOf {
  const tested = items.flatMap((item) => (item.value === null ? [] : [{ item, p: item.value.total.p }]));
  const adjusted = holmAdjusted(tested.map(({ p }) => p));
  return new Map(tested.map(({ item }, at) => [item, adjusted[at] ?? 1]));
}

/**
 * Of areas of which every item could be tested. Of each at most one item is named, the one that differs most: it draws the
 * score of the area along, so that the others seem to differ the other way.
 */
function toldOf(areas: TestedAreas, pHolm: HolmOf): Pick<FoundByGroup, 'fewest' | 'found'> {
  const tested = areas.flatMap(({ itemIds, outcome: { items, counts, tested: groups } }) => {
    const known = items.flatMap(({ value }) => value ?? []);
    return known.length < items.length ? [] : [{ itemIds, items, known, counts, groups }];
  });
  if (tested.length === 0) return { fewest: 0, found: null };
  const differing = tested.flatMap(({ itemIds, items, known, groups }): ItemByGroup[] => {
    const flagged = known.flatMap((item, place) => {
      const p = items[place] && pHolm.get(items[place]);
      return isFlagged(p ?? 1, item.rSquaredChange) ? [{ item, itemId: itemIds[place] ?? '' }] : [];
    });
    const [most] = flagged.sort((a, b) => b.item.rSquaredChange - a.item.rSquaredChange);
    return most ? [{ itemId: most.itemId, ...directionOf(most.item, groups) }] : [];
  });
  const fewest = Math.min(...tested.flatMap(({ groups, counts }) => groups.map((group) => counts[group] ?? 0)));
  return { fewest, found: { tested: tested.reduce((sum, { known }) => sum + known.length, 0), differing } };
}

const chanceOfDirection = 0.05;

/** The band that lies furthest from the middle of the tested ones. No direction where it isn't the same for every score. */
function directionOf(
  { logOdds, uniform }: ItemFunctioning,
  tested: readonly number[],
): Pick<ItemByGroup, 'band' | 'direction'> {
  const places = [0, ...logOdds.map(({ value }) => value)];
  const middle = places.reduce((sum, place) => sum + place, 0) / places.length;
  const apart = places.map((place) => place - middle);
  const furthest = apart.reduce((most, one, at) => (Math.abs(one) > Math.abs(apart[most] ?? 0) + 1e-9 ? at : most), 0);
  const isHigher = (apart[furthest] ?? 0) > 0;
  return {
    band: (tested[furthest] ?? 0) + 1,
    direction: uniform.p >= chanceOfDirection ? 'neither' : isHigher ? 'higher' : 'lower',
  };
}
