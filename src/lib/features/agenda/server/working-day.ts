import { addDays } from '#lib/platform/clock/index.ts';

/** Saturday, Sunday and New Year's Day; no other free day falls on the first of every year. */
function isFree(day: string): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 || day.endsWith('-01-01');
}

/** The first working day of the month of this day. */
export function firstWorkingDay(today: string): string {
  let day = `${today.slice(0, 7)}-01`;
  while (isFree(day)) day = addDays(day, 1);
  return day;
}

/** When a server was down on the first working day, the agenda still goes out in that week; later it would come too late to prepare with. */
const catchUpDays = 5;

export function isAgendaDay(today: string): boolean {
  const first = firstWorkingDay(today);
  return today >= first && today <= addDays(first, catchUpDays);
}
