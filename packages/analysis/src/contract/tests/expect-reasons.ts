import { expect } from 'vitest';

/** Expects of a document that no number is NaN or infinite, and that every null has its reason beside it. */
export function expectReasons(value: unknown, place: string): void {
  if (typeof value === 'number') expect(Number.isFinite(value), place).toBe(true);
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    value.forEach((each, index) => expectReasons(each, `${place}[${index}]`));
    return;
  }
  const fields = value as Record<string, unknown>;
  const reasons = (fields.undefined ?? {}) as Record<string, string>;
  for (const [name, field] of Object.entries(fields)) {
    if (name === 'undefined' || name === 'groupColumn') continue;
    if (field === null) expect(reasons[name], `${place}.${name}`).toMatch(/^[a-z]\w+$/i);
    else if (name !== 'matrix') expectReasons(field, `${place}.${name}`);
    else {
      (field as (number | null)[][]).forEach((line, i) => {
        line.forEach((each, j) => {
          if (each === null) expect(reasons[`matrix[${i}][${j}]`]).toBeDefined();
        });
      });
    }
  }
}
