import type { Language } from './choose-language.ts';

const locale = { nl: 'nl-NL', en: 'en-GB' } as const;

/** A formatter takes far longer to make than to use. */
const inBoth = <Format>(make: (locale: string) => Format): Readonly<Record<Language, Format>> => ({
  nl: make(locale.nl),
  en: make(locale.en),
});

const days = {
  long: inBoth(
    (name) =>
      new Intl.DateTimeFormat(name, {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      }),
  ),
  short: inBoth(
    (name) => new Intl.DateTimeFormat(name, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
  ),
};
const numbers = inBoth((name) => new Intl.NumberFormat(name, { maximumFractionDigits: 1 }));
const euros = inBoth(
  (name) => new Intl.NumberFormat(name, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }),
);

/** `2026-11-23` → `maandag 23 november 2026` (long) or `23 nov. 2026` (short). */
export function formatDay(day: string, language: Language, style: 'long' | 'short' = 'long'): string {
  // British dates have no comma after the weekday; the locale data of this runtime put one.
  return days[style][language].format(new Date(`${day}T12:00:00Z`)).replace(',', '');
}

export function formatNumber(value: number, language: Language): string {
  return numbers[language].format(value);
}

export function formatEuros(value: number, language: Language): string {
  return euros[language].format(value);
}

/** Whole and half hours: `1,5 uur`, `1 hour`. */
export function formatHours(value: number, language: Language): string {
  const number = formatNumber(value, language);
  return language === 'nl' ? `${number} uur` : `${number} ${value === 1 ? 'hour' : 'hours'}`;
}
