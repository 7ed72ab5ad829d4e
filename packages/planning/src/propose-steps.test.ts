import { describe, expect, test } from 'vitest';
import { ownPlacingFindings } from './plan-finding.ts';
import type { PlanFinding } from './plan-finding.ts';
import { proposeSteps } from './propose-steps.ts';
import type { ProposeInput } from './propose-steps.ts';

const finding = (kind: PlanFinding['kind'], area: PlanFinding['area'], weight = 0.5, itemId?: string): PlanFinding => ({
  id: [kind, 'u', area ?? '-', itemId].filter(Boolean).join(':'),
  kind,
  area,
  unitId: 'u',
  figures: { weight, ...(itemId === undefined ? {} : { itemId }) },
});

const input = (change: Partial<ProposeInput> = {}): ProposeInput => ({
  findings: [
    finding('weakest-area', 'trust', 0.9),
    finding('fell', 'knowledge', 0.6),
    finding('divided', 'support', 0.4),
  ],
  unit: { size: 8, level: {} },
  budget: { hours: 100, euros: 1000 },
  doneBefore: [],
  ...change,
});

const ids = (change: Partial<ProposeInput> = {}) => proposeSteps(input(change)).map((one) => one.practiceId);

describe('proposing steps', () => {
  test('the lowest area comes first, and the three are about three areas', () => {
    const proposals = proposeSteps(input());
    expect(proposals.map((one) => one.area)).toEqual(['trust', 'knowledge', 'support']);
    expect(proposals[0]).toMatchObject({ ruleId: 'trust-low', findingIds: ['weakest-area:u:trust'] });
  });

  test('all three may come from one area when it was asked for', () => {
    const asked = proposeSteps(input({ area: 'trust' }));
    expect(asked.map((one) => one.area)).toEqual(['trust', 'trust', 'trust']);
  });

  test('what fits goes before what does not; with nothing granted everything is still proposed', () => {
    const tight = proposeSteps(
      input({
        area: 'personal-mastery',
        findings: [finding('weakest-area', 'personal-mastery')],
        budget: { hours: 40, euros: 0 },
      }),
    );
    expect(tight.map((one) => [one.practiceId, one.fit.hours, one.fit.euros])).toEqual([
      ['one-habit-one-moment', 'fits', 'fits'],
      ['what-i-really-want', 'fits', 'fits'],
      ['swap-one-task', 'fits', 'fits'],
    ]);
    const nothing = proposeSteps(input({ budget: { hours: 0, euros: 0 } }));
    expect(nothing.length).toBe(3);
    expect(nothing.every((one) => one.fit.hours === 'over')).toBe(true);
  });

  test('a budget that nobody granted yet is unknown, not enough', () => {
    const [first] = proposeSteps(input({ budget: { hours: null, euros: null } }));
    expect(first?.fit.hours).toBe('unknown');
  });

  test('what was just done makes way for the next', () => {
    const [first] = ids();
    expect(ids({ doneBefore: [first ?? ''] })).not.toContain(first);
  });

  test('two findings that lead to one practice put it forward, and both are kept', () => {
    const two = [finding('weakest-area', 'team-learning'), finding('weak-item', 'team-learning', 0.9, 'TL3')];
    const [first] = proposeSteps(input({ findings: two }));
    expect(first?.practiceId).toBe('make-room-for-no');
    expect(first?.findingIds).toEqual(['weak-item:u:team-learning:TL3', 'weakest-area:u:team-learning']);
  });

  test('a team without figures gets proposals from where it placed itself', () => {
    const findings = ownPlacingFindings('team-9', {
      trust: 'usual',
      support: 'sometimes',
      reflection: 'begun',
      knowledge: 'improving',
    });
    const level = { trust: 'usual', support: 'sometimes', reflection: 'begun', knowledge: 'improving' } as const;
    const proposals = proposeSteps(input({ findings, unit: { size: 4, level } }));
    expect(proposals.map((one) => one.area)).toEqual(['support', 'reflection', 'trust']);
    expect(proposals.flatMap((one) => one.findingIds)).toEqual([
      'own-placing:team-9:support',
      'own-placing:team-9:reflection',
      'own-placing:team-9:trust',
    ]);
  });

  test('a practice for another level comes only when nothing for this level is left', () => {
    const proposals = proposeSteps(
      input({
        area: 'systems-thinking',
        findings: [finding('weakest-area', 'systems-thinking')],
        unit: { size: 8, level: { 'systems-thinking': 'sometimes' } },
      }),
    );
    expect(proposals.map((one) => one.practiceId)).not.toContain('draw-the-loop');
  });

  test('nobody is told a gain before enough teams have looked back', () => {
    const [first] = proposeSteps(input());
    expect(first).toMatchObject({ expectedGain: null, undefined: { expectedGain: 'nothing-learned-yet' } });
    const learned = { practiceId: first?.practiceId ?? '', area: 'trust', points: 4, low: 1, high: 7 } as const;
    const [few] = proposeSteps(input({ learnedEffects: [{ ...learned, teams: 4 }] }));
    expect(few).toMatchObject({ expectedGain: null, undefined: { expectedGain: 'too-few-teams' } });
    const [enough] = proposeSteps(input({ learnedEffects: [{ ...learned, teams: 5 }] }));
    expect(enough).toMatchObject({ expectedGain: { points: 4, low: 1, high: 7, teams: 5 }, undefined: {} });
  });

  test('a practice that proved to bring nothing gives way to one that did', () => {
    const effect = (practiceId: string, points: number) =>
      ({ practiceId, area: 'trust', teams: 9, points, low: points - 2, high: points + 2 }) as const;
    const [first] = proposeSteps(
      input({ learnedEffects: [effect('criticism-of-the-lead-first', -5), effect('question-half-hour', 6)] }),
    );
    expect(first?.practiceId).toBe('question-half-hour');
  });

  test('shift work and distance each get their own variant', () => {
    const variant = (unit: { isShift?: boolean; isRemote?: boolean }) =>
      proposeSteps(input({ unit: { size: 8, level: {}, ...unit } }))[0]?.variant;
    expect([variant({}), variant({ isShift: true }), variant({ isRemote: true })]).toEqual([
      null,
      'shifts',
      'distance',
    ]);
  });

  test('findings that ask for nothing give no proposals', () => {
    expect(ids({ findings: [] })).toEqual([]);
    expect(ids({ findings: [finding('no-figure', null), finding('not-distinguishable', null)] })).toEqual([]);
  });
});
