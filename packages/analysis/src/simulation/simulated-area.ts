import { normalDensity, normalProbability } from '@lerend/psychometrics';

/*
 * How a simulated person answers the items of one area. The latent answer to an item is
 * middle + unit + person + item + error, in steps of the answer scale; it is rounded to the nearest of 1 to 5. So scores
 * are discrete, skewed near the ends, and their error of measurement depends on where one stands, as with real answers.
 */

/** What stays the same in every simulation of an area. */
export interface SimulatedArea {
  readonly items: number;
  /** Share of the variance of a person's latent score that lies between units. */
  readonly intraclass: number;
}

/** Standard deviations in steps. With four items alpha comes out at about .80, with six at about .85. */
const personSd = 0.75;
const errorSd = 0.8;
const itemSpread = [-0.3, 0.2, 0.1, -0.1, 0.3, -0.2] as const;

const lowest = -3;
const stepsPerPoint = 50;
const cellCount = 12 * stepsPerPoint + 1;

/** Tables over a latent place from −3 to 9. */
export interface AreaTables extends SimulatedArea {
  readonly personSd: number;
  readonly unitSd: number;
  /** Per item and place: the chances that the answer is at most 1, 2, 3 and 4. */
  readonly answers: readonly Float64Array[];
  /** The score of 0–100 to be expected of one person. */
  readonly personScore: Float64Array;
  /** The same averaged over the people of a unit, and over units. */
  readonly unitScore: Float64Array;
  readonly wholeScore: Float64Array;
}

export function areaTables({ items, intraclass }: SimulatedArea): AreaTables {
  const variance = personSd ** 2 + errorSd ** 2 / items;
  const unitSd = Math.sqrt((variance * intraclass) / (1 - intraclass));
  const answers = itemSpread.slice(0, items).map((offset) => {
    const table = new Float64Array(cellCount * 4);
    for (let cell = 0; cell < cellCount; cell += 1) {
      for (let answer = 1; answer <= 4; answer += 1)
        table[cell * 4 + answer - 1] = normalProbability((answer + 0.5 - placeOf(cell) - offset) / errorSd);
    }
    return table;
  });
  const personScore = Float64Array.from({ length: cellCount }, (_, cell) => {
    const sum = answers.reduce((total, table) => {
      let above = 0;
      for (let at = 0; at < 4; at += 1) above += 1 - (table[cell * 4 + at] ?? 0);
      return total + above;
    }, 0);
    return (25 * sum) / items;
  });
  const unitScore = smoothed(personScore, personSd);
  return {
    items,
    intraclass,
    personSd,
    unitSd,
    answers,
    personScore,
    unitScore,
    wholeScore: smoothed(unitScore, unitSd),
  };
}

/** The value of a table at a latent place. */
export function at(table: Float64Array, place: number): number {
  return table[cellAt(place)] ?? 0;
}

/** An answer from 1 to 5 of somebody who stands at a place. `share`: a number from 0 to 1, drawn. */
export function answerAt(table: Float64Array, place: number, share: number): number {
  const cell = cellAt(place) * 4;
  let answer = 1;
  while (answer < 5 && share >= (table[cell + answer - 1] as number)) answer += 1;
  return answer;
}

function placeOf(cell: number): number {
  return lowest + cell / stepsPerPoint;
}

function cellAt(place: number): number {
  return Math.min(cellCount - 1, Math.max(0, Math.round((place - lowest) * stepsPerPoint)));
}

/** The mean of a table over a normal spread around each place; beyond its ends the table stays as it is. */
function smoothed(table: Float64Array, sd: number): Float64Array {
  if (sd === 0) return table;
  const width = Math.ceil(5 * sd * stepsPerPoint);
  const weights = Array.from({ length: 2 * width + 1 }, (_, index) =>
    normalDensity((index - width) / stepsPerPoint / sd),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return table.map((_, cell) => {
    let sum = 0;
    for (let index = 0; index <= 2 * width; index += 1) {
      const from = Math.min(cellCount - 1, Math.max(0, cell + index - width));
      sum += (weights[index] as number) * (table[from] as number);
    }
    return sum / total;
  });
}
