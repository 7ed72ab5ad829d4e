import type { Language } from './choose-language.ts';

const locale = { nl: 'nl-NL', en: 'en-GB' } as const;

/** `2026-11-23` → `maandag 23 november 2026` (long) or `23 nov. 2026` (short). */
export function formatDay(day: string, language: Language, style: 'long' | 'short' = 'long'): string {
  const date = new Date(`${day}T12:00:00Z`);
  return new Intl.DateTimeFormat(
    locale[language],
    style === 'long'
      ? { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }
      : { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  ).format(date);
}

export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(locale[language], { maximumFractionDigits: 1 }).format(value);
}

export function formatEuros(value: number, language: Language): string {
  return new Intl.NumberFormat(locale[language], { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }).format(value);
}

/** Whole and half hours: `1,5 uur`, `1 hour`. */
export function formatHours(value: number, language: Language): string {
  const number = formatNumber(value, language);
  return language === 'nl' ? `${number} uur` : `${number} ${value === 1 ? 'hour' : 'hours'}`;
}
