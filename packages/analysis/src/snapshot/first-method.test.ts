import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeSnapshot } from './make-snapshot.ts';
import { findingsOf, readSnapshot, unitOf } from './read-snapshot.ts';
import { answersOf, peiling, unit } from './tests/peiling.ts';

/** Kept by the first method: nine units, two of the areas of a korte peiling; t0 far below, t4 in two camps. */
const stored: unknown = JSON.parse(readFileSync(new URL('tests/first-method.json', import.meta.url), 'utf8'));

test('a document of the first method is read as what it said then', () => {
  const snapshot = readSnapshot(stored);
  const area = unitOf(snapshot, 't0')?.areas.find(({ areaId }) => areaId === 'mental-models');
  expect(snapshot.methodVersion).toBe('1.0.0');
  expect(area?.cell).toEqual({
    n: 30,
    heads: 34,
    score: 25,
    now: { centre: 25, band: 8 },
    climate: 'shrunk',
    centre: 27,
    band: 8,
    noise: 8,
  });
  // 8 and 16 points, as it was drawn: √(8² + 16²) = 17.9.
  expect(area?.comparison).toEqual({ comparedWith: 'top', difference: -42, noise: 18, mark: 'below' });
  expect(area?.items.every(({ mark }) => mark === null)).toBe(true);
  expect(unitOf(snapshot, 't1')?.areas[0]?.comparison).toBeNull();
  expect(snapshot.whole.answerQuality).toBeNull();
});

test('its findings carry the cells of today', () => {
  const snapshot = readSnapshot(stored);
  const [below] = findingsOf(snapshot, 't0').filter(({ kind }) => kind === 'unit-below-parent');
  expect(below).toMatchObject({ cell: { now: { band: 8 } }, parentCell: { heads: 272 } });
  expect(unitOf(snapshot, 't4')?.areas[1]?.reporting.reasons[0]).toMatchObject({ kind: 'divided', pattern: 'here' });
  expect(findingsOf(snapshot, 't4').find(({ kind }) => kind === 'divided')).toMatchObject({ referents: [] });
});

test('what is measured now can be compared with it', () => {
  const previous = { snapshot: readSnapshot(stored), rosterDifference: { 'source-t1': 0 } };
  const units = [unit('t1', null, 34)];
  const answers = [answersOf('pulse', 't1', 30, () => 5)];
  const area = makeSnapshot(peiling({ form: 'pulse', units, answers, previous })).units[0]?.areas[0];
  expect(area?.change).toMatchObject({ kind: 'more-than-noise', before: 74, now: 95 });
});
