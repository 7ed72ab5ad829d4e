import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BorderlineAnswers, PanelJudgements } from './panel-cuts.ts';
import { panelCuts } from './panel-cuts.ts';
import { cutsToAdopt, fewestPanellists, isAreaSettled, unsettledReasons } from './settled-cuts.ts';

const scale = { min: 1, max: 5 };
const items = ['trust', 'trust', 'support'].map((areaId, place) => ({ id: `i${place}`, areaId }));
const sheet = (...answers: BorderlineAnswers[]) => answers;
const alike = (n: number, ...answers: BorderlineAnswers[]): PanelJudgements => ({
  items,
  scale,
  sheets: Array.from({ length: n }, () => sheet(...answers)),
});
const agreed = [
  [2.5, 3.5, 4.5],
  [2.5, 3.5, 4.5],
  [2.5, 3.5, 4.5],
] as const;

describe('the cuts of a panel', () => {
  test('are means over items, then over areas that weigh alike, in points of 0–100', () => {
    // trust: begun (1 + 3) / 2 = 2 → 25; support: 4 → 75; overall (25 + 75) / 2 = 50.
    const outcome = panelCuts(alike(2, [1, 3, 4], [3, 4, 5], [4, 4.5, 5]));
    expect(outcome.areas.map(({ cuts }) => cuts[0]?.mean.value)).toEqual([25, 75]);
    expect(outcome.cuts.map(({ mean }) => mean.value)).toEqual([50, 75, 93.75]);
    expect(cutsToAdopt(outcome)).toEqual({ begun: 50, usual: 75, improving: 94 });
  });

  test('have no spread with one panellist and nothing at all with none', () => {
    expect(panelCuts(alike(1, ...agreed)).cuts[0]).toMatchObject({
      mean: { value: 37.5 },
      standardError: { value: null, reason: 'tooFewAnswers' },
    });
    const none = panelCuts({ items, scale, sheets: [] });
    expect(none.cuts[0]?.mean).toEqual({ value: null, reason: 'noAnswers' });
    expect(none.averageDeviation).toEqual({ value: null, reason: 'noAnswers' });
    expect(cutsToAdopt(none)).toBeNull();
    expect(unsettledReasons(none)).toContain('cuts-wrong');
  });

  test('need every item judged', () => {
    expect(() => panelCuts({ items, scale, sheets: [sheet([1, 2, 3])] })).toThrow(RangeError);
  });

  test('go up with every judgement that goes up, and lie within 0–100', () => {
    const answer = fc.integer({ min: 2, max: 10 }).map((half) => half / 2);
    const one = fc.tuple(answer, answer, answer);
    fc.assert(
      fc.property(fc.array(fc.tuple(one, one, one), { minLength: 1, maxLength: 8 }), (sheets) => {
        const { cuts } = panelCuts({ items, scale, sheets });
        for (const { mean } of cuts) {
          expect(mean.value).toBeGreaterThanOrEqual(0);
          expect(mean.value).toBeLessThanOrEqual(100);
        }
        const higher = sheets.map((own) => own.map((trio) => trio.map((value) => Math.min(5, value + 0.5))));
        const raised = panelCuts({ items, scale, sheets: higher as unknown as PanelJudgements['sheets'] });
        raised.cuts.forEach(({ mean }, cut) =>
          expect(mean.value).toBeGreaterThanOrEqual((cuts[cut]?.mean.value ?? 0) - 1e-9),
        );
      }),
    );
  });
});

describe('cut scores are settled', () => {
  test('when enough people say nearly the same', () => {
    expect(unsettledReasons(panelCuts(alike(fewestPanellists, ...agreed)))).toEqual([]);
  });

  test('not with too few people', () => {
    expect(unsettledReasons(panelCuts(alike(fewestPanellists - 1, ...agreed)))).toEqual(['too-few-panellists']);
  });

  test('not when two levels are hardly apart', () => {
    const close = [2.5, 3.5, 3.5] as const;
    expect(unsettledReasons(panelCuts(alike(12, close, close, close)))).toEqual(['cuts-wrong', 'levels-not-apart']);
  });

  test('not when the panel falls into two camps', () => {
    const low = [1.5, 2.5, 3.5] as const;
    const high = [3, 4, 5] as const;
    const camps = {
      items,
      scale,
      sheets: [...alike(6, low, low, low).sheets, ...alike(6, high, high, high).sheets],
    };
    expect(unsettledReasons(panelCuts(camps))).toEqual(['cuts-uncertain']);
  });

  test('not for one area that the panel sees in different places', () => {
    const sheets = Array.from({ length: 12 }, (_, place) =>
      sheet([2.5, 3.5, 4.5], [2.5, 3.5, 4.5], place % 2 === 0 ? [1, 2, 3] : [3, 4, 5]),
    );
    const { areas, panellists } = panelCuts({ items, scale, sheets });
    expect(areas.map((area) => isAreaSettled(area, panellists))).toEqual([true, false]);
  });

  test('not when single judgements lie far apart though their means agree', () => {
    const [low, high] = [[1, 2, 3] as const, [3, 4, 5] as const];
    const sheets = Array.from({ length: 12 }, (_, place) =>
      place % 2 === 0 ? sheet(low, low, high) : sheet(high, high, low),
    );
    const outcome = panelCuts({ items, scale, sheets });
    expect(outcome.cuts[0]?.sd.value).toBe(0);
    expect(outcome.averageDeviation.value).toBe(1);
    expect(unsettledReasons(outcome)).toEqual(['panel-disagrees']);
  });
});
