import { Refusal } from '../refusal/index.ts';
import type { Context } from './index.ts';

const sentence = {
  nl: 'Dit mag je niet. Vraag het aan de coördinator van je organisatie.',
  en: "You may not do this. Ask your organisation's coordinator.",
} as const;

/** Every entry of a feature calls this with its policy's answer, before it loads anything. */
export function authorize(context: Pick<Context, 'language'>, isAllowed: boolean): void {
  if (!isAllowed) throw new Refusal(403, sentence[context.language]);
}
