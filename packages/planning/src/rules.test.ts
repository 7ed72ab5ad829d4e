import { areaCodes, itemsOfArea } from '@lerend/instrument';
import { describe, expect, test } from 'vitest';
import { practiceOf, practices } from './library.ts';
import type { PlanFinding } from './plan-finding.ts';
import { planFindingKinds } from './plan-finding.ts';
import { ruleMatches } from './rule.ts';
import { ruleOf, rules } from './rules.ts';

/** Every finding that a result or a placing can give, in kind, area and item. */
const possibleFindings: PlanFinding[] = planFindingKinds.flatMap((kind) =>
  areaCodes.flatMap((area) => [
    { id: `${kind}:u:${area}`, kind, area, unitId: 'u', figures: { weight: 0.5 } },
    ...itemsOfArea(area, 'full').map((item) => ({
      id: `${kind}:u:${area}:${item.id}`,
      kind,
      area,
      unitId: 'u',
      figures: { weight: 0.5, itemId: item.id },
    })),
  ]),
);

describe('the rules', () => {
  test.each(rules.map((one) => [one.id, one] as const))('%s can be reached by a finding that can occur', (_, one) => {
    expect(possibleFindings.some((finding) => ruleMatches(one, finding))).toBe(true);
  });

  test.each(rules.map((one) => [one.id, one] as const))(
    '%s proposes practices that exist and move its area',
    (_, one) => {
      expect(one.propose.length).toBeGreaterThan(0);
      for (const id of one.propose) {
        const moved = practiceOf(id)?.moves.map((move) => move.area) ?? [];
        expect(moved.length, id).toBeGreaterThan(0);
        if (one.when.area !== 'any') expect(moved, id).toContain(one.when.area);
      }
    },
  );

  test('every area has an answer when it is low, fell, or divides people, and for each of its items', () => {
    const asking = possibleFindings.filter(({ kind, figures }) =>
      kind === 'weak-item'
        ? figures.itemId !== undefined
        : ['weakest-area', 'unit-below-parent', 'own-placing', 'fell', 'divided'].includes(kind),
    );
    for (const finding of asking)
      expect(
        rules.some((one) => ruleMatches(one, finding)),
        finding.id,
      ).toBe(true);
  });

  test('every practice is proposed by some rule', () => {
    const proposed = new Set(rules.flatMap((one) => one.propose));
    expect(practices.filter((one) => !proposed.has(one.id)).map((one) => one.id)).toEqual([]);
  });

  test('ids are unique and no reason stands twice', () => {
    expect(new Set(rules.map((one) => one.id)).size).toBe(rules.length);
    expect(new Set(rules.map((one) => one.because.nl)).size).toBe(rules.length);
    expect(new Set(rules.map((one) => one.because.en)).size).toBe(rules.length);
  });

  test('a rule about a facet stays silent on an item that does not exist', () => {
    const finding = {
      id: 'f',
      kind: 'weak-item',
      area: 'trust',
      unitId: 'u',
      figures: { weight: 1, itemId: 'TR99' },
    } as const;
    expect(rules.filter((one) => ruleMatches(one, finding))).toEqual([]);
  });

  test('a rule is found again by its id, and an old id gives none', () => {
    expect(ruleOf('trust-low')?.when.area).toBe('trust');
    expect(ruleOf('gone')).toBeUndefined();
  });
});
