import { expect, test } from 'vitest';
import { pointingSentence } from './point-out.ts';

test('names what may point at somebody, each once and three at most', () => {
  expect(pointingSentence('Goed zo.', 'Wie? #.')).toBe('');
  expect(pointingSentence('We vragen Karin, en Karin weer.', 'Wie? #.')).toBe('Wie? ‘Karin’.');
  expect(pointingSentence('We vragen Karin, of Piet, of Jan, of Els.', '#')).toBe('‘Karin’, ‘Piet’, ‘Jan’ …');
  expect(pointingSentence('Vraag $&@x.nl of $& Karin.', '#')).toContain('Karin');
});
