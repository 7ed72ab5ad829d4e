import { itemsByGroup, makeSnapshot, seededChance, snapshotForm } from '@lerend/analysis';
import type { ItemsInput, SnapshotUnit } from '@lerend/analysis';
import { instrumentVersion, mostProfileQuestions, profileQuestions } from '@lerend/instrument';
import { print } from './line.ts';

const units = 300;
const perUnit = 34;

/** What profile questions add to a result of 10,000 people in 300 units: in its own making, and what is found beside it. */
export function itemsByProfile(): void {
  const input = madeAnswers(seededChance(14));
  const about = { scanId: 'bench', instrumentVersion, minimumGroupSize: 5 };
  const { profile: _profile, ...without } = input;
  makeSnapshot({ ...about, ...without });
  const plain = processorTime(() => makeSnapshot({ ...about, ...without }));
  const whole = processorTime(() => makeSnapshot({ ...about, ...input }));
  const people = units * perUnit;
  const note = `${people} people, ${units} units, full form, ${mostProfileQuestions} questions with known numbers; ${plain.toFixed(0)} without`;
  print({ task: 'result-with-profile-processor-time', value: whole, unit: 'ms', atMost: 3000, note });
  const items = processorTime(() => itemsByGroup(input));
  print({
    task: 'items-by-group-processor-time',
    value: items,
    unit: 'ms',
    atMost: 3000,
    note: 'the same people',
  });
}

function madeAnswers(chance: () => number): ItemsInput {
  const width = snapshotForm('full').itemIds.length;
  const asked = profileQuestions.slice(0, mostProfileQuestions);
  const ids = Array.from({ length: units }, (_, at) => `u${at}`);
  const tree = ids.map((id, at): SnapshotUnit => ({
    id,
    sourceUnitId: `source-${id}`,
    parentId: at === 0 ? null : 'u0',
    name: `Unit ${at}`,
    invited: 40,
    headCount: 40,
  }));
  const answers = ids.map((unitId) => {
    const ofUnit = chance();
    const people = Array.from({ length: perUnit }, () => 2.3 + ofUnit + chance());
    const answer = (at: number) => (people[Math.floor(at / width)] ?? 3) + 2 * (chance() + chance() - 1);
    const items = Uint8Array.from({ length: perUnit * width }, (_, at) =>
      Math.min(5, Math.max(1, Math.round(answer(at)))),
    );
    return { unitId, n: perUnit, items };
  });
  const rows = ids.map((unitId) => ({
    unitId,
    bands: Uint8Array.from({ length: perUnit * asked.length }, (_, at) => {
      const bands = asked[at % asked.length]?.bands.length ?? 2;
      return 1 + Math.floor(bands * chance());
    }),
  }));
  const questions = asked.map(({ id, bands }) => ({
    id,
    bands: bands.length,
    heads: bands.map(() => Math.round((40 * units) / bands.length)),
  }));
  return { form: 'full', units: tree, answers, profile: { questions, rows } };
}

/** Milliseconds of user and system time. */
function processorTime(work: () => unknown): number {
  const begin = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}
