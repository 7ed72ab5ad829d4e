import type { Say } from './messages.ts';

/** Turns a schema's message key into this reader's sentence; unknown keys give undefined. */
export function faultSentences<Key extends string>(
  say: Say<Key>,
  known: Readonly<Record<Key, string>>,
): (key: string) => string | undefined {
  return (key) => (Object.hasOwn(known, key) ? say(key as Key) : undefined);
}
