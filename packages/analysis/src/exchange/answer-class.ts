/** How many answered, in a class: at least `from` and at most `to`. */
export interface AnswerClass {
  readonly from: number;
  readonly to: number;
}

/** Where classes begin within a power of ten: each at most a third wider than where it begins. */
const begins = [100, 125, 150, 200, 250, 300, 400, 500, 600, 800] as const;

/** The class of a number of answers; RangeError under 100, where there are none. */
export function answerClass(n: number): AnswerClass {
  if (!(Number.isInteger(n) && n >= begins[0])) throw new RangeError(`there is no class for ${n} answers`);
  const power = 10 ** (String(n).length - 3);
  const scaled = n / power;
  const from = begins.findLast((begin) => begin <= scaled) ?? begins[0];
  const next = begins.find((begin) => begin > scaled) ?? 1000;
  return { from: from * power, to: next * power - 1 };
}

/** Whether this is one of the classes, and not a number in disguise. */
export function isAnswerClass(value: unknown): value is AnswerClass {
  if (typeof value !== 'object' || value === null || !('from' in value) || !('to' in value)) return false;
  const { from, to } = value;
  if (typeof from !== 'number' || !Number.isInteger(from) || from < begins[0] || from > 1e9) return false;
  const own = answerClass(from);
  return own.from === from && own.to === to;
}
