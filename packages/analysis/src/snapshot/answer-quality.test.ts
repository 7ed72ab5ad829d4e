import { describe, expect, test } from 'vitest';
import { optionColumn } from '@lerend/psychometrics';
import { manyMissing, straightLines } from './answer-quality.ts';
import type { QualityKind } from './answer-quality.ts';
import { makeSnapshot } from './make-snapshot.ts';
import { answersOf, peiling } from './tests/peiling.ts';

const rows = (...people: (number | null)[][]) =>
  (people[0] ?? []).map((_, item) =>
    optionColumn(
      people.map((answers) => answers[item] ?? null),
      1,
      5,
    ),
  );

describe('a straight line', () => {
  test('is one answer to everything, or to half of the items in a row', () => {
    const columns = rows(
      [3, 3, 3, 3, 3, 3, 3, 3],
      [3, 3, null, 3, 3, null, 3, 3],
      [4, 4, 4, 4, 1, 2, 1, 2],
      [4, 4, 4, 1, 4, 2, 1, 2],
      [1, 2, 4, 4, 4, 4, 1, 5],
      [3, null, null, 3, null, null, 3, null],
    );
    expect([...straightLines(columns, 6)]).toEqual([1, 1, 1, 0, 1, 0]);
  });

  test('many missing is more than a third', () => {
    const columns = rows([1, null, 2, 3, null, 4], [1, null, 2, null, null, 4]);
    expect([...manyMissing(columns, 2)]).toEqual([0, 1]);
  });
});

describe('answer quality', () => {
  /** The first `straight` people answer 5 to everything, the others go up and down about 3. */
  const mixed = (n: number, straight: number) =>
    answersOf('short', 'top', n, (person, column) => (person < straight ? 5 : 2 + ((person + column) % 3)));
  const classOf = (n: number, straight: number, kind: QualityKind, speed = {}) =>
    makeSnapshot(
      peiling({ form: 'short', answers: [mixed(n, straight)], quality: { speed } }),
    ).whole.answerQuality?.classes.find((one) => one.kind === kind);

  test('says how many, and what everyone’s scores would be without them; every figure keeps them', () => {
    const found = classOf(40, 10, 'straight-lining');
    expect(found?.people).toBe(10);
    // Two items a person: each area holds 2, 3 and 4 equally often over persons, so the others stand on 50.
    expect(found?.withoutThem).toHaveLength(11);
    expect(found?.withoutThem[0]).toMatchObject({ nWithout: 30, scoreWithout: 50, score: 63 });
  });

  test('is silent about fewer than ten, in the class or out of it', () => {
    expect(classOf(40, 9, 'straight-lining')).toEqual({ kind: 'straight-lining', people: null, withoutThem: [] });
    expect(classOf(40, 31, 'straight-lining')).toEqual({ kind: 'straight-lining', people: null, withoutThem: [] });
    expect(classOf(9, 9, 'straight-lining')).toBeUndefined();
  });

  test('counts who was faster than one can read, by the same rule, and can’t leave them out', () => {
    expect(classOf(40, 0, 'faster-than-reading', { 'very-fast': 12, usual: 28 })).toEqual({
      kind: 'faster-than-reading',
      people: 12,
      withoutThem: [],
    });
    expect(classOf(40, 0, 'faster-than-reading', { 'very-fast': 3, usual: 37 })?.people).toBeNull();
  });

  test('of eleven items a straight line says nothing', () => {
    const answers = [answersOf('pulse', 'top', 40, () => 4)];
    const kinds = makeSnapshot(peiling({ form: 'pulse', answers })).whole.answerQuality?.classes.map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(['many-missing']);
  });
});
