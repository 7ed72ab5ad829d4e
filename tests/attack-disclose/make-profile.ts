import { snapshotForm } from '@lerend/analysis';
import type { ProfileAnswers, SnapshotInput } from '@lerend/analysis';

type Chance = () => number;

const chosen = <T>(list: readonly T[], chance: Chance): T => list[Math.floor(chance() * list.length)] as T;

/** How the people of a question's bands lie over units and answers. */
const ways = ['anyhow', 'by unit', 'by answers'] as const;

/** One to three profile questions of two or three bands, which go along with units or answers or with neither. */
export function makeProfile({ form, answers }: SnapshotInput, chance: Chance): ProfileAnswers {
  const width = snapshotForm(form).itemIds.length;
  const questions = Array.from({ length: 1 + Math.floor(3 * chance()) }, (_, at) => ({
    id: `question-${at}`,
    bands: 2 + Math.floor(2 * chance()),
    way: chosen(ways, chance),
    skipped: chance() < 0.5 ? 0 : 0.15 * chance(),
  }));
  const rows = answers.map(({ unitId, n, items }) => {
    const ofUnit = questions.map(({ bands }) => 1 + Math.floor(bands * chance()));
    const bands = Uint8Array.from({ length: n * questions.length }, (_, at) => {
      const [person, column] = [Math.floor(at / questions.length), at % questions.length];
      const question = questions[column];
      if (question === undefined || chance() < question.skipped) return 0;
      const any = 1 + Math.floor(question.bands * chance());
      // One in five goes another way than their unit or their answers.
      if (question.way === 'anyhow' || chance() < 0.2) return any;
      if (question.way === 'by unit') return ofUnit[column] ?? any;
      const own = items.subarray(person * width, (person + 1) * width).filter((answer) => answer >= 1 && answer <= 5);
      const mean = own.reduce((sum, one) => sum + one, 0) / Math.max(1, own.length);
      return Math.min(question.bands, 1 + Math.floor((mean / 5.001) * question.bands));
    });
    return { unitId, bands };
  });
  return { questions: questions.map(({ id, bands }) => ({ id, bands })), rows };
}
