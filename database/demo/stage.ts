/** What happens one after the other while the example is made, with the share of the time it takes. */
const shares = {
  organisation: 6,
  people: 4,
  'first-scan': 4,
  'first-answers': 26,
  'first-result': 6,
  'first-conversations': 10,
  'first-steps': 8,
  'second-scan': 4,
  'second-answers': 26,
  'second-result': 6,
  'second-conversations': 6,
  'second-steps': 8,
} as const;

export type ExampleStage = keyof typeof shares;
export const exampleStages = Object.keys(shares) as readonly ExampleStage[];

/** Told at every stage, and a few times during the long ones: `done` is the part of all the work, from 0 to 1. */
export type OnProgress = (stage: ExampleStage, done: number) => void;

/** How far the whole is when this part of a stage is behind us. */
export function doneAt(stage: ExampleStage, part: number): number {
  const before = exampleStages.slice(0, exampleStages.indexOf(stage)).reduce((sum, earlier) => sum + shares[earlier], 0);
  const all = exampleStages.reduce((sum, each) => sum + shares[each], 0);
  return (before + shares[stage] * part) / all;
}
