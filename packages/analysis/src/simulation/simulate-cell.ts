import { decidePublication, minimumOfSeveral } from '@lerend/disclosure';
import type { AreaCell } from '@lerend/disclosure';
import { builtInCutScores } from '@lerend/instrument';
import type { AnswerTable } from '../snapshot/answer-table.ts';
import { areaCandidate } from '../snapshot/mark-units.ts';
import { markAll } from '../snapshot/marks.ts';
import type { Candidate } from '../snapshot/marks.ts';
import { smallestDifferenceThatMatters } from '../snapshot/method.ts';
import { codedFigures } from '../snapshot/coded-figures.ts';
import { restsIn } from '../snapshot/rests.ts';
import { scaleFigures } from '../snapshot/scale-figures.ts';
import type { ScaleFigures } from '../snapshot/scale-figures.ts';
import { cellsOfUnits } from '../snapshot/unit-cells.ts';
import { placesOfUnits } from '../snapshot/unit-places.ts';
import type { PlaceContext, Span } from '../snapshot/unit-places.ts';
import { unitTree } from '../snapshot/unit-tree.ts';
import type { UnitTree } from '../snapshot/unit-tree.ts';
import type { Chance } from './chance.ts';
import { addLevels } from './level-tally.ts';
import { areaTables } from './simulated-area.ts';
import type { AreaTables, SimulatedArea } from './simulated-area.ts';
import { simulateOrganisation } from './simulated-organisation.ts';
import type { OrganisationKind, SimulatedOrganisation, Truth } from './simulated-organisation.ts';
import { Tally } from './tally.ts';
import type { Share } from './tally.ts';

export interface SimulationCell extends OrganisationKind {
  readonly areas: readonly SimulatedArea[];
}

export interface SimulatedCell {
  readonly cell: SimulationCell;
  readonly organisations: number;
  /** By name: `figure`, `figure/shown`, and parts of it after a colon. */
  readonly shares: Readonly<Record<string, Share>>;
}

/**
 * Simulates organisations of one kind and counts how often what the snapshot says of them is true. The figures come from
 * the very functions that make a snapshot; only whom they are about is invented.
 */
export function simulateCell(cell: SimulationCell, organisations: number, chance: Chance): SimulatedCell {
  const tables = cell.areas.map(areaTables);
  const tree = treeOf(cell.units);
  const tally = new Tally();
  for (let round = 0; round < organisations; round += 1)
    addOrganisation(tally, tree, tables, simulateOrganisation(cell, tables, chance));
  return { cell, organisations, shares: tally.shares() };
}

/** One whole with all units directly below it. */
function treeOf(units: number): UnitTree {
  const unit = (id: string, parentId: string | null) => ({
    id,
    sourceUnitId: id,
    parentId,
    name: id,
    invited: 0,
    headCount: null,
  });
  return unitTree([unit('whole', null), ...Array.from({ length: units }, (_, at) => unit(`u${at}`, 'whole'))]);
}

const least = 5;

interface Compared {
  readonly candidate: Candidate;
  readonly truth: number;
}

function addOrganisation(
  tally: Tally,
  tree: UnitTree,
  tables: readonly AreaTables[],
  one: SimulatedOrganisation,
): void {
  const table = tableOf(tree, one);
  const heads = Float64Array.of(0, ...one.heads);
  const direct = new Map(tree.units.map(({ id }, unit) => [id, table.peopleIn[unit] ?? 0]));
  const decision = decidePublication(tree.units, direct, { minimum: least, minimumOfSeveral: minimumOfSeveral(least) });
  const isShown = (unit: number) => decision.isShown(tree.units[unit]?.id ?? '');
  if (!isShown(0)) return;
  const rests = restsIn(tree, isShown, least);
  const compared = tables.flatMap((area, at) => {
    const scored = scaleFigures(tree, { ...table, columns: one.columns[at] ?? [] }, itemNumbers(area), null);
    // No items are published here; their classes leave a score as much room, or more.
    const { figures } = codedFigures(tree, scored, rests, [{ anywhere: () => null, here: () => null }]);
    const truth = one.truths[at] as Truth;
    return addArea(tally, area, tree, figures, { heads, isShown }, truth);
  });
  addMarks(tally, compared);
}

const itemNumbers = ({ items }: AreaTables) => Array.from({ length: items }, (_, item) => item);

/** The answers as a snapshot's own table; nobody sits directly in the whole. */
function tableOf(tree: UnitTree, { answered, unitOfRow }: SimulatedOrganisation): AnswerTable {
  const own = unitOfRow.map((unit) => unit + 1);
  const count = tree.units.length;
  return {
    people: own.length,
    peopleIn: Float64Array.of(0, ...answered),
    ownUnits: { unit: own, count },
    unitsAtDepth: [
      { unit: new Int32Array(own.length), count },
      { unit: own, count },
    ],
    columns: [],
    directCounts: new Float64Array(0),
    counts: new Float64Array(0),
  };
}

function addArea(
  tally: Tally,
  area: AreaTables,
  tree: UnitTree,
  figures: ScaleFigures,
  context: PlaceContext,
  truth: Truth,
): Compared[] {
  const placesOf = placesOfUnits(tree, figures, context);
  const cellOf = cellsOfUnits(tree, figures, context, placesOf);
  const { whole } = figures;
  const cells = tree.units.map((_, unit) => (context.isShown(unit) ? cellOf(unit) : null));
  const top = cells[0] as AreaCell;
  const everyone = mean(context.heads.subarray(1), truth.unitNow);
  const asAnswered = mean(whole.n.subarray(1), truth.unitClimate);
  const intraclass = `:icc ${area.intraclass}`;
  const compared: Compared[] = [];
  const shown: AreaCell[] = [];
  const places: number[] = [];
  cells.forEach((cell, unit) => {
    if (cell === null) return;
    const { now, climate, basis } = placesOf(unit, whole.means[unit] ?? 0, 0);
    const kind = unit === 0 ? 'whole' : 'unit';
    const truths = unit === 0 ? { now: everyone, climate: truth.climate } : ofUnit(truth, unit - 1);
    count(`now ${kind}`, truths.now, now, cell.now, [intraclass]);
    const parts =
      unit === 0 ? [intraclass] : [intraclass, sizeClass(cell.n), distanceClass(truth.distance[unit - 1] ?? 0)];
    if (basis !== 'none') count(`climate ${kind}`, truths.climate, climate, cell, parts);
    if (unit === 0) return;
    shown.push(cell);
    places.push(basis === 'none' ? truths.now : truths.climate);
    compared.push({
      candidate: areaCandidate({ cell, above: top }, figures.within),
      truth: truths.climate - asAnswered,
    });
  });
  addLevels(tally, shown, places, builtInCutScores);
  return compared;

  function count(
    name: string,
    value: number,
    raw: Span,
    { centre, band }: Pick<AreaCell, 'centre' | 'band'>,
    parts: string[],
  ): void {
    const isHeld = Math.abs(value - raw.centre) <= raw.halfWidth;
    for (const part of ['', ...parts]) tally.add(`${name}${part}`, isHeld);
    tally.add(`${name}/shown`, Math.abs(value - centre) <= band);
    tally.addMany(`${name}/width`, raw.halfWidth, 1);
  }
}

const ofUnit = ({ unitNow, unitClimate }: Truth, unit: number) => ({
  now: unitNow[unit] ?? 0,
  climate: unitClimate[unit] ?? 0,
});

function mean(weights: Float64Array, values: Float64Array): number {
  let sum = 0;
  let total = 0;
  weights.forEach((weight, at) => {
    sum += weight * (values[at] ?? 0);
    total += weight;
  });
  return sum / total;
}

const sizeClass = (n: number) => (n < 10 ? ':n 5-9' : n < 20 ? ':n 10-19' : n < 50 ? ':n 20-49' : ':n 50+');
const distanceClass = (distance: number) =>
  distance < 1 ? ':middle' : distance < 2 ? ':1-2 sd away' : ':over 2 sd away';

/** A mark is wrong when it points the other way, or stands where there is no difference. */
function addMarks(tally: Tally, compared: readonly Compared[]): void {
  const marked = markAll(
    compared.map(({ candidate }) => candidate),
    smallestDifferenceThatMatters,
  );
  let marks = 0;
  let wrong = 0;
  compared.forEach(({ truth }, at) => {
    const mark = marked[at]?.mark ?? null;
    if (mark === null) return;
    marks += 1;
    if (Math.abs(truth) < 1e-9 || (mark === 'above') !== truth > 0) wrong += 1;
  });
  tally.addMany('marks', marks, compared.length);
  tally.addMany('wrong marks', wrong, marks);
  tally.addMany('wrong share per organisation', marks > 0 ? wrong / marks : 0, 1);
  tally.add('organisations with a wrong mark', wrong > 0);
}
