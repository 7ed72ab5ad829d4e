/** A B for an `rows` × `inner` and an `inner` × `columns` matrix, each row by row. */
export function matrixProduct(
  a: Float64Array,
  b: Float64Array,
  rows: number,
  inner: number,
  columns: number,
): Float64Array {
  const product = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i += 1) {
    for (let k = 0; k < inner; k += 1) {
      const factor = a[i * inner + k] as number;
      if (factor === 0) continue;
      const from = k * columns;
      const into = i * columns;
      for (let j = 0; j < columns; j += 1) {
        product[into + j] = (product[into + j] as number) + factor * (b[from + j] as number);
      }
    }
  }
  return product;
}

/** The sum of the products of the elements of two arrays of one length: trace(A B) for symmetric A and B. */
export function innerProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k += 1) sum += (a[k] as number) * (b[k] as number);
  return sum;
}
