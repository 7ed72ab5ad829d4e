import { describe, expect, test } from 'vitest';
import { brokenBounds, nameOfCell, seededChance, shareOf, simulateCell, simulationGrid } from './index.ts';
import type { SimulatedCell } from './index.ts';

/** Three standard errors: what chance may do in so few organisations. */
const slack = 3;

const simulate = (name: string, organisations: number): SimulatedCell => {
  const cell = simulationGrid.find((one) => nameOfCell(one) === name);
  if (!cell) throw new Error(`no ${name} in the grid`);
  return simulateCell(cell, organisations, seededChance(7));
};

describe('in simulated organisations', () => {
  const many = simulate('20 unequal 60 %', 120);

  test('intervals hold, marks point the right way and chances of levels come true', () => {
    expect(brokenBounds([many, simulate('50 equal 30 %', 60)], slack)).toEqual([]);
  });

  test('intervals hold in hundreds of small units as well, where many means stand at the end of what may be told', () => {
    expect(brokenBounds([simulate('500 equal 30 %', 40)], slack)).toEqual([]);
  });

  test('where all units are alike, hardly anything is marked', () => {
    const alike = simulate('50 unequal 60 %, all units alike', 40);
    expect(brokenBounds([alike], slack)).toEqual([]);
    expect(shareOf(alike, 'marks')).toBeLessThan(0.001);
  });

  test('the same seed gives the same organisations', () => {
    expect(simulate('10 equal 95 %', 5)).toEqual(simulate('10 equal 95 %', 5));
  });
});

describe('the bounds', () => {
  const good = simulate('20 equal 95 %', 60);
  const changed = (name: string, held: number, of: number): SimulatedCell => ({
    ...good,
    shares: { ...good.shares, [name]: { held, of } },
  });

  test('fail where an interval holds too little or too much', () => {
    expect(brokenBounds([changed('now unit', 80, 100)], slack)).toEqual(['20 equal 95 %, now unit: holds 80.0 %']);
    expect(brokenBounds([changed('climate whole', 6000, 6000)], 0)).toContain(
      '20 equal 95 %, climate whole: holds 100.0 %',
    );
    expect(brokenBounds([changed('climate unit/shown', 80, 100)], slack)[0]).toMatch('as shown holds 80.0 %');
  });

  test('fail where marks point the wrong way, or chances don’t come true', () => {
    expect(brokenBounds([changed('wrong share per organisation', 30, 60)], slack)[0]).toMatch('50.0 % of the marks');
    expect(brokenBounds([changed('level chance:19', 10, 3000)], slack).join()).toMatch('a level chance of');
    expect(brokenBounds([changed('levels of all units', 100, 240)], slack).join()).toMatch('the accuracy of levels');
  });
});
