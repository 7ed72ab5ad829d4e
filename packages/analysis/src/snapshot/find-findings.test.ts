import { itemOf } from '@lerend/instrument';
import { describe, expect, test } from 'vitest';
import { findingsOf } from './read-snapshot.ts';
import { makeSnapshot } from './make-snapshot.ts';
import { snapshotForm } from './snapshot-form.ts';
import type { Snapshot } from './snapshot.ts';
import { answersOf, livelyAnswers, normalFrom, peiling, seededChance, unit } from './tests/peiling.ts';

const full = snapshotForm('full');
const columnsOf = (areaId: string) => full.areas.find((area) => area.areaId === areaId)?.columns ?? [];
const kindsOf = (snapshot: Snapshot, unitId: string) => findingsOf(snapshot, unitId).map(({ kind }) => kind);

describe('findings', () => {
  test('of a lively peiling have ids of their own, a unit and an area that are there, and stand heaviest first', () => {
    const units = [unit('top', null), ...Array.from({ length: 12 }, (_, index) => unit(`t${index}`, 'top', 30))];
    const chance = seededChance(12);
    const answers = units.map(({ id }, index) =>
      livelyAnswers('full', id, (index * 5) % 29, chance, 2.6 + (index % 5) * 0.3),
    );
    const { findings, areaIds } = makeSnapshot(peiling({ units, answers }));
    expect(findings.length).toBeGreaterThan(20);
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
    expect(findings.every(({ unitId }) => units.some(({ id }) => id === unitId))).toBe(true);
    expect(findings.every(({ areaId }) => areaId === null || areaIds.includes(areaId))).toBe(true);
    expect(findings.every(({ weight }, at) => weight >= 0 && weight <= (findings[at - 1]?.weight ?? 1))).toBe(true);
  });

  test('name the strongest and the weakest area, and whether that is clear', () => {
    const trust = columnsOf('trust');
    const support = columnsOf('support');
    const answers = [
      answersOf('full', 'top', 30, (person, column) =>
        trust.includes(column) ? 5 : support.includes(column) ? 1 : 3 + (person % 2),
      ),
    ];
    const found = findingsOf(makeSnapshot(peiling({ answers })), 'top');
    expect(found.find(({ kind }) => kind === 'strongest-area')).toMatchObject({ areaId: 'trust', clear: true });
    expect(found.find(({ kind }) => kind === 'weakest-area')).toMatchObject({ areaId: 'support', clear: true });
  });

  test('name no strongest area when all are alike', () => {
    const answers = [answersOf('full', 'top', 30, (person) => 2 + (person % 3))];
    expect(kindsOf(makeSnapshot(peiling({ answers })), 'top')).not.toContain('strongest-area');
  });

  test('set a unit off against the nearest unit above that has a figure, when it differs by more than noise', () => {
    const units = [unit('top', null), ...Array.from({ length: 8 }, (_, index) => unit(`t${index}`, 'top', 40))];
    const chance = seededChance(3);
    const answers = units
      .slice(1)
      .map(({ id }, index) => livelyAnswers('full', id, 40, chance, index === 0 ? 1.8 : 3.4));
    const snapshot = makeSnapshot(peiling({ units, answers }));
    expect(findingsOf(snapshot, 't0').find(({ kind }) => kind === 'unit-below-parent')).toMatchObject({
      comparedWith: 'top',
    });
    expect(kindsOf(snapshot, 't1')).not.toContain('unit-below-parent');
  });

  test('do not call twelve units different that are one and the same', () => {
    const units = [unit('top', null), ...Array.from({ length: 12 }, (_, index) => unit(`t${index}`, 'top', 15))];
    let called = 0;
    for (let round = 0; round < 20; round++) {
      const chance = seededChance(100 + round);
      const answers = units.slice(1).map(({ id }) => livelyAnswers('short', id, 12, chance));
      const { findings } = makeSnapshot(peiling({ form: 'short', units, answers }));
      called += findings.filter(({ kind }) => kind === 'unit-above-parent' || kind === 'unit-below-parent').length;
    }
    // 20 × 12 × 11 comparisons of nothing.
    expect(called).toBeLessThan(27);
  });

  test('say that many don’t know, and that few answered', () => {
    const [item = 0] = columnsOf('knowledge');
    const answers = [answersOf('full', 'top', 20, (person, column) => (column === item && person < 6 ? 9 : 3))];
    const found = findingsOf(makeSnapshot(peiling({ units: [unit('top', null, 50)], answers })), 'top');
    expect(found.find(({ kind }) => kind === 'many-dont-know')).toMatchObject({
      areaId: 'knowledge',
      items: [{ itemId: full.itemIds[item], cell: { n: 14, dontKnow: 30 } }],
    });
    expect(found.find(({ kind }) => kind === 'low-response')).toMatchObject({ respondents: 20, invited: 50 });
  });

  test('say where areas can’t be told apart', () => {
    const chance = seededChance(77);
    const people = Array.from({ length: 260 }, () => normalFrom(chance));
    const answers = [
      answersOf('full', 'top', 260, (person) =>
        Math.min(5, Math.max(1, Math.round(3 + (people[person] ?? 0) + 0.6 * normalFrom(chance)))),
      ),
    ];
    const snapshot = makeSnapshot(peiling({ answers }));
    expect(snapshot.whole.distinctness?.areApart).toBe(false);
    expect(kindsOf(snapshot, 'top')).toContain('not-distinguishable');
  });
});

describe('a divided unit', () => {
  const half = (unitId: string, n: number) => answersOf('short', unitId, n, (person) => (person % 2 === 0 ? 1 : 5));
  const agreed = (unitId: string, n: number, level: number) =>
    answersOf('short', unitId, n, (person) => level + (person % 4 === 0 ? 1 : 0));

  test('is told so in words, from ten people, and no figure of agreement goes along', () => {
    const dividedOf = (n: number) =>
      makeSnapshot(peiling({ form: 'short', answers: [half('top', n)] })).units[0]?.areas[0];
    expect(dividedOf(9)?.divided).toBeNull();
    expect(dividedOf(12)?.divided).toBe('somewhere');
    expect(JSON.stringify(dividedOf(12))).not.toMatch(/rwg|icc|agreement|sd|variance/i);
  });

  test('stands alone where people of one unit see the same elsewhere', () => {
    const units = [unit('top', null), ...Array.from({ length: 7 }, (_, index) => unit(`t${index}`, 'top'))];
    const answers = [
      half('t0', 14),
      ...Array.from({ length: 6 }, (_, index) => agreed(`t${index + 1}`, 14, 1 + (index % 4))),
    ];
    const snapshot = makeSnapshot(peiling({ form: 'short', units, answers }));
    expect(snapshot.units.find(({ id }) => id === 't0')?.areas[0]?.divided).toBe('here');
    expect(snapshot.units.find(({ id }) => id === 't3')?.areas[0]?.divided).toBe('no');
  });

  test('is not one in which one in five disagrees with all the others, however low the agreement', () => {
    // Variance 2.7 where answering at random gives 2: rwg(j) is 0, and nobody speaks of two camps.
    const answers = [answersOf('short', 'top', 20, (person) => (person < 4 ? 1 : 5))];
    expect(makeSnapshot(peiling({ form: 'short', answers })).units[0]?.areas[0]?.divided).toBe('no');
  });

  test('may be divided about one thing only: the leader, while all see the team and themselves alike', () => {
    const { areas, itemIds } = snapshotForm('full');
    const trust = areas.find(({ areaId }) => areaId === 'trust')?.columns ?? [];
    const aboutLeader = trust.find((column) => itemOf(itemIds[column] ?? '')?.referent === 'management');
    const aboutMe = trust.find((column) => itemOf(itemIds[column] ?? '')?.referent === 'self');
    const dividedOn = (item: number | undefined) => {
      const answers = [
        answersOf('full', 'top', 24, (person, column) =>
          column === item ? (person % 2 === 0 ? 1 : 5) : 3 + (person % 3 === 0 ? 1 : 0),
        ),
      ];
      return makeSnapshot(peiling({ answers })).units[0]?.areas.find(({ areaId }) => areaId === 'trust');
    };
    expect(dividedOn(aboutLeader)?.divided).toBe('somewhere');
    expect(dividedOn(aboutLeader)?.reporting.reasons).toContainEqual({
      kind: 'divided',
      pattern: 'somewhere',
      referents: ['management'],
    });
    // What people do themselves may differ without their being divided about anything.
    expect(dividedOn(aboutMe)?.divided).toBe('no');
  });

  test('is rarely called so by chance', () => {
    const chance = seededChance(5);
    const units = [unit('top', null), ...Array.from({ length: 100 }, (_, index) => unit(`t${index}`, 'top'))];
    // Independent answers with a standard deviation of one step about "soms": the whole area and every referent by itself.
    const answers = units
      .slice(1)
      .map(({ id }) => answersOf('full', id, 12, () => Math.min(5, Math.max(1, Math.round(3 + normalFrom(chance))))));
    const { units: found } = makeSnapshot(peiling({ units, answers }));
    const called = found.flatMap(({ areas }) => areas.filter(({ divided }) => divided !== null && divided !== 'no'));
    // 101 × 11 areas.
    expect(called.length).toBeLessThan(22);
  });

  test('is one of many where units do not differ', () => {
    const units = [unit('top', null), ...Array.from({ length: 6 }, (_, index) => unit(`t${index}`, 'top'))];
    const answers = units.slice(1).map(({ id }) => half(id, 14));
    const snapshot = makeSnapshot(peiling({ form: 'short', units, answers }));
    expect(snapshot.units.find(({ id }) => id === 't2')?.areas[0]?.divided).toBe('everywhere');
  });
});
