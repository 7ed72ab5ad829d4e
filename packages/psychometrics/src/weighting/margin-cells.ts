/** One margin: for each row its value (a number from 0), and how many people of the population have each value. */
export interface PopulationMargin {
  readonly values: Int32Array;
  readonly totals: Float64Array;
}

/** Rows with the same value on every margin are one cell: they get the same weight. */
export interface MarginCells {
  /** Each row's cell. */
  readonly cellOf: Int32Array;
  /** People per cell. */
  readonly n: Float64Array;
  /** Per margin: the value that each cell has on it. */
  readonly values: readonly Int32Array[];
}

/** Cells are numbered as they occur; the margins have fewer than 2⁵³ combinations. */
export function marginCells(margins: readonly PopulationMargin[], rows: number): MarginCells {
  const places = new Map<number, number>();
  const sizes: number[] = [];
  const firsts: number[] = [];
  const cellOf = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    let key = 0;
    for (const { values, totals } of margins) key = key * totals.length + (values[row] as number);
    let cell = places.get(key);
    if (cell === undefined) {
      cell = sizes.length;
      places.set(key, cell);
      sizes.push(0);
      firsts.push(row);
    }
    sizes[cell] = (sizes[cell] as number) + 1;
    cellOf[row] = cell;
  }
  const values = margins.map((margin) => Int32Array.from(firsts, (row) => margin.values[row] as number));
  return { cellOf, n: Float64Array.from(sizes), values };
}

/** Sums over the cells that have each value of a margin. */
export function sumsByValue(cellValues: Int32Array, values: number, amount: (cell: number) => number): Float64Array {
  const sums = new Float64Array(values);
  cellValues.forEach((value, cell) => {
    sums[value] = (sums[value] as number) + amount(cell);
  });
  return sums;
}
