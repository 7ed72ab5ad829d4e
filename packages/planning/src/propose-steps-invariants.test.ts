import { areaCodes, levels } from '@lerend/instrument';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { practiceOf, practices } from './library.ts';
import { planFindingKinds } from './plan-finding.ts';
import type { PlanFinding } from './plan-finding.ts';
import { mostProposals, proposeSteps } from './propose-steps.ts';
import type { ProposeInput } from './propose-steps.ts';
import { hoursOf } from './search-practices.ts';

const anyFinding = fc
  .record({
    kind: fc.constantFrom(...planFindingKinds),
    area: fc.option(fc.constantFrom(...areaCodes)),
    weight: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ kind, area, weight }): PlanFinding => ({
    id: `${kind}:u:${area ?? '-'}`,
    kind,
    area,
    unitId: 'u',
    figures: { weight },
  }));
const anyInput: fc.Arbitrary<ProposeInput> = fc.record({
  findings: fc.uniqueArray(anyFinding, { selector: (one) => one.id, maxLength: 12 }),
  unit: fc.record({
    size: fc.integer({ min: 2, max: 200 }),
    level: fc.dictionary(fc.constantFrom(...areaCodes), fc.constantFrom(...levels)),
  }),
  budget: fc.record({
    hours: fc.option(fc.integer({ min: 0, max: 300 })),
    euros: fc.option(fc.integer({ min: 0, max: 2000 })),
  }),
  doneBefore: fc.subarray(practices.map((one) => one.id)),
});

describe('whatever the findings, the level and the budget', () => {
  test('the order of the findings makes no difference', () => {
    fc.assert(
      fc.property(anyInput, (one) => {
        expect(proposeSteps({ ...one, findings: [...one.findings].reverse() })).toEqual(proposeSteps(one));
      }),
    );
  });

  test('there are never more than three, never two of one practice, and never one just done', () => {
    fc.assert(
      fc.property(anyInput, (one) => {
        const proposed = proposeSteps(one).map((proposal) => proposal.practiceId);
        expect(proposed.length).toBeLessThanOrEqual(mostProposals);
        expect(new Set(proposed).size).toBe(proposed.length);
        for (const id of proposed) expect(one.doneBefore).not.toContain(id);
      }),
    );
  });

  test('never three from one area when none was asked for', () => {
    fc.assert(
      fc.property(anyInput, (one) => {
        const own = proposeSteps(one).map((proposal) => practiceOf(proposal.practiceId)?.area);
        for (const area of areaCodes) expect(own.filter((other) => other === area).length).toBeLessThan(3);
      }),
    );
  });

  test('every proposal traces back to findings that were given', () => {
    fc.assert(
      fc.property(anyInput, (one) => {
        const given = one.findings.map((other) => other.id);
        for (const { findingIds } of proposeSteps(one)) {
          expect(findingIds.length).toBeGreaterThan(0);
          for (const id of findingIds) expect(given).toContain(id);
        }
      }),
    );
  });

  test('hours are for this team, and what is over the budget says so', () => {
    fc.assert(
      fc.property(anyInput, (one) => {
        for (const { practiceId, hours, euros, fit } of proposeSteps(one)) {
          const practice = practiceOf(practiceId);
          if (practice === undefined) throw new Error('a proposal without a practice');
          expect(hours).toBe(hoursOf(practice, one.unit.size));
          if (one.budget.hours !== null) expect(fit.hours === 'over').toBe(hours > one.budget.hours);
          if (one.budget.euros !== null) expect(fit.euros === 'over').toBe(euros.high > one.budget.euros);
        }
      }),
    );
  });
});
