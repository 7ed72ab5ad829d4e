import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaCodes, instrumentVersion } from '@lerend/instrument';
import { makeSnapshot } from '../snapshot/make-snapshot.ts';
import { livelyAnswers, peiling, seededChance, unit } from '../snapshot/tests/peiling.ts';
import type { Aggregate } from './aggregate.ts';
import { aggregateOf } from './aggregate.ts';
import { answerClass, isAnswerClass } from './answer-class.ts';
import { parseAggregate } from './parse-aggregate.ts';
import { parsePool } from './parse-pool.ts';
import { poolAggregates } from './pool.ts';

const nameOf = (place: number) => place.toString(16).padStart(32, '0');
const about = { name: nameOf(1), year: 2026 };
const snapshotOf = (people: number, form: 'full' | 'short' = 'full') => {
  const units = [unit('top', null), unit('north', 'top'), unit('south', 'top')];
  const chance = seededChance(people);
  const half = Math.floor(people / 2);
  const answers = [livelyAnswers(form, 'north', half, chance), livelyAnswers(form, 'south', people - half, chance)];
  return makeSnapshot(peiling({ form, units, answers }));
};
const member = (place: number, change: Partial<Aggregate> = {}): { file: string; aggregate: Aggregate } => ({
  file: `${place}.json`,
  aggregate: {
    format: 'lerend-aggregate/1',
    name: nameOf(place),
    instrumentVersion,
    methodVersion: '1.0.0',
    form: 'short',
    year: 2026,
    answers: answerClass(300),
    scores: { short: { trust: 50 } },
    ...change,
  },
});
const withScores = (...scores: number[]) =>
  scores.map((trust, place) => member(place, { scores: { short: { trust } } }));

/** All values that one of three unknown scores can have, given two others and what a pool of five shows. */
function scoresThatFit([one, two]: readonly [number, number], seen?: { mean: number; spread: number }): Set<number> {
  const possible = new Set<number>();
  for (let a = 0; a <= 100; a += 1) {
    for (let b = a; b <= 100; b += 1) {
      for (let c = b; c <= 100; c += 1) {
        const mean = (one + two + a + b + c) / 5;
        if (Math.round(mean) !== seen?.mean) continue;
        const squares = one * one + two * two + a * a + b * b + c * c - 5 * mean * mean;
        const spread = Math.max(1, Math.round(Math.sqrt(Math.max(0, squares) / 4)));
        if (spread === seen.spread) for (const each of [a, b, c]) possible.add(each);
      }
    }
  }
  return possible;
}

describe('what leaves an organisation', () => {
  test('is scores of everyone together, from 200 answers, and nothing that names anybody', () => {
    const snapshot = snapshotOf(420);
    const aggregate = aggregateOf(snapshot, about);
    expect(aggregate).toMatchObject({ form: 'full', year: 2026, answers: { from: 400, to: 499 } });
    const whole = snapshot.units[0];
    expect(aggregate?.scores.full).toEqual(
      Object.fromEntries((whole?.areas ?? []).map(({ areaId, cell }) => [areaId, cell?.score])),
    );
    expect(Object.keys(aggregate?.scores ?? {})).toEqual(['full', 'short', 'pulse']);
    expect(aggregate?.correlations?.matrix).toEqual(snapshot.whole.correlations?.matrix);
    expect(Object.keys(aggregate ?? {}).toSorted()).toEqual(
      [...'answers correlations form format instrumentVersion methodVersion name scores year'.split(' ')].toSorted(),
    );
    expect(JSON.stringify(aggregate)).not.toMatch(/north|south|top|scan-1|invited|420|band|noise/u);
    expect(parseAggregate(JSON.parse(JSON.stringify(aggregate)))).toMatchObject({ ok: true });
  });

  test('is nothing at all under 200 answers', () => {
    expect(aggregateOf(snapshotOf(199), about)).toBeNull();
    expect(aggregateOf(snapshotOf(0), about)).toBeNull();
  });
});

describe('how many answered', () => {
  test('is told in classes that hold the number and are at most a third wide', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 900_000 }), (n) => {
        const { from, to } = answerClass(n);
        expect(from <= n && n <= to).toBe(true);
        expect((to + 1) / from).toBeLessThanOrEqual(4 / 3 + 1e-9);
        expect(isAnswerClass({ from, to })).toBe(true);
        expect(isAnswerClass({ from: n, to: n })).toBe(false);
      }),
    );
    expect(answerClass(200)).toEqual({ from: 200, to: 249 });
    expect(answerClass(999)).toEqual({ from: 800, to: 999 });
    expect(() => answerClass(99)).toThrow(RangeError);
  });
});

describe('a file from elsewhere', () => {
  test.each([
    ['text', 'x', 'geen bestand'],
    ['another questionnaire', { ...member(1).aggregate, instrumentVersion: '9.0.0' }, 'andere vragenlijst'],
    ['a name that says something', { ...member(1).aggregate, name: 'Van der Veen' }, 'de naam'],
    ['a date', { ...member(1).aggregate, year: 2026.5 }, 'het jaar'],
    ['an exact number of answers', { ...member(1).aggregate, answers: { from: 317, to: 317 } }, 'aantal antwoorden'],
    ['a small number of answers', { ...member(1).aggregate, answers: answerClass(150) }, 'aantal antwoorden'],
    ['a broken score', { ...member(1).aggregate, scores: { short: { trust: 50.25 } } }, 'hele punten'],
    ['an unknown area', { ...member(1).aggregate, scores: { short: { luck: 50 } } }, 'hele punten'],
    ['no scores', { ...member(1).aggregate, scores: {} }, 'hele punten'],
  ])('with %s is refused in a sentence', (_, json, sentence) => {
    const parsed = parseAggregate(json);
    expect(parsed.ok ? '' : parsed.message.nl).toContain(sentence);
  });

  test('never makes either check throw', () => {
    fc.assert(
      fc.property(fc.anything(), (json) => {
        expect(parseAggregate(json).ok).toBe(false);
        expect(parsePool(json).ok).toBe(false);
        parseAggregate({ ...member(1).aggregate, answers: json, scores: json });
        parsePool({ format: 'lerend-pool/1', instrumentVersion, organisations: 5, years: json, forms: json });
      }),
    );
  });
});

describe('a pool', () => {
  test('has the mean of organisations and how far they lie apart, and no lowest or highest', () => {
    // Deviations −10, 0, 10, 0, 0: √(200 / 4) = 7.07.
    const pooled = poolAggregates(withScores(40, 50, 60, 50, 50));
    expect(pooled).toEqual({
      ok: true,
      value: {
        format: 'lerend-pool/1',
        instrumentVersion,
        years: { from: 2026, to: 2026 },
        organisations: 5,
        forms: { short: { trust: { organisations: 5, mean: 50, spread: 7 } } },
      },
    });
    if (pooled.ok)
      expect(parsePool(JSON.parse(JSON.stringify(pooled.value)))).toEqual({ ok: true, value: pooled.value });
  });

  test('never says that all have the very same score', () => {
    const pooled = poolAggregates(withScores(50, 50, 50, 50, 50));
    expect(pooled.ok && pooled.value.forms.short?.['trust']?.spread).toBe(1);
  });

  test.each([
    ['four organisations', withScores(40, 50, 60, 50), 'minstens 5 organisaties'],
    ['one organisation twice', [...withScores(40, 50, 60, 50), member(0)], 'deze organisatie is er al met 0.json'],
    [
      'one that may have more than 40 % of the answers',
      [...withScores(40, 50, 60, 50), member(9, { answers: answerClass(1000) })],
      '9.json: deze organisatie kan 51 % van de antwoorden hebben',
    ],
    [
      'no form in common',
      [
        ...withScores(40, 50, 60),
        member(7, { scores: { pulse: { trust: 40 } } }),
        member(8, { scores: { pulse: {} } }),
      ],
      'geen vragenlijst',
    ],
  ])('is refused with %s', (_, members, sentence) => {
    const pooled = poolAggregates(members);
    expect(pooled.ok ? '' : pooled.messages.map(({ nl }) => nl).join('\n')).toContain(sentence);
  });

  test('leaves out an area that fewer than five have, or that one weighs too heavily in', () => {
    const five = withScores(40, 50, 60, 50, 50);
    const support = (place: number, answers: number) =>
      member(place, { answers: answerClass(answers), scores: { short: { trust: 50, support: 60 } } });
    const few = poolAggregates([...five, support(6, 300)]);
    expect(few.ok && Object.keys(few.value.forms.short ?? {})).toEqual(['trust']);
    // Of all answers the large one has at most 999 of 999 + 9 × 300; on support 999 of 999 + 4 × 300.
    const heavy = poolAggregates([...five, support(5, 900), ...[6, 7, 8, 9].map((place) => support(place, 300))]);
    expect(heavy.ok && Object.keys(heavy.value.forms.short ?? {})).toEqual(['trust']);
  });

  test('leaves every other score uncertain for a member that has one more member’s at hand', () => {
    const score = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(score, score, score, score, score, (own, other, ...unknown) => {
        const pooled = poolAggregates(withScores(own, other, ...unknown));
        const seen = pooled.ok ? pooled.value.forms.short?.['trust'] : undefined;
        const possible = scoresThatFit([own, other], seen);
        // Only at the very end of the scale can a mean of nearly all 0 or 100 leave one value.
        const isAtAnEnd = seen === undefined || seen.mean < 3 || seen.mean > 97;
        expect(possible.size).toBeGreaterThanOrEqual(isAtAnEnd ? 1 : 2);
        for (const each of unknown) expect(possible).toContain(each);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['four organisations', { organisations: 4 }, 'minstens 5'],
    ['another questionnaire', { instrumentVersion: '9.0.0' }, 'andere vragenlijst'],
    ['an area of three', { forms: { short: { trust: { organisations: 3, mean: 50, spread: 6 } } } }, 'kloppen niet'],
    ['exact figures', { forms: { short: { trust: { organisations: 5, mean: 50.4, spread: 6 } } } }, 'kloppen niet'],
    ['years that go back', { years: { from: 2027, to: 2026 } }, 'jaren'],
  ])('that comes in with %s is refused in a sentence', (_, change, sentence) => {
    const pooled = poolAggregates(withScores(40, 50, 60, 50, 50));
    const parsed = parsePool({ ...(pooled.ok ? pooled.value : {}), ...change });
    expect(parsed.ok ? '' : parsed.message.nl).toContain(sentence);
  });

  test('of eleven areas keeps all eleven', () => {
    const files = [1, 2, 3, 4, 5].map((place) => {
      const aggregate = aggregateOf(snapshotOf(300 + place, 'short'), { name: nameOf(place), year: 2026 });
      if (!aggregate) throw new Error('there is no aggregate');
      return { file: `${place}.json`, aggregate };
    });
    const pooled = poolAggregates(files);
    expect(pooled.ok && Object.keys(pooled.value.forms.short ?? {}).toSorted()).toEqual(areaCodes.toSorted());
  });
});
