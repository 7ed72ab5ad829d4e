/** Time comes in as a value, so that a test or the example organisation can be at any moment. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands at one moment until it is set. */
export function settableClock(start: Date): Clock & { set(moment: Date): void } {
  let moment = start;
  return {
    now: () => moment,
    set: (next) => {
      moment = next;
    },
  };
}

const amsterdamDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' });

/** The calendar day (YYYY-MM-DD) in the Netherlands at that moment: promises are made in days. */
export function dayOf(moment: Date): string {
  return amsterdamDay.format(moment);
}

/** The day that lies `days` after (or, negative, before) a calendar day. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The last second of a calendar day in the Netherlands, in summer and in winter. */
export function endOfDay(day: string): Date {
  const inWinter = new Date(`${day}T22:59:59Z`);
  return dayOf(inWinter) === day ? inWinter : new Date(`${day}T21:59:59Z`);
}
