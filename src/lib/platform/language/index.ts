export { languages, isLanguage, languageOf } from './choose-language.ts';
export type { Language } from './choose-language.ts';
export { capitalised } from './capitalised.ts';
export { messagesFrom } from './messages.ts';
export type { Say, MessageValues } from './messages.ts';
export { faultSentences } from './fault-sentences.ts';
export { formatDay, formatNumber, formatEuros, formatHours } from './format.ts';
