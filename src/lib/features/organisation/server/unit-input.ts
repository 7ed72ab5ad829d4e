import { z } from 'zod';

/** An empty field means: count the people; anything else must be a whole number. */
export const headCount = z
  .string()
  .trim()
  .default('')
  .refine((text) => text === '' || /^\d{1,7}$/.test(text), 'head-count-unclear')
  .transform((text) => (text === '' ? null : Number(text)));

export const unitName = z.string().trim().min(1, 'name-missing').max(120, 'name-too-long').transform(tidy);

/** Spaces at the ends and doubled spaces never make two units of one. */
export function tidy(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Two names that a reader would take for the same. */
export function isSameName(one: string, other: string): boolean {
  return tidy(one).toLocaleLowerCase('nl') === tidy(other).toLocaleLowerCase('nl');
}
