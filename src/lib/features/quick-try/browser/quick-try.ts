import { drawOwnGauges } from '#lib/design/charts/own-gauge.ts';
import { forgetAnswers, isAnswer, keepAnswers, keptAnswers } from './kept-answers.ts';
import type { TriedAnswer, TriedAnswers } from './kept-answers.ts';
import { areasToRead, outcomeOf, outcomeSentence } from './outcome.ts';
import type { OutcomeTexts } from './outcome.ts';

/** What the page hands to this script, in the form's data-settings. */
export interface TrySettings {
  readonly questions: readonly { readonly itemId: string; readonly area: string; readonly name: string }[];
  /** The words for 1 to 5. */
  readonly answers: readonly string[];
  readonly texts: OutcomeTexts & {
    readonly noAnswer: string;
    readonly gaugesLabel: string;
    readonly gaugesCaption: string;
  };
}

const element = <Kind extends HTMLElement>(id: string): Kind => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found as Kind;
};

const form = element<HTMLFormElement>('try-form');
const settings = JSON.parse(form.dataset['settings'] ?? '{}') as TrySettings;
const result = element('try-result');
const heading = element('try-heading');
const fault = element('try-fault');
const itemIds = settings.questions.map(({ itemId }) => itemId);

function chosen(): TriedAnswers {
  const data = new FormData(form);
  return Object.fromEntries(
    itemIds.flatMap((id): [string, TriedAnswer][] => {
      const answer = Number(data.get(id));
      return isAnswer(answer) ? [[id, answer]] : [];
    }),
  );
}

function fillIn(answers: TriedAnswers): void {
  for (const [itemId, answer] of Object.entries(answers)) {
    const option = form.querySelector<HTMLInputElement>(`input[name="${itemId}"][value="${answer}"]`);
    if (option) option.checked = true;
  }
}

function show(answers: TriedAnswers): void {
  const areas = settings.questions.map(({ itemId, area, name }) => ({ area, name, answer: answers[itemId] }));
  const outcome = outcomeOf(areas);
  fault.hidden = outcome.kind !== 'none';
  if (outcome.kind === 'none') return;
  const answerName = (answer: TriedAnswer | undefined) =>
    (answer && settings.answers[answer - 1]) ?? settings.texts.noAnswer;
  element('try-sentence').textContent = outcomeSentence(outcome, settings.texts, answerName);
  const toRead = areasToRead(outcome);
  for (const more of document.querySelectorAll<HTMLElement>('[data-more]'))
    more.hidden = !toRead.includes(more.dataset['more'] ?? '');
  result.hidden = false;
  drawOwnGauges(
    element('try-gauges'),
    areas.map(({ name, answer }) => ({ name, answer, answerName: answerName(answer) })),
    { label: settings.texts.gaugesLabel, caption: settings.texts.gaugesCaption },
  );
  heading.focus();
  heading.scrollIntoView({ block: 'start' });
}

form.addEventListener('change', () => keepAnswers(sessionStorage, chosen()));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  keepAnswers(sessionStorage, chosen());
  show(chosen());
});
element('try-again').addEventListener('click', () => {
  forgetAnswers(sessionStorage);
  form.reset();
  result.hidden = true;
  form.querySelector('input')?.focus();
});

// Only now there is somebody to listen: the questions on paper make room for those that answer.
element('try-without-script').hidden = true;
element('try-paper').classList.add('print-only');
fillIn(keptAnswers(sessionStorage, itemIds));
form.hidden = false;
