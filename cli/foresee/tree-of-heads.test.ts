import { foresee, literatureAssumptions, seededChance } from '@lerend/analysis';
import { expect, test } from 'vitest';
import { everyone, treeOfHeads } from './tree-of-heads.ts';

test('paths become a tree; a unit that is only named above another has nobody itself', () => {
  expect(treeOfHeads({ 'Noord › Team 1': 12, 'Noord › Team 2': 9, Zuid: 20 })).toEqual([
    { id: everyone, parentId: null, invited: 0 },
    { id: 'Noord', parentId: everyone, invited: 0 },
    { id: 'Noord › Team 1', parentId: 'Noord', invited: 12 },
    { id: 'Noord › Team 2', parentId: 'Noord', invited: 9 },
    { id: 'Zuid', parentId: everyone, invited: 20 },
  ]);
});

test('the order of the file does not matter: a unit may stand after its teams', () => {
  const units = treeOfHeads({ 'Noord › Team 1': 12, Noord: 2 });
  expect(units).toContainEqual({ id: 'Noord', parentId: everyone, invited: 2 });
  expect(units).toHaveLength(3);
});

test('what is no head count is named, what is no object is nothing', () => {
  expect(treeOfHeads({ Noord: 12, Zuid: '9' })).toEqual({ faultyUnit: 'Zuid' });
  expect(treeOfHeads({ Noord: 1.5 })).toEqual({ faultyUnit: 'Noord' });
  expect([treeOfHeads([12]), treeOfHeads(null), treeOfHeads('x')]).toEqual([undefined, undefined, undefined]);
});

test('a foresight takes it as it is', () => {
  const units = treeOfHeads({ 'Noord › Team 1': 12, Zuid: 20 });
  if (!Array.isArray(units)) throw new Error('no tree');
  const response = { low: 1, expected: 1, high: 1 };
  const settings = { response, forms: ['full'], minimumGroupSize: 5, assumptions: literatureAssumptions } as const;
  const { forms } = foresee({ ...settings, units, chance: seededChance(1) });
  expect(forms[0]?.whole?.invited).toBe(32);
  expect(forms[0]?.units.map(({ chanceOfFigure }) => chanceOfFigure)).toEqual([1, 1, 1]);
});
