import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { actionInWords } from './messages.ts';

const features = fileURLToPath(new URL('../', import.meta.url));

/** Every action that some feature writes in the audit log: what is quoted that way outside the stores, where columns look alike. */
function writtenActions(): string[] {
  const isCode = (file: string): boolean =>
    /\/server\/.*\.ts$/.test(file) && !/\.test\.ts$|\/store[^/]*\.ts$/.test(file);
  const texts = readdirSync(features, { recursive: true, encoding: 'utf8' })
    .filter(isCode)
    .map((file) => readFileSync(`${features}${file}`, 'utf8'));
  const prefixes = new Set(
    texts.flatMap((text) => [...text.matchAll(/\baudit\([a-z]+, '([a-z-]+)\./g)].map((match) => match[1])),
  );
  return texts
    .filter((text) => /\b(audit|action|AuditAction)\b/.test(text))
    .flatMap((text) => [...text.matchAll(/'([a-z-]+)\.([a-z-]+)'/g)])
    .filter((match) => prefixes.has(match[1]))
    .map((match) => `${match[1]}.${match[2]}`);
}

describe('actionInWords', () => {
  test('has words for every action that a feature writes down', () => {
    const actions = writtenActions();
    expect(actions.length).toBeGreaterThan(20);
    expect(actions.filter((action) => actionInWords(action, 'nl') === action)).toEqual([]);
  });

  test('shows an action that nobody has put in words by its own name', () => {
    expect(actionInWords('moon.landed', 'en')).toBe('moon.landed');
  });
});
