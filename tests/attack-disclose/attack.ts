import type { Highs } from 'highs';
import { auditedPeiling, makeSnapshot, seededChance, snapshotForm } from '@lerend/analysis';
import type { SnapshotInput } from '@lerend/analysis';
import { auditPeiling } from '@lerend/disclosure';
import { attackArea } from './attack-area.ts';
import type { Colleague, Found } from './attack-area.ts';
import { makeOrganisation } from './make-organisation.ts';
import { pagesOf, thresholdOnlyPages } from './pages.ts';
import type { AreaPages } from './pages.ts';

/** What became of one way of showing: how much is hidden, and whom the attacker got at. */
export interface Outcome {
  readonly figures: number;
  readonly hidden: number;
  readonly targets: number;
  readonly reached: number;
  /** The narrowest enclosure, in steps of the five. */
  readonly narrowest: number;
}

/** One line of the attack: one organisation, both its peilingen. */
export interface AttackLine {
  readonly organisation: number;
  readonly form: string;
  readonly units: number;
  readonly people: number;
  readonly ours: Outcome;
  readonly thresholdOnly: Outcome;
  /** Of the audit: what it found in ours. */
  readonly audit: { readonly targets: number; readonly enclosed: number };
  /** Units shown twice with lists that differ by one to four, and of how many the product shows a change all the same. */
  readonly differing: { readonly units: number; readonly changesShown: number };
  /** Of scores shown both ways: how many points the coding moved them, on average and at most. */
  readonly moved: { readonly scores: number; readonly mean: number; readonly most: number };
}

/** As the rule: nothing lies within less than two steps. */
const leastSteps = 2 - 1e-4;
/** Per peiling, drawn by chance: an area takes a second or so of integer programmes. */
const areasTried = 1;
const mostColleagues = 4;

export function attackOrganisation(highs: Highs, organisation: number): AttackLine {
  const chance = seededChance(10_000 + organisation);
  const { first, second, rosterDifference } = makeOrganisation(chance);
  const before = makeSnapshot(first);
  const later: SnapshotInput = { ...second, previous: { snapshot: before, rosterDifference } };
  const after = makeSnapshot(later);
  const peilingen = [
    { input: first, snapshot: before },
    { input: later, snapshot: after },
  ];
  const ours: Outcome[] = [];
  const thresholdOnly: Outcome[] = [];
  const moves: number[] = [];
  for (const { input, snapshot } of peilingen) {
    const [own, naive] = [pagesOf(input, snapshot), thresholdOnlyPages(input, snapshot)];
    own.forEach(({ scores }, area) =>
      scores.forEach((score, unit) => {
        const exact = naive[area]?.scores[unit] ?? null;
        if (score !== null && exact !== null) moves.push(Math.abs(score - exact));
      }),
    );
    const from = Math.floor(chance() * own.length);
    const tried = Array.from({ length: Math.min(areasTried, own.length) }, (_, at) => (from + at * 5) % own.length);
    ours.push(outcome(highs, input, own, tried));
    thresholdOnly.push(outcome(highs, input, naive, tried));
  }
  const audits = peilingen.map(({ input, snapshot }) => auditPeiling(auditedPeiling(input, snapshot)));
  const differ = after.units.filter(({ sourceUnitId, areas }) => {
    const few = rosterDifference[sourceUnitId] ?? 0;
    const isShownBefore = before.units.some(
      (unit) => unit.sourceUnitId === sourceUnitId && unit.areas.some(({ cell }) => cell !== null),
    );
    return few > 0 && few < 5 && isShownBefore && areas.some(({ cell }) => cell !== null);
  });
  const changesShown = differ.filter(({ areas }) =>
    areas.some(({ change }) => change !== null && change.kind !== 'not-comparable'),
  ).length;
  return {
    organisation,
    form: first.form,
    units: first.units.length,
    people: first.units.reduce((sum, { invited }) => sum + invited, 0),
    ours: together(ours),
    thresholdOnly: together(thresholdOnly),
    audit: {
      targets: audits.reduce((sum, { targets }) => sum + targets, 0),
      enclosed: audits.reduce((sum, { enclosed }) => sum + enclosed, 0),
    },
    differing: { units: differ.length, changesShown },
    moved: {
      scores: moves.length,
      mean: rounded(moves.reduce((sum, one) => sum + one, 0) / Math.max(1, moves.length)),
      most: Math.max(0, ...moves),
    },
  };
}

function outcome(highs: Highs, input: SnapshotInput, pages: readonly AreaPages[], tried: readonly number[]): Outcome {
  const figures = pages.flatMap(({ scores, items }) => [...scores, ...items.flatMap(({ cells }) => cells)]);
  const found = tried.flatMap((area): Found[] => {
    const one = pages[area];
    return one ? attackArea(highs, one, colleaguesIn(input, area)) : [];
  });
  const widths = found.map(({ low, high }) => high - low);
  return {
    figures: figures.length,
    hidden: figures.filter((figure) => figure === null).length,
    targets: found.length,
    reached: widths.filter((width) => width < leastSteps).length,
    narrowest: rounded(Math.min(4, ...widths)),
  };
}

/** Per unit those whose own answers say most of the others': the highest and the lowest, and two more. */
function colleaguesIn({ form, units, answers }: SnapshotInput, area: number): Colleague[] {
  const { areas, itemIds } = snapshotForm(form);
  const columns = areas[area]?.columns ?? [];
  const order = unitsParentsFirst(units);
  return answers.flatMap(({ unitId, n, items }) => {
    const unit = order.indexOf(unitId);
    const own = Array.from({ length: n }, (_, person): Colleague => ({
      unit,
      answers: columns.map((column) => {
        const answer = items[person * itemIds.length + column] ?? 0;
        return answer >= 1 && answer <= 5 ? answer : 0;
      }),
    }));
    const complete = own.filter((one) => one.answers.every((answer) => answer > 0));
    const sumOf = (one: Colleague) => one.answers.reduce((sum, answer) => sum + answer, 0);
    const sorted = complete.toSorted((a, b) => sumOf(a) - sumOf(b));
    const places = [0, sorted.length - 1, Math.floor(sorted.length / 2), Math.floor(sorted.length / 4)];
    return [...new Set(places)].slice(0, mostColleagues).flatMap((at) => sorted[at] ?? []);
  });
}

/** As the pages have them: every unit right before those below it. */
function unitsParentsFirst(units: SnapshotInput['units']): string[] {
  const below = Map.groupBy(units, ({ parentId }) => parentId);
  const visit = (parentId: string | null): string[] =>
    (below.get(parentId) ?? []).flatMap(({ id }) => [id, ...visit(id)]);
  return visit(null);
}

function together(outcomes: readonly Outcome[]): Outcome {
  const sum = (of: 'figures' | 'hidden' | 'targets' | 'reached') => outcomes.reduce((total, one) => total + one[of], 0);
  return {
    figures: sum('figures'),
    hidden: sum('hidden'),
    targets: sum('targets'),
    reached: sum('reached'),
    narrowest: Math.min(...outcomes.map(({ narrowest }) => narrowest)),
  };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
