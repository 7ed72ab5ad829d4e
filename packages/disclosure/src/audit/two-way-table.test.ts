import fc from 'fast-check';
import loadHighs from 'highs';
import { expect, test } from 'vitest';
import { cellByHighs } from '../../tests/bounds-by-highs.ts';
import { cellsOfTable } from './two-way-table.ts';

const highs = await loadHighs();

/** Three rows and three columns, around a table that is so. */
const tables = fc
  .record({
    truth: fc.array(fc.nat(20), { minLength: 9, maxLength: 9 }),
    below: fc.array(fc.nat(12), { minLength: 15, maxLength: 15 }),
    above: fc.array(fc.nat(12), { minLength: 15, maxLength: 15 }),
  })
  .map(({ truth, below, above }) => {
    const about = (value: number, at: number) => ({ low: value - (below[at] ?? 0), high: value + (above[at] ?? 0) });
    const cells = [0, 1, 2].map((row) => [0, 1, 2].map((column) => truth[3 * row + column] ?? 0));
    const total = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0);
    return {
      rows: cells.map((row, at) => about(total(row), 9 + at)),
      columns: [0, 1, 2].map((column) => about(total(cells.map((row) => row[column] ?? 0)), 12 + column)),
      cells: cells.map((row, at) => row.map((value, column) => about(value, 3 * at + column))),
    };
  });

test('what follows for the cells of a table from its margins is what linear programming finds', () => {
  fc.assert(
    fc.property(tables, (table) => {
      cellsOfTable(table).forEach((row, at) =>
        row.forEach(({ low, high }, column) => {
          const expected = cellByHighs(highs, table, at, column);
          expect(low).toBeCloseTo(expected?.low ?? NaN, 6);
          expect(high).toBeCloseTo(expected?.high ?? NaN, 6);
        }),
      );
    }),
    { numRuns: 25, seed: 3 },
  );
});
