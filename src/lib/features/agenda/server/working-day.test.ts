import { expect, test } from 'vitest';
import { firstWorkingDay, isAgendaDay } from './working-day.ts';

test.each([
  ['2026-03-17', '2026-03-02', 'the first was a Sunday'],
  ['2026-08-31', '2026-08-03', 'the first was a Saturday'],
  ['2027-01-20', '2027-01-04', 'New Year’s Day was a Friday'],
  ['2026-12-09', '2026-12-01', 'the first was a Tuesday'],
])('in the month of %s the first working day is %s: %s', (today, first) => {
  expect(firstWorkingDay(today)).toBe(first);
});

test('an agenda goes out on the first working day or in the days after it, never before and not halfway through the month', () => {
  expect(['2026-03-01', '2026-03-02', '2026-03-07', '2026-03-08', '2026-03-16'].map(isAgendaDay)).toEqual([
    false,
    true,
    true,
    false,
    false,
  ]);
});
