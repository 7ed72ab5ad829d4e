import type { TriedAnswer } from './kept-answers.ts';

export interface TriedArea {
  readonly area: string;
  readonly name: string;
  readonly answer: TriedAnswer | undefined;
}

/** What stands out among one person's eleven answers: no more than which lie highest and lowest. */
export type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly only: TriedArea & { readonly answer: TriedAnswer } }
  | { readonly kind: 'same'; readonly answer: TriedAnswer }
  | {
      readonly kind: 'differ';
      readonly highest: readonly TriedArea[];
      readonly highestAnswer: TriedAnswer;
      readonly lowest: readonly TriedArea[];
      readonly lowestAnswer: TriedAnswer;
    };

export function outcomeOf(areas: readonly TriedArea[]): Outcome {
  const answered = areas.flatMap((one) => (one.answer === undefined ? [] : [{ ...one, answer: one.answer }]));
  const [first] = answered;
  if (!first) return { kind: 'none' };
  if (answered.length === 1) return { kind: 'one', only: first };
  const highestAnswer = Math.max(...answered.map(({ answer }) => answer)) as TriedAnswer;
  const lowestAnswer = Math.min(...answered.map(({ answer }) => answer)) as TriedAnswer;
  if (highestAnswer === lowestAnswer) return { kind: 'same', answer: highestAnswer };
  const at = (height: TriedAnswer) => answered.filter(({ answer }) => answer === height);
  return { kind: 'differ', highest: at(highestAnswer), highestAnswer, lowest: at(lowestAnswer), lowestAnswer };
}

/** Areas to go on reading about: the lowest, as long as they aren't so many that nothing stands out. */
export function areasToRead(outcome: Outcome, most = 2): readonly string[] {
  return outcome.kind === 'differ' && outcome.lowest.length <= most ? outcome.lowest.map(({ area }) => area) : [];
}

const mostNamed = 3;

export interface OutcomeTexts {
  readonly allSame: string;
  readonly onlyOne: string;
  readonly highLow: string;
  readonly and: string;
  readonly manyAreas: string;
}

/** The outcome as a sentence; the texts hold {names} for what is filled in here. */
export function outcomeSentence(
  outcome: Outcome,
  texts: OutcomeTexts,
  answerName: (answer: TriedAnswer) => string,
): string {
  if (outcome.kind === 'none') return '';
  if (outcome.kind === 'one')
    return filled(texts.onlyOne, { area: outcome.only.name, answer: answerName(outcome.only.answer) });
  if (outcome.kind === 'same') return filled(texts.allSame, { answer: answerName(outcome.answer) });
  return filled(texts.highLow, {
    highest: together(outcome.highest, texts),
    highestAnswer: answerName(outcome.highestAnswer),
    lowest: together(outcome.lowest, texts),
    lowestAnswer: answerName(outcome.lowestAnswer),
  });
}

/** "Vertrouwen", "Kennis en Steun", "Kennis, Steun en Kracht", "vijf gebieden". */
function together(areas: readonly TriedArea[], texts: OutcomeTexts): string {
  if (areas.length > mostNamed) return filled(texts.manyAreas, { n: String(areas.length) });
  const names = areas.map(({ name }) => name);
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} ${texts.and} ${last}`;
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
