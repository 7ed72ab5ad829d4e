import { IntlMessageFormat } from 'intl-messageformat';
import dutch from './messages.nl.json' with { type: 'json' };
import english from './messages.en.json' with { type: 'json' };

export type Language = 'nl' | 'en';
export type MessageKey = keyof typeof dutch & keyof typeof english;
export type MessageValues = Record<string, string | number | null>;

const texts: Record<Language, Record<MessageKey, string>> = { nl: dutch, en: english };
const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };
const compiled = new Map<string, IntlMessageFormat>();

/** The words of one language, with numbers and dates the way its readers write them. */
export interface Words {
  readonly language: Language;
  say(key: MessageKey, values?: MessageValues): string;
  number(value: number, decimals?: number): string;
  euros(value: number): string;
  date(isoDate: string): string;
  /** "a, b en c". */
  list(parts: readonly string[]): string;
}

/** Tags in a message are text here: a report has no markup inside sentences. */
function message(language: Language, key: MessageKey): IntlMessageFormat {
  const name = `${language} ${key}`;
  const known = compiled.get(name);
  if (known) return known;
  const made = new IntlMessageFormat(texts[language][key], locales[language], undefined, { ignoreTag: true });
  compiled.set(name, made);
  return made;
}

export function wordsIn(language: Language): Words {
  const locale = locales[language];
  return {
    language,
    say: (key, values = {}) => String(message(language, key).format(values)),
    number: (value, decimals = 0) =>
      value
        .toLocaleString(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
        .replace(/^-/, '−'),
    list: (parts) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts),
    euros: (value) => value.toLocaleString(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }),
    date: (isoDate) =>
      new Date(`${isoDate.slice(0, 10)}T12:00:00Z`).toLocaleDateString(locale, {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      }),
  };
}
