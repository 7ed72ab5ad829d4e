import type { AnswerRows, ProfileAnswers } from './snapshot-input.ts';

/** Everyone's band of one question, in the order of the answer table's rows; 0: skipped. */
export function bandsInOrder(
  answers: readonly AnswerRows[],
  { questions, rows }: ProfileAnswers,
  column: number,
): Uint8Array {
  const width = questions.length;
  const ofUnit = new Map(rows.map(({ unitId, bands }) => [unitId, bands]));
  const all = new Uint8Array(answers.reduce((sum, { n }) => sum + n, 0));
  let at = 0;
  for (const { unitId, n } of answers) {
    const bands = ofUnit.get(unitId);
    if (bands?.length !== n * width) throw new Error(`unit ${unitId}: not as many profile answers as people`);
    for (let person = 0; person < n; person++) all[at++] = bands[person * width + column] ?? 0;
  }
  return all;
}
