import { describe, expect, test } from 'vitest';
import { numberColumn } from '../answer-column.ts';
import { measurementInvariance } from './measurement-invariance.ts';

const structure = { factorOf: [0, 0, 0, 1, 1, 1], factors: 2 };
const PEOPLE = 400;
const LOADINGS = [0.9, 0.7, 0.6, 0.8, 0.7, 0.5];

/** Numbers that hang together as two factors and look like chance, the same every time. */
function noise(person: number, stream: number): number {
  const value = Math.sin(person * 12.9898 + stream * 78.233) * 43758.5453;
  return value - Math.floor(value) - 0.5;
}

/** Two groups with other means and spreads of the factors; `change` is done to the second group's answers. */
function columnsOf(change: (item: number, factor: number) => number = () => 0, people = PEOPLE) {
  return LOADINGS.map((loading, item) =>
    numberColumn(
      Array.from({ length: people }, (_, person) => {
        const second = person % 2;
        const own = noise(person, structure.factorOf[item] === 0 ? 1 : 2) + 0.5 * noise(person, 3);
        const factor = second * 0.4 + (1 + 0.5 * second) * own;
        return 3 + loading * factor + 0.4 * noise(person, 10 + item) + second * change(item, factor);
      }),
      -100,
      100,
    ),
  );
}
const groupOf = Int32Array.from({ length: PEOPLE }, (_, person) => person % 2);
const levelsOf = (columns: ReturnType<typeof columnsOf>, groups = groupOf) =>
  measurementInvariance(columns, groups, 2, structure);

describe('measurement invariance', () => {
  test('other means and spreads of what is measured are no difference in measuring', () => {
    const levels = levelsOf(columnsOf()).value?.levels ?? [];
    expect(levels.map(({ fit }) => fit.value?.degreesOfFreedom)).toEqual([16, 20, 24]);
    const [configural, metric, scalar] = levels.map(({ fit }) => fit.value?.cfi.value ?? 0) as [number, number, number];
    expect(configural - metric).toBeLessThan(0.01);
    expect(metric - scalar).toBeLessThan(0.01);
  });

  test('an item that everyone in one group answers higher breaks scalar invariance only', () => {
    const levels = levelsOf(columnsOf((item) => (item === 1 ? 0.5 : 0))).value?.levels ?? [];
    const [configural, metric, scalar] = levels.map(({ fit }) => fit.value?.chiSquare ?? 0) as [number, number, number];
    expect(metric - configural).toBeLessThan(15);
    expect(scalar - metric).toBeGreaterThan(50);
  });

  test('an item that measures something weaker in one group breaks metric invariance', () => {
    const levels = levelsOf(columnsOf((item, factor) => (item === 1 ? -0.3 * factor : 0))).value?.levels ?? [];
    const [configural, metric] = levels.map(({ fit }) => fit.value?.chiSquare ?? 0) as [number, number];
    expect(metric - configural).toBeGreaterThan(30);
  });

  test('people without a group don’t count, and a group with no more people than items is left out', () => {
    const some = Int32Array.from(groupOf, (group, person) => (person < 20 ? -1 : person < 32 ? 2 : group));
    const found = measurementInvariance(columnsOf(), some, 3, structure).value;
    expect(found?.sizes).toEqual([184, 184, 12]);
    const few = Int32Array.from(groupOf, (group, person) => (person < 6 ? 2 : group));
    expect(measurementInvariance(columnsOf(), few, 3, structure).value?.present).toEqual([0, 1]);
  });

  test('says why nothing can be compared', () => {
    expect(levelsOf(columnsOf(), new Int32Array(PEOPLE)).reason).toBe('tooFewGroups');
    expect(measurementInvariance(columnsOf(), groupOf, 2, { factorOf: [0, 0, 0, 0, 0, 1], factors: 2 }).reason).toBe(
      'singleItem',
    );
    const constant = columnsOf().map((column, item) =>
      item === 2 ? { ...column, values: column.values.map((value, row) => (row % 2 === 1 ? 3 : value)) } : column,
    );
    expect(levelsOf(constant).reason).toBe('noVariance');
    const copy = columnsOf();
    expect(levelsOf([copy[0], copy[0], ...copy.slice(2)] as typeof copy).reason).toBe('singularCovariance');
  });
});
