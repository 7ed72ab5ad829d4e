import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holmAdjusted } from '../holm-adjusted.ts';
import { seededRandom } from '../seeded-random.ts';
import { itemFunctioning } from './item-functioning.ts';
import { proportionalOdds } from './proportional-odds.ts';

interface Wanted {
  readonly people: number;
  readonly seed: number;
  /** What group 1 answers more on the item at the same trait. */
  readonly shift?: number;
  readonly groups?: number;
}

/** A trait, a noisy score of it, and an answer from 0 to 4 that follows a cumulative logit. */
function invented({ people, seed, shift = 0, groups = 2 }: Wanted) {
  const random = seededRandom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const group = Int32Array.from({ length: people }, (_, person) => person % groups);
  const score = Float64Array.from({ length: people }, () => Math.round(normal() * 4) / 4);
  const answers = Int32Array.from({ length: people }, (_, person) => {
    const noise = Math.log(1 / (1 - random()) - 1);
    const latent = 1.2 * (score[person] ?? 0) + (group[person] === 1 ? shift : 0) - noise;
    return [-2, -0.7, 0.7, 2].filter((threshold) => latent > threshold).length;
  });
  return { people: { score, group, groups }, answers };
}

describe('whether an item works differently', () => {
  test('finds a shift of the size it has, uniform and not otherwise', () => {
    const { people, answers } = invented({ people: 4000, seed: 1, shift: 0.8 });
    const found = itemFunctioning(people, answers, null).value;
    expect(found?.logOdds[0]?.value).toBeGreaterThan(0.65);
    expect(found?.logOdds[0]?.value).toBeLessThan(0.95);
    expect(found?.uniform.p).toBeLessThan(1e-12);
    expect(found?.nonUniform.p).toBeGreaterThan(0.01);
    expect(found?.total.df1).toBe(2);
  });

  test('without a shift raises the alarm in about one of twenty', () => {
    const alarms = Array.from({ length: 200 }, (_, seed) => {
      const { people, answers } = invented({ people: 400, seed: seed + 10 });
      return (itemFunctioning(people, answers, null).value?.total.p ?? 0) < 0.05;
    }).filter(Boolean).length;
    expect(alarms).toBeGreaterThan(1);
    expect(alarms).toBeLessThan(22);
  });

  test('with units as clusters keeps that promise where a group is a whole unit’s', () => {
    // Forty units, each of one group, with a mood of their own on this item: people alone would cry wolf.
    const alarms = (isClustered: boolean): number =>
      Array.from({ length: 120 }, (_, seed) => {
        const random = seededRandom(seed + 1);
        const unit = Int32Array.from({ length: 800 }, (_, person) => person % 40);
        const mood = Float64Array.from({ length: 40 }, () => 2 * (random() - 0.5));
        const { people, answers } = invented({ people: 800, seed: seed + 500 });
        const moody = answers.map((answer, person) => {
          const pull = mood[person % 40] ?? 0;
          return random() < Math.abs(pull) / 2 ? Math.min(4, Math.max(0, answer + Math.sign(pull))) : answer;
        });
        const grouped = { ...people, group: unit.map((each) => each % 2) };
        const units = isClustered ? { unit, count: 40 } : null;
        return (itemFunctioning(grouped, moody, units).value?.uniform.p ?? 0) < 0.05;
      }).filter(Boolean).length;
    expect(alarms(true)).toBeLessThan(16);
    expect(alarms(false)).toBeGreaterThan(alarms(true));
  });

  test('doesn’t depend on which numbers the answers have, on empty ones, or on the group that is compared with', () => {
    const { people, answers } = invented({ people: 600, seed: 3, shift: 0.4, groups: 3 });
    const plain = itemFunctioning(people, answers, null).value;
    const stretched = itemFunctioning(
      people,
      answers.map((answer) => 3 * answer),
      null,
    ).value;
    expect(stretched?.total).toEqual(plain?.total);
    const turned = { ...people, group: people.group.map((group) => 2 - group) };
    const other = itemFunctioning(turned, answers, null).value;
    expect(other?.total.statistic).toBeCloseTo(plain?.total.statistic ?? Number.NaN, 8);
    expect(other?.rSquaredChange).toBeCloseTo(plain?.rSquaredChange ?? Number.NaN, 10);
  });

  test('is undefined where everybody answered the same, or the score foretells the answer', () => {
    const { people, answers } = invented({ people: 100, seed: 4 });
    expect(
      itemFunctioning(
        people,
        answers.map(() => 2),
        null,
      ).reason,
    ).toBe('noVariance');
    expect(
      itemFunctioning(
        people,
        people.score.length > 0 ? Int32Array.from(people.score, (score) => (score > 0 ? 1 : 0)) : answers,
        null,
      ).reason,
    ).toBe('separation');
    const few = { unit: Int32Array.from({ length: 100 }, (_, person) => person % 3), count: 3 };
    expect(itemFunctioning(people, answers, few).reason).toBe('tooFewUnits');
  });

  test('with more terms than units can tell is undefined', () => {
    const { people, answers } = invented({ people: 700, seed: 5, groups: 7 });
    const units = { unit: Int32Array.from({ length: 700 }, (_, person) => Math.floor(person / 100)), count: 7 };
    expect(itemFunctioning(people, answers, units).reason).toBe('tooFewUnits');
  });
});

describe('the cumulative logit model', () => {
  test('of two answers and one yes-or-no predictor is the log odds ratio of the table', () => {
    const data = {
      cells: 2,
      categories: 2,
      predictors: 1,
      x: Float64Array.of(0, 1),
      counts: Float64Array.of(30, 10, 12, 28),
    };
    const found = proportionalOdds(data).value;
    expect(found?.parameters[0]).toBeCloseTo(Math.log(3), 12);
    expect(found?.parameters[1]).toBeCloseTo(Math.log((30 * 28) / (10 * 12)), 12);
    expect(found?.covariance[3]).toBeCloseTo(1 / 30 + 1 / 10 + 1 / 12 + 1 / 28, 12);
  });

  test('with an empty corner in such a table has no best fit', () => {
    const data = {
      cells: 2,
      categories: 2,
      predictors: 1,
      x: Float64Array.of(0, 1),
      counts: Float64Array.of(30, 10, 0, 28),
    };
    expect(proportionalOdds(data).reason).toBe('separation');
  });

  test('with two predictors that are the same is undefined', () => {
    const data = {
      cells: 2,
      categories: 2,
      predictors: 2,
      x: Float64Array.of(0, 0, 1, 1),
      counts: Float64Array.of(30, 10, 12, 28),
    };
    expect(proportionalOdds(data).reason).toBe('collinearPredictors');
  });
});

test('Holm: never below the plain p value, never above Bonferroni, in the same order', () => {
  expect(holmAdjusted([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (ps) => {
      holmAdjusted(ps).forEach((adjusted, at) => {
        expect(adjusted).toBeGreaterThanOrEqual(ps[at] ?? 0);
        expect(adjusted).toBeLessThanOrEqual(Math.min(1, ps.length * (ps[at] ?? 0)));
      });
    }),
  );
});
