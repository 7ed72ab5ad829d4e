import { makeSnapshot, snapshotForm } from '@lerend/analysis';
import type { AnswerRows, Snapshot, SnapshotUnit } from '@lerend/analysis';
import { instrumentVersion } from '@lerend/instrument';
import type { Language } from '#lib/platform/language/index.ts';
import { resultMessages } from '../messages.ts';

/**
 * A made-up organisation: how many were asked in each unit itself, not below it, and how many answered who are counted
 * there. The four of the small one are counted with the whole.
 */
const made = [
  { id: 'whole', invited: 15, answered: 16 },
  { id: 'team', invited: 17, answered: 14 },
  { id: 'second', invited: 22, answered: 17 },
  { id: 'third', invited: 31, answered: 24 },
  { id: 'small', invited: 4, answered: 0 },
] as const;

/** How far each area lies above or below the middle, in answer steps, so that there is something to tell. */
const areaTilt = [0.1, -0.4, 0.3, 0.7, -0.8, 0.6, -0.9, 0.2, -0.1, 0.4, -0.3];
/** What changed since the time before: more recognition, less trust. */
const areaGrowth = [0, 0.1, 0, 0.1, 0, -0.2, 0.1, 0.9, 0, 0.1, 0];

const dontKnow = 9;
const minimumGroupSize = 5;

/** The snapshot of an organisation that doesn't exist, from a fixed seed and through the one function that makes results. */
export function exampleOrganisation(language: Language): Snapshot {
  const say = resultMessages(language);
  const unit = (id: string, parentId: string | null, name: string, invited: number): SnapshotUnit => ({
    id,
    sourceUnitId: id,
    parentId,
    name,
    invited,
    headCount: invited,
    reportingGroupId: id === 'small' ? 'whole' : id,
  });
  const units = [
    ...made.map(({ id, invited }) => unit(id, id === 'whole' ? null : 'whole', say(`example-${id}`), invited)),
  ];
  const peiling = (seed: number, growth: number) => ({
    scanId: 'example',
    form: 'short' as const,
    instrumentVersion,
    minimumGroupSize,
    units,
    answers: answers(seed, growth),
  });
  const before = makeSnapshot(peiling(11, 0));
  const rosterDifference = Object.fromEntries(units.map(({ id }) => [id, 0]));
  return makeSnapshot({ ...peiling(12, 1), previous: { snapshot: before, rosterDifference } });
}

function answers(seed: number, growth: number): AnswerRows[] {
  const { itemIds, areas } = snapshotForm('short');
  const areaOfColumn = new Map(areas.flatMap(({ columns }, area) => columns.map((column) => [column, area])));
  const next = numbersFrom(seed);
  return made.map(({ id, answered }) => {
    const items = new Uint8Array(answered * itemIds.length);
    const own = id === 'team' ? 1 : 0.5;
    for (let person = 0; person < answered; person++) {
      const mood = next() - 0.5;
      itemIds.forEach((_, column) => {
        const area = areaOfColumn.get(column) ?? 0;
        const middle = 3.3 + own * (areaTilt[area] ?? 0) + growth * (areaGrowth[area] ?? 0);
        const answer = Math.round(middle + mood + (next() - 0.5) * 1.8);
        items[person * itemIds.length + column] = next() < 0.04 ? dontKnow : Math.min(5, Math.max(1, answer));
      });
    }
    return { unitId: id, n: answered, items };
  });
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
