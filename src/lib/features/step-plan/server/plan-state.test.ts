import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StepState } from '../contract.ts';
import { planAfter } from './plan-state.ts';
import type { PlanCommand, PlanState } from './plan-state.ts';

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const command: fc.Arbitrary<PlanCommand> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), id: fc.uuid(), start: fc.constantFrom('now', 'when-free', 'later') }),
  fc.record({ kind: fc.constant('start' as const), id, isSwap: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('finish', 'stop', 'reopen'), id }),
);
const names = ['a', 'b', 'c', 'd', 'e'];

/** Steps get short names in the order in which they come, so that later commands hit them. */
function run(commands: readonly PlanCommand[]): PlanState[] {
  let plan: PlanState = new Map();
  return commands.map((wish) => {
    const named = wish.kind === 'add' ? { ...wish, id: names[plan.size] ?? wish.id } : wish;
    const answer = planAfter(plan, named);
    if ('plan' in answer) plan = answer.plan;
    return plan;
  });
}

const countOf = (plan: PlanState, state: StepState): number => [...plan.values()].filter((one) => one === state).length;

describe('the rules of a plan', () => {
  test('whatever is asked in whatever order, one step runs at most and two wait at most', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        for (const plan of run(commands)) {
          expect(countOf(plan, 'active')).toBeLessThanOrEqual(1);
          expect(countOf(plan, 'waiting')).toBeLessThanOrEqual(2);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a step never disappears from the plan', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        const plans = run(commands);
        plans.forEach((plan, index) => expect(plan.size).toBeGreaterThanOrEqual(plans[index - 1]?.size ?? 0));
      }),
    );
  });

  test('finishing and reopening gives the same plan back when nothing happened in between', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        const before = run(commands).at(-1) ?? new Map<string, StepState>();
        const [active] = [...before].find(([, state]) => state === 'active') ?? [];
        fc.pre(active !== undefined);
        const finished = planAfter(before, { kind: 'finish', id: active as string });
        if (!('plan' in finished)) throw new Error('an active step can always be finished');
        expect(planAfter(finished.plan, { kind: 'reopen', id: active as string })).toEqual({ plan: before });
      }),
    );
  });

  test('a second step is refused when it must start now, and waits when it may', () => {
    const plan: PlanState = new Map([['a', 'active']]);
    expect(planAfter(plan, { kind: 'add', id: 'b', start: 'now' })).toEqual({ fault: 'one-active' });
    expect(planAfter(plan, { kind: 'add', id: 'b', start: 'when-free' })).toEqual({
      plan: new Map([
        ['a', 'active'],
        ['b', 'waiting'],
      ]),
    });
  });

  test('with one running and two waiting a swap is still possible, a third waiting is not', () => {
    const plan: PlanState = new Map([
      ['a', 'active'],
      ['b', 'waiting'],
      ['c', 'waiting'],
    ]);
    expect(planAfter(plan, { kind: 'add', id: 'd', start: 'when-free' })).toEqual({ fault: 'two-waiting' });
    expect(planAfter(plan, { kind: 'start', id: 'c', isSwap: true })).toEqual({
      plan: new Map([
        ['a', 'waiting'],
        ['b', 'waiting'],
        ['c', 'active'],
      ]),
    });
  });
});
