export interface DotPlace {
  /** The value that the dot stands for. */
  value: number;
  /** Height of its centre on the scale from 0 to 100. */
  height: number;
  /** Its place in the row, from 0, nearest to the gauge. */
  lane: number;
  /** How many dots its row has. */
  rowSize: number;
}

/**
 * Lays dots in rows on the scale from 0 to 100, as one lays peas: a row is at least `rowHeight` points high, and no
 * row crosses a boundary, so that a dot is never drawn in another level than its own. A dot on a boundary belongs
 * above it. Values outside 0–100 are laid at the end they passed. A level lower than one row still gets one.
 */
export function dotRows(values: readonly number[], boundaries: readonly number[], rowHeight: number): DotPlace[] {
  const edges = [...new Set([0, ...boundaries.filter((edge) => edge > 0 && edge < 100), 100])].sort((a, b) => a - b);
  const filled = new Map<number, number[]>();
  for (const value of [...values].sort((a, b) => a - b)) {
    const inside = Math.min(100, Math.max(0, value));
    const band = Math.max(
      0,
      Math.min(
        edges.length - 2,
        edges.findLastIndex((edge) => edge <= inside),
      ),
    );
    const from = edges[band] ?? 0;
    const to = edges[band + 1] ?? 100;
    const rows = Math.max(1, Math.floor((to - from) / rowHeight + 1e-9));
    const row = Math.min(rows - 1, Math.floor(((inside - from) / (to - from)) * rows));
    const height = from + ((row + 0.5) * (to - from)) / rows;
    filled.set(height, [...(filled.get(height) ?? []), value]);
  }
  return [...filled].flatMap(([height, row]) =>
    row.map((value, lane) => ({ value, height, lane, rowSize: row.length })),
  );
}
