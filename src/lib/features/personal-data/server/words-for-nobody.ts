import type { Replacement } from './store-forget.ts';

/** `Sanne de Wit` → a pattern that finds that name as whole words and nothing inside another word. */
function namePattern(name: string): string {
  return `(?<![[:alnum:]])${escaped(name)}(?![[:alnum:]])`;
}

/** An address is found whole: `an@voorbeeld.nl` isn't part of `jan@voorbeeld.nl`. */
function addressPattern(email: string): string {
  return `(?<![[:alnum:]._%+-])${escaped(email)}(?![[:alnum:]])`;
}

/**
 * What is replaced in texts that people wrote. A name that somebody else here bears too, or that is a single word (`Bo`,
 * `Roos`), would take other people and things along: then only the addresses go.
 */
export function replacementsFor(
  { name, addresses }: { readonly name: string; readonly addresses: readonly string[] },
  { isShared, by }: { readonly isShared: boolean; readonly by: string },
): readonly Replacement[] {
  const ofAddresses = addresses.map((email) => ({ pattern: addressPattern(email), by }));
  return isReplaceable(name) && !isShared ? [...ofAddresses, { pattern: namePattern(name), by }] : ofAddresses;
}

export const isReplaceable = (name: string): boolean => name.trim().split(/\s+/u).length > 1;

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\-]/gu, '\\$&').replace(/\s+/gu, '\\s+');
}
