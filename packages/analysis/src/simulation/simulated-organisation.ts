import type { OptionColumn } from '@lerend/psychometrics';
import { normalChance } from './chance.ts';
import type { Chance } from './chance.ts';
import { answerAt, at } from './simulated-area.ts';
import type { AreaTables } from './simulated-area.ts';

/** What organisations of one kind have in common. */
export interface OrganisationKind {
  readonly units: number;
  /** equal: twenty people each. unequal: 2 to 200, evenly on a logarithmic scale. */
  readonly sizes: 'equal' | 'unequal';
  /** Share of the people who answer, over units; each unit has its own, up to 30 % of it more or less. */
  readonly response: number;
}

/** The truth about one area, in points of 0–100, measured without error. */
export interface Truth {
  /** Would it be the same with other people in other such units? */
  readonly climate: number;
  /** Per unit: with other people in it. */
  readonly unitClimate: Float64Array;
  /** Per unit: the mean of everyone who works there now, answered or not. */
  readonly unitNow: Float64Array;
  /** How far the unit lies from the middle, in standard deviations of units; 0 where all units are alike. */
  readonly distance: Float64Array;
}

export interface SimulatedOrganisation {
  readonly heads: Float64Array;
  readonly answered: Float64Array;
  /** The unit of everyone who answered. */
  readonly unitOfRow: Int32Array;
  /** Per area. */
  readonly columns: readonly (readonly OptionColumn[])[];
  readonly truths: readonly Truth[];
}

const equalSize = 20;
const smallestUnit = 2;
const largestUnit = 200;

/** What a person has in common over areas: the correlation of two areas, of people and of units. */
const shared = 0.6;

const together = (common: number, own: number) => Math.sqrt(shared) * common + Math.sqrt(1 - shared) * own;

/** Who answers is drawn at random within each unit. Where the middle of an area lies differs from organisation to organisation. */
export function simulateOrganisation(
  { units, sizes, response }: OrganisationKind,
  areas: readonly AreaTables[],
  chance: Chance,
): SimulatedOrganisation {
  const normal = normalChance(chance);
  const heads = Float64Array.from({ length: units }, () =>
    sizes === 'equal' ? equalSize : Math.round(smallestUnit * (largestUnit / smallestUnit) ** chance()),
  );
  const answered = heads.map((size) => {
    const share = Math.min(1, response * (0.7 + 0.6 * chance()));
    return Math.min(size, Math.round(size * share + chance() - 0.5));
  });
  const rows = answered.reduce((sum, n) => sum + n, 0);
  const unitOfRow = new Int32Array(rows);
  const columns = areas.map(({ items }) =>
    Array.from({ length: items }, (): OptionColumn => ({
      kind: 'options',
      codes: new Uint8Array(rows),
      minimum: 1,
      maximum: 5,
    })),
  );
  const middles = areas.map(() => 2.6 + 1.2 * chance());
  const make = () => new Float64Array(units);
  const truths = areas.map(({ wholeScore }, area) => ({
    climate: at(wholeScore, middles[area] ?? 3),
    unitClimate: make(),
    unitNow: make(),
    distance: make(),
  }));
  let row = 0;
  for (let unit = 0; unit < units; unit += 1) {
    const common = normal();
    const places = areas.map(({ unitSd, unitScore }, area) => {
      const lean = together(common, normal());
      const place = (middles[area] ?? 3) + unitSd * lean;
      const truth = truths[area] as (typeof truths)[number];
      truth.distance[unit] = unitSd > 0 ? Math.abs(lean) : 0;
      truth.unitClimate[unit] = at(unitScore, place);
      return place;
    });
    const size = heads[unit] as number;
    for (let person = 0; person < size; person += 1) {
      const isAnswering = person < (answered[unit] as number);
      const disposition = normal();
      for (let area = 0; area < areas.length; area += 1) {
        const { personSd, personScore, answers } = areas[area] as AreaTables;
        const place = (places[area] as number) + personSd * together(disposition, normal());
        const { unitNow } = truths[area] as (typeof truths)[number];
        unitNow[unit] = (unitNow[unit] as number) + at(personScore, place) / size;
        if (!isAnswering) continue;
        const own = columns[area] as OptionColumn[];
        for (let item = 0; item < answers.length; item += 1)
          (own[item] as OptionColumn).codes[row] = answerAt(answers[item] as Float64Array, place, chance());
      }
      if (isAnswering) {
        unitOfRow[row] = unit;
        row += 1;
      }
    }
  }
  return { heads, answered, unitOfRow, columns, truths };
}
