import type { UnitSums } from '../unit-index.ts';
import type { UnitSpread } from '../unit-spread.ts';
import type { UnitTable } from './unit-table.ts';

/** Number, mean and spread of the scores by unit. Equal scores have a spread of exactly 0. */
export function sumsOfUnits({ units, counts, rowLength, scores }: UnitTable): UnitSums {
  const n = new Float64Array(units);
  const means = new Float64Array(units);
  const withinSquares = new Float64Array(units);
  for (let unit = 0; unit < units; unit += 1) {
    const row = unit * rowLength;
    let people = 0;
    let sum = 0;
    let first = 0;
    for (let place = 0; place < scores.length; place += 1) {
      const count = counts[row + place] as number;
      if (count === 0) continue;
      if (people === 0) first = scores[place] as number;
      people += count;
      sum += count * ((scores[place] as number) - first);
    }
    if (people === 0) continue;
    const mean = first + sum / people;
    let squares = 0;
    for (let place = 0; place < scores.length; place += 1)
      squares += (counts[row + place] as number) * ((scores[place] as number) - mean) ** 2;
    n[unit] = people;
    means[unit] = mean;
    withinSquares[unit] = squares;
  }
  return { n, means, withinSquares };
}

/** Variance and average deviation within each unit, averaged over the items. */
export function spreadOfUnits({ units, counts, rowLength, items }: UnitTable): UnitSpread {
  const spread = {
    n: new Float64Array(units),
    meanVariance: new Float64Array(units),
    averageDeviation: new Float64Array(units),
  };
  for (let unit = 0; unit < units; unit += 1) {
    let people = 0;
    let variances = 0;
    let deviations = 0;
    for (const { from, options } of items) {
      const row = unit * rowLength + from - 1;
      people = 0;
      let sum = 0;
      let squares = 0;
      for (let code = 1; code <= options; code += 1) {
        const count = counts[row + code] as number;
        people += count;
        sum += count * code;
        squares += count * code * code;
      }
      if (people < 2) break;
      const mean = sum / people;
      let distance = 0;
      for (let code = 1; code <= options; code += 1) distance += (counts[row + code] as number) * Math.abs(code - mean);
      variances += (squares - (sum * sum) / people) / (people - 1);
      deviations += distance / people;
    }
    spread.n[unit] = people;
    spread.meanVariance[unit] = variances / items.length;
    spread.averageDeviation[unit] = deviations / items.length;
  }
  return spread;
}
