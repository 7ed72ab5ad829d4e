import type { Fields } from './fields-of.ts';

/** What a form page gets back after a post: a refusal's sentence, the field it's about, and what was typed. */
export interface FormAnswer {
  readonly sentence?: string | undefined;
  readonly field?: string | undefined;
  readonly typed?: Fields | undefined;
}

/** What the reader typed in this field before it was refused, else the given value. */
export function typedIn(answer: FormAnswer | null, name: string, otherwise = ''): string {
  const typed = answer?.typed?.[name];
  return typeof typed === 'string' ? typed : otherwise;
}

/** The fault of one field, as the `error` of its control. */
export function faultOf(answer: FormAnswer | null, name: string): { error?: string } {
  return answer?.field === name && answer.sentence ? { error: answer.sentence } : {};
}
