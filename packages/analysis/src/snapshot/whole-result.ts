import { publicationRules, publishForWhole } from '@lerend/disclosure';
import {
  completeRows,
  correlationMatrix,
  covarianceMatrix,
  cronbachAlpha,
  omegaTotal,
  pairMoments,
} from '@lerend/psychometrics';
import { highestDistinctCorrelation } from './method.ts';
import type { ScaleFigures } from './scale-figures.ts';
import { answerQuality } from './answer-quality.ts';
import type { AreaReliability, CorrelationTable, Distinctness, SpeedCounts, WholeResult } from './snapshot.ts';

interface AreaFigures {
  readonly areaId: string;
  readonly figures: ScaleFigures;
}

/**
 * The quality of the measurement, for everyone together: reliability per area, correlations between the areas' scores,
 * and whether the areas can be told apart. All from 200 people with a score on the area that has fewest.
 * Alpha over pairs, omega over complete rows; figures in two decimals; null where one is undefined. An omega needs 200
 * complete rows and a correlation 200 people with both scores: else it would be a figure of fewer.
 */
export function wholeResult(
  areas: readonly AreaFigures[],
  people: number,
  speed: SpeedCounts | undefined,
  itemsPerPerson?: number,
): Omit<WholeResult, 'drivers'> {
  const least = publicationRules.minimumForDrivers;
  const fewest = Math.min(people, ...areas.map(({ figures }) => peopleWithScore(figures)));
  const hasSingleItems = areas.some(({ figures }) => figures.columns.length < 2);
  const isEnough = fewest >= least;
  const quality = answerQuality(areas, people, speed, itemsPerPerson);
  if (!isEnough) {
    const undefinedFigures = { reliability: 'fewer-than-200', correlations: 'fewer-than-200' } as const;
    return {
      reliability: null,
      correlations: null,
      distinctness: null,
      undefined: undefinedFigures,
      answerQuality: quality,
    };
  }
  const table = correlations(areas, fewest);
  const reliabilities = hasSingleItems ? null : areas.map(reliability);
  return {
    reliability: reliabilities && publishForWhole(fewest, least, () => reliabilities),
    correlations: publishForWhole(fewest, least, () => table),
    distinctness: reliabilities && publishForWhole(fewest, least, () => distinctness(table, reliabilities, areas)),
    undefined: hasSingleItems ? { reliability: 'single-item-areas' } : {},
    answerQuality: quality,
  };
}

function peopleWithScore(figures: ScaleFigures): number {
  return figures.direct.n.reduce((sum, n) => sum + n, 0);
}

function reliability({ areaId, figures }: AreaFigures): AreaReliability {
  const { columns } = figures;
  const pairwise = covarianceMatrix(pairMoments(columns));
  const complete = completeRows(columns);
  const isEnough = complete.reduce((sum, one) => sum + one, 0) >= publicationRules.minimumForDrivers;
  const listwise = isEnough ? covarianceMatrix(pairMoments(columns, complete)).value : null;
  return {
    areaId,
    n: peopleWithScore(figures),
    alpha: pairwise.value && inTwoDecimals(cronbachAlpha(pairwise.value).value),
    omegaTotal: listwise && inTwoDecimals(omegaTotal(listwise).value),
  };
}

function correlations(areas: readonly AreaFigures[], n: number): CorrelationTable {
  const scores = areas.map(({ figures }) => figures.points);
  const matrix = correlationMatrix(scores);
  return {
    n,
    areaIds: areas.map(({ areaId }) => areaId),
    matrix: matrix.map((row, i) =>
      row.map(({ value }, j) =>
        peopleWithBoth(scores[i], scores[j]) < publicationRules.minimumForDrivers ? null : inTwoDecimals(value),
      ),
    ),
  };
}

function peopleWithBoth(one: Float64Array = new Float64Array(), other: Float64Array = new Float64Array()): number {
  return one.reduce((count, score, person) => count + Number(!Number.isNaN(score + (other[person] ?? Number.NaN))), 0);
}

/**
 * Corrected for unreliability with omega, or alpha where omega is undefined; a pair without either says nothing. Where
 * each person got a part of the items, alpha speaks of a score on all of them, and the scores' own reliability is used.
 */
function distinctness(
  table: CorrelationTable,
  reliabilities: readonly AreaReliability[],
  areas: readonly AreaFigures[],
): Distinctness {
  const of = (at: number) =>
    areas[at]?.figures.drawnReliability ?? reliabilities[at]?.omegaTotal ?? reliabilities[at]?.alpha ?? 0;
  const pairs: { areaIds: [string, string]; corrected: number }[] = [];
  reliabilities.forEach((one, i) => {
    reliabilities.slice(i + 1).forEach((other, after) => {
      const correlation = table.matrix[i]?.[i + 1 + after] ?? null;
      const product = of(i) * of(i + 1 + after);
      if (correlation === null || !(product > 0)) return;
      const corrected = correlation / Math.sqrt(product);
      if (corrected > highestDistinctCorrelation)
        pairs.push({ areaIds: [one.areaId, other.areaId], corrected: Math.round(corrected * 100) / 100 });
    });
  });
  return { areApart: pairs.length === 0, pairs };
}

function inTwoDecimals(value: number | null): number | null {
  return value === null ? null : Math.round(value * 100) / 100;
}
