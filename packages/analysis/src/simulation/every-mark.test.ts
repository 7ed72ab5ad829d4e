import { expect, test } from 'vitest';
import { makeSnapshot } from '../snapshot/make-snapshot.ts';
import { snapshotForm } from '../snapshot/snapshot-form.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { answersOf, peiling, unit } from '../snapshot/tests/peiling.ts';
import { normalChance, seededChance } from './chance.ts';

const form = snapshotForm('short');
const unitCount = 14;
const peopleIn = (at: number) => 8 + 3 * (at % 8);
const units = [
  unit('top', null, 0),
  ...Array.from({ length: unitCount }, (_, at) => unit(`u${at}`, 'top', peopleIn(at))),
];

/** Where each unit stands on each area, in steps about "soms"; what is marked should point to the same side. */
type Leans = readonly (readonly number[])[];

function snapshotOf(leans: Leans, normal: () => number, before?: Snapshot): Snapshot {
  const areaOf = form.itemIds.map((_, column) => form.areas.findIndex(({ columns }) => columns.includes(column)));
  const answers = leans.map((lean, at) => {
    const people = Array.from({ length: peopleIn(at) }, () => 0.7 * normal());
    return answersOf('short', `u${at}`, people.length, (person, column) => {
      const latent = 3 + (lean[areaOf[column] ?? 0] ?? 0) + (people[person] ?? 0) + 0.8 * normal();
      return Math.min(5, Math.max(1, Math.round(latent)));
    });
  });
  const rosterDifference = Object.fromEntries(units.map(({ sourceUnitId }) => [sourceUnitId, 0]));
  const previous = before ? { previous: { snapshot: before, rosterDifference } } : {};
  return makeSnapshot(peiling({ form: 'short', units, answers, ...previous }));
}

interface Count {
  marks: number;
  wrong: number;
}

/** Every mark of one peiling, against where the units were put. */
function count({ units: found, findings }: Snapshot, now: Leans, before: Leans): Record<string, Count> {
  const counts: Record<string, Count> = {};
  const people = now.map((_, at) => peopleIn(at));
  const everyone = people.reduce((sum, n) => sum + n, 0);
  const wholeOn = (area: number) =>
    now.reduce((sum, lean, at) => sum + (lean[area] ?? 0) * (people[at] ?? 0), 0) / everyone;
  const add = (kind: string, isUp: boolean, truth: number) => {
    const known = (counts[kind] ??= { marks: 0, wrong: 0 });
    known.marks += 1;
    known.wrong += Number(isUp !== truth > 0);
  };
  now.forEach((lean, at) => {
    const middle = lean.reduce((sum, one) => sum + one, 0) / lean.length;
    found[at + 1]?.areas.forEach(({ areaId, comparison, change, items }, area) => {
      const own = lean[area] ?? 0;
      const apart = own - wholeOn(area);
      if (comparison?.mark) add('units', comparison.mark === 'above', apart);
      for (const { mark } of items) if (mark) add('items', mark === 'above', apart);
      if (change?.kind === 'more-than-noise') add('changes', change.difference > 0, own - (before[at]?.[area] ?? 0));
      for (const one of findings)
        if (one.unitId === `u${at}` && one.areaId === areaId && 'clear' in one && one.clear)
          add('areas', one.kind === 'strongest-area', own - middle);
    });
  });
  return counts;
}

test('of all marks, of whichever kind, at most one in twenty points the wrong way', () => {
  const chance = seededChance(2);
  const normal = normalChance(chance);
  const total: Record<string, Count> = {};
  for (let round = 0; round < 24; round += 1) {
    const draw = (): Leans => Array.from({ length: unitCount }, () => form.areas.map(() => 0.35 * normal()));
    const before = draw();
    // Most of it stays as it was.
    const now = before.map((lean) => lean.map((one) => one + (chance() < 0.2 ? 0.9 * normal() : 0.1 * normal())));
    const snapshot = snapshotOf(now, normal, snapshotOf(before, normal));
    for (const [kind, { marks, wrong }] of Object.entries(count(snapshot, now, before))) {
      const known = (total[kind] ??= { marks: 0, wrong: 0 });
      known.marks += marks;
      known.wrong += wrong;
    }
  }
  for (const kind of ['units', 'items', 'changes', 'areas']) {
    const { marks = 0, wrong = 0 } = total[kind] ?? {};
    expect(marks, kind).toBeGreaterThan(20);
    expect(wrong / marks, kind).toBeLessThanOrEqual(0.05);
  }
});
