/** What happens one after the other while the example is made, with the share of the time it takes. */
const shares = {
  organisation: 10,
  'first-scan': 4,
  'first-answers': 24,
  'first-result': 4,
  'first-steps': 14,
  people: 4,
  'second-scan': 4,
  'second-answers': 24,
  'second-result': 4,
  'second-steps': 8,
} as const;

export type ExampleStage = keyof typeof shares;
export const exampleStages = Object.keys(shares) as readonly ExampleStage[];

/** Told at every stage, and a few times during the long ones: `done` is the part of all the work, from 0 to 1. */
export type OnProgress = (stage: ExampleStage, done: number) => void;

/** How far the whole is when this part of a stage is behind us. */
export function doneAt(stage: ExampleStage, part: number): number {
  const before = exampleStages
    .slice(0, exampleStages.indexOf(stage))
    .reduce((sum, earlier) => sum + shares[earlier], 0);
  const all = exampleStages.reduce((sum, each) => sum + shares[each], 0);
  return (before + shares[stage] * part) / all;
}
