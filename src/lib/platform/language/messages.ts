import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from './choose-language.ts';

export type MessageValues = Readonly<Record<string, string | number | Date | null | undefined>>;

/** Says one message in one language. Keys are those of the feature's own messages.nl.json. */
export type Say<Key extends string> = (key: Key, values?: MessageValues) => string;

/**
 * A feature's messages as a function of the language: `const say = scanMessages('nl'); say('opened', {n: 3})`.
 * ICU MessageFormat; the keys of both languages are held equal by a gate.
 */
export function messagesFrom<Key extends string>(
  texts: Readonly<Record<Language, Readonly<Record<Key, string>>>>,
): (language: Language) => Say<Key> {
  const parsed = new Map<string, IntlMessageFormat>();
  return (language) => (key, values) => {
    const text = texts[language][key];
    if (!text.includes('{') && !text.includes("'")) return text;
    const name = `${language}:${key}`;
    let format = parsed.get(name);
    if (!format) {
      format = new IntlMessageFormat(text, language === 'nl' ? 'nl-NL' : 'en-GB');
      parsed.set(name, format);
    }
    return String(format.format(values as Record<string, string | number | Date> | undefined));
  };
}
