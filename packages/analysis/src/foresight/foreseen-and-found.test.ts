import { formNames } from '@lerend/instrument';
import { describe, expect, test } from 'vitest';
import { foreseenAndFound } from './tests/foreseen-and-found.ts';
import { madeTree } from './tests/made-organisation.ts';
import { literatureAssumptions } from './variance-assumptions.ts';

// The long version, with more organisations: `node tests/simulations/foresight.ts`.
describe.each(formNames)('what was foreseen is what comes (%s)', (form) => {
  const units = madeTree(3, [6, 9, 14, 22]);
  const outcome = foreseenAndFound({
    units,
    form,
    response: 0.5,
    assumptions: literatureAssumptions,
    peilingen: 40,
    seed: 3,
  });

  test('as many units with a figure, and with items, within one of the fifteen', () => {
    const { unitsWithFigure, unitsWithItems } = outcome;
    expect(Math.abs(unitsWithFigure.foreseen - unitsWithFigure.found)).toBeLessThan(1);
    expect(Math.abs(unitsWithItems.foreseen - unitsWithItems.found)).toBeLessThan(1);
    // Forty peilingen and two hundred draws: three standard errors of a difference of chances near one half.
    expect(outcome.largestChanceGap).toBeLessThan(3 * Math.sqrt(0.25 / 40 + 0.25 / 200));
  });

  test('margins of the foreseen class or the one next to it, nine times in ten', () => {
    expect(outcome.climate.withinOne).toBeGreaterThan(0.9);
    // Of one item a snapshot can't know the error of measurement (no alpha), so that its pulse looks surer than it is.
    if (form !== 'pulse') expect(outcome.now.withinOne).toBeGreaterThan(0.9);
    const apart = Math.abs(Math.log(outcome.noise.foreseenChange / outcome.noise.foundChange));
    expect(apart).toBeLessThan(Math.log(1.5));
  });
});
