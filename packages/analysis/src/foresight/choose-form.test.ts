import type { FormName } from '@lerend/instrument';
import { expect, test } from 'vitest';
import type { FormForesight, UnitForesight, UsualFigure } from './foresight.ts';
import { chooseForm } from './choose-form.ts';

const figure: UsualFigure = { now: 4, climate: 4, smallestChange: 7, levelAlone: 0.7 };

interface Case {
  readonly whole?: Partial<UsualFigure>;
  readonly unit?: Partial<UsualFigure> | null;
  readonly withItems?: number;
}

const sizes: Readonly<Record<string, readonly [perPerson: number, asked: number]>> = {
  full: [48, 48],
  short: [22, 22],
  pulse: [11, 11],
};

function form(name: FormName, { whole, unit = {}, withItems = 4 }: Case = {}): FormForesight {
  const [itemsPerPerson = 0, itemsAsked = 0] = sizes[name] ?? [];
  const top: UnitForesight = {
    id: 'top',
    isJoined: false,
    parentId: null,
    invited: 100,
    chanceOfFigure: 1,
    chanceOfItems: 1,
    usual: { ...figure, ...whole },
  };
  return {
    form: name,
    itemsPerPerson,
    itemsAsked,
    answers: 60 * itemsPerPerson,
    whole: top,
    units: [],
    withFigure: { low: 6, expected: 8, high: 9 },
    withItems,
    usualUnit: unit && { ...figure, ...unit },
  };
}

test('the whole: the pulse is enough when its margin is no more than what matters', () => {
  const forms = [form('full'), form('short'), form('pulse')];
  expect(chooseForm({ forms }, 'whole')).toMatchObject({ form: 'pulse', isEnough: true, dearest: 'full' });
});

test('the whole: a wider pulse makes the short form the cheapest that answers', () => {
  const forms = [form('full'), form('short'), form('pulse', { whole: { now: 6 } })];
  expect(chooseForm({ forms }, 'whole')).toMatchObject({ form: 'short', isEnough: true });
});

test('units: judged by the usual unit, not by the whole; when none is enough the nearest is named as such', () => {
  const forms = [
    form('full', { unit: { now: 16 } }),
    form('short', { unit: { now: 16 } }),
    form('pulse', { unit: { now: 22 } }),
  ];
  expect(chooseForm({ forms }, 'units')).toMatchObject({ form: 'short', isEnough: false });
  expect(chooseForm({ forms: [form('pulse', { unit: null })] }, 'units')).toMatchObject({ isEnough: false });
});

test('change: two margins of five points may lie between two peilingen, no more', () => {
  const forms = [
    form('full'),
    form('short', { whole: { smallestChange: 8 } }),
    form('pulse', { whole: { smallestChange: 10 } }),
  ];
  expect(chooseForm({ forms }, 'change')).toMatchObject({ form: 'short', isEnough: true });
});

test('discovering what to do needs every item, in units that may show items', () => {
  expect(chooseForm({ forms: [form('full'), form('short'), form('pulse')] }, 'discover')).toMatchObject({
    form: 'full',
    isEnough: true,
  });
});

test('without forms there is nothing to choose', () => {
  expect(chooseForm({ forms: [] }, 'whole')).toBeNull();
});
