import { expect, test } from 'vitest';
import { addDays, dayOf, endOfDay } from './index.ts';

test.each(['2026-01-31', '2026-06-30', '2026-03-29', '2026-10-25'])(
  'the last second of %s is still that day, and the next is not',
  (day) => {
    const last = endOfDay(day);
    expect(dayOf(last)).toBe(day);
    expect(dayOf(new Date(last.getTime() + 1000))).toBe(addDays(day, 1));
  },
);

test('days are counted over the ends of months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
});
