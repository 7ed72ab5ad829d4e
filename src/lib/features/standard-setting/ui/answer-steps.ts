import { answerScale } from '@lerend/instrument';
import type { Language } from '#lib/platform/language/index.ts';
import { settingMessages } from '../messages.ts';

const steps = [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5];

/** An answer in words: "soms", or "tussen soms en vaak" for what lies between. To the nearest half. */
export function stepName(value: number, language: Language): string {
  const half = Math.round(value * 2) / 2;
  const word = (whole: number) => answerScale.options.find((option) => option.value === whole)?.label[language] ?? '';
  if (Number.isInteger(half)) return word(half);
  return settingMessages(language)('between-words', { low: word(Math.floor(half)), high: word(Math.ceil(half)) });
}

export const stepOptions = (language: Language) =>
  steps.map((step) => ({ value: String(step), label: stepName(step, language) }));
