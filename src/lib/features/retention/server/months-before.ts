import { addDays, dayOf } from '#lib/platform/clock/index.ts';

/** The same day of the month, `months` earlier (or, negative, later); the last day of a month that is shorter. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0, 12)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last), 12)).toISOString().slice(0, 10);
}

/** The first moment of a calendar day in the Netherlands. */
export function startOfDay(day: string): Date {
  const inWinter = new Date(`${addDays(day, -1)}T23:00:00Z`);
  return dayOf(new Date(inWinter.getTime() - 1)) === day ? new Date(`${addDays(day, -1)}T22:00:00Z`) : inWinter;
}
