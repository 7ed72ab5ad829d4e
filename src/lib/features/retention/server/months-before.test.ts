import { expect, test } from 'vitest';
import { dayOf } from '#lib/platform/clock/index.ts';
import { monthsBefore, startOfDay } from './months-before.ts';

test.each([
  ['2026-03-31', 1, '2026-02-28'],
  ['2028-03-31', 1, '2028-02-29'],
  ['2026-01-15', 1, '2025-12-15'],
  ['2026-03-02', 24, '2024-03-02'],
  ['2026-12-31', -2, '2027-02-28'],
  ['2026-03-02', -12, '2027-03-02'],
])('%s is %i months after %s', (day, months, before) => {
  expect(monthsBefore(day, months)).toBe(before);
});

test.each(['2026-01-15', '2026-07-15', '2026-03-29', '2026-03-30', '2026-10-25', '2026-10-26'])(
  'the first moment of %s belongs to it, the one before does not',
  (day) => {
    const first = startOfDay(day);
    expect(dayOf(first)).toBe(day);
    expect(dayOf(new Date(first.getTime() - 1)) < day).toBe(true);
  },
);
