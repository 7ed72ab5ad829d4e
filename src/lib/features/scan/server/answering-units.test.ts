import { expect, test } from 'vitest';
import { answeringUnits } from './answering-units.ts';
import { freezeTree } from './freeze-tree.ts';

const tree = [
  { id: 'firm', parentId: null },
  { id: 'north', parentId: 'firm' },
  { id: 'team', parentId: 'north' },
];
const place = (id: string, unitId: string, isLead = false) => ({ id, unitId, isLead });

test('people answer in the unit they work in', () => {
  expect(answeringUnits(tree, [place('an', 'team')]).get('an')).toBe('team');
});

test('who leads a unit answers in the one above it', () => {
  expect(answeringUnits(tree, [place('bo', 'team', true)]).get('bo')).toBe('north');
});

test('who leads a unit and the one above it answers above both', () => {
  expect(answeringUnits(tree, [place('cas', 'team', true), place('cas', 'north', true)]).get('cas')).toBe('firm');
});

test('a lead who also works in another unit answers there', () => {
  expect(answeringUnits(tree, [place('dee', 'team', true), place('dee', 'north')]).get('dee')).toBe('north');
});

test('a lead who is listed as a member of the same unit as well still answers above it', () => {
  expect(answeringUnits(tree, [place('eef', 'team'), place('eef', 'team', true)]).get('eef')).toBe('north');
});

test('who leads the whole organisation answers there', () => {
  expect(answeringUnits(tree, [place('fay', 'firm', true)]).get('fay')).toBe('firm');
});

test('a person in several units answers once', () => {
  const answering = answeringUnits(tree, [place('gus', 'team'), place('gus', 'north')]);
  expect([...answering]).toEqual([['gus', 'north']]);
});

test('a frozen unit counts who answers in it, unless more were given by hand', () => {
  const units = [
    { id: 'firm', parentId: null, name: 'Firm', depth: 0, headCount: null, people: 0, leadName: null },
    { id: 'team', parentId: 'firm', name: 'Team', depth: 1, headCount: null, people: 3, leadName: 'Bo' },
    { id: 'cards', parentId: 'firm', name: 'Cards', depth: 1, headCount: 12, people: 0, leadName: null },
  ];
  const people = [place('an', 'team'), place('cor', 'team'), place('bo', 'team', true)];
  let made = 0;
  const frozen = freezeTree(units, people, 5, () => `new-${(made += 1)}`);
  expect(frozen.map(({ name, headCount }) => [name, headCount])).toEqual([
    ['Firm', 1],
    ['Team', 2],
    ['Cards', 12],
  ]);
  expect(new Set(frozen.map((unit) => unit.id)).size).toBe(3);
  expect(frozen[1]?.parentId).toBe(frozen[0]?.id);
  // Two in the team: too few to be a group. The three then left at the top take the twelve of the cards along.
  expect(frozen.map(({ reportingGroupId }) => reportingGroupId)).toEqual(['new-1', 'new-1', 'new-1']);
});
