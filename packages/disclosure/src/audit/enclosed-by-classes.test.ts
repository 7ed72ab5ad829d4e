import { describe, expect, test } from 'vitest';
import { auditPeiling } from './audit-peiling.ts';
import type { AuditedPeiling, AuditedProfile } from './audited.ts';

/*
 * North has six people and a post of four, and says 73; south 24 and 50; east 20 and 40. Class two is all of east, seven of south, and
 * seven of north, among them the post, and says 63. Of south these have 7 × 100 at most, of east 20 × 40.5: so of north at
 * least 34 × 62.5 − 700 − 810 = 615 of 700, and the post at least 315 of 400.
 */
const profile: AuditedProfile = {
  groupId: 'whole',
  areaId: 'trust',
  people: 54,
  score: 51,
  itemCount: 4,
  classes: [
    { people: 20, score: 30 },
    { people: 34, score: 63 },
  ],
};
const peopleIn = [
  [0, 3, 0, 17, 0],
  [0, 3, 4, 7, 20],
];

function peiling(one: AuditedProfile): AuditedPeiling {
  return {
    minimum: 5,
    isCoded: true,
    groups: [
      { id: 'whole', parentId: null },
      { id: 'north', parentId: 'whole' },
      { id: 'post', parentId: 'north' },
      { id: 'south', parentId: 'whole' },
      { id: 'east', parentId: 'whole' },
    ],
    scales: [
      {
        areaId: 'trust',
        answered: [0, 6, 4, 24, 20],
        scores: [51, 73, null, 50, 40],
        items: [],
        changes: [false, false, false, false, false],
      },
    ],
    profile: [one],
    rosterDifferences: [null, null, null, null, null],
  };
}

describe('classes laid beside the figures of units', () => {
  test('are found to enclose four people of one unit, though neither does so alone', () => {
    expect((await auditPeiling(peiling(profile))).enclosed).toBe(0);
    const report = await auditPeiling(peiling({ ...profile, peopleIn }));
    expect(report.enclosed).toBeGreaterThan(0);
    const post = report.closest.find(({ kind, people }) => kind === 'small-group' && people === 4);
    expect(post).toMatchObject({ groupId: 'whole', areaId: 'trust', itemId: null });
    expect(post?.steps).toBeCloseTo(0.85, 2);
  });

  test('are let through where they leave room: the same with a class one that says 45', () => {
    const wider = {
      ...profile,
      classes: [
        { people: 20, score: 45 },
        { people: 34, score: 54 },
      ],
      peopleIn,
    };
    expect((await auditPeiling(peiling(wider))).enclosed).toBe(0);
  });

  test('whatever the order of the groups', () => {
    const { groups, scales, ...others } = peiling({
      ...profile,
      peopleIn: peopleIn.map((people) => people.toReversed()),
    });
    const turned = scales.map((scale) => ({
      ...scale,
      answered: scale.answered.toReversed(),
      scores: scale.scores.toReversed(),
    }));
    const report = await auditPeiling({ ...others, groups: groups.toReversed(), scales: turned });
    expect(report).toEqual(auditPeiling(peiling({ ...profile, peopleIn })));
  });
});
