import type { ScriptText } from '../contract.ts';
import type { PageParts } from './page-parts.ts';

/** Shows one screen and hides the others; unless it is the first sight of the page, its heading gets the focus. */
export function showStep(parts: PageParts, step: number, hasBegun: boolean, isFirstSight = false): void {
  const { steps, next, back, settings } = parts;
  const last = steps.length - 1;
  steps.forEach((section, at) => {
    section.hidden = at !== step;
  });
  parts.heading.hidden = false;
  parts.form.hidden = false;
  parts.thanks.hidden = true;
  parts.title.classList.toggle('visually-hidden', step > 0);
  next.hidden = step === last;
  next.textContent = step > 0 ? settings.texts.next : hasBegun ? settings.texts.continue : settings.texts.begin;
  back.hidden = step === 0;
  showProgress(parts, step);
  if (isFirstSight) return;
  scrollTo(0, 0);
  (steps[step]?.querySelector<HTMLElement>('h2[tabindex]') ?? parts.title).focus({ preventScroll: true });
}

function showProgress({ steps, progress, progressText, progressBar }: PageParts, step: number): void {
  const text = steps[step]?.dataset['progress'] ?? '';
  progress.hidden = text === '';
  // Set only when it changes: it is announced.
  if (progressText.textContent !== text) progressText.textContent = text;
  progressBar.value = step;
}

/** `how` the ballot was let go; `mayChange`: the page still knows its key. */
export function showThanks(
  { heading, form, thanks, thanksTitle, change, withoutKey, withdraw, changeAnswers, outcomes, settings }: PageParts,
  how: keyof typeof headingOf,
  mayChange: boolean,
): void {
  const { texts } = settings;
  change.hidden = !mayChange;
  withoutKey.hidden = mayChange || how === 'not-withdrawn';
  withdraw.hidden = how === 'withdrawn';
  changeAnswers.textContent = texts[how === 'withdrawn' ? 'take-part-again' : 'change-answers'];
  for (const outcome of outcomes) outcome.hidden = outcome.dataset['outcome'] !== how;
  thanksTitle.textContent = texts[headingOf[how]];
  heading.hidden = true;
  form.hidden = true;
  thanks.hidden = false;
  scrollTo(0, 0);
  thanksTitle.focus({ preventScroll: true });
}

const headingOf = {
  sent: 'thanks-sealed-heading',
  withdrawn: 'withdrawing-heading',
  'not-withdrawn': 'not-withdrawn-heading',
} as const satisfies Record<string, ScriptText>;

/** How many questions are still open, in a sentence. */
export function leftOpenSentence(
  { form, settings: { texts } }: PageParts,
  isAnswered: (itemId: string) => boolean,
): string {
  const names = new Set(
    [...form.querySelectorAll<HTMLInputElement>('[data-item] input[type=radio]:enabled')].map(({ name }) => name),
  );
  const open = [...names].filter((name) => !isAnswered(name)).length;
  if (open === 0) return texts['left-open-none'];
  return open === 1 ? texts['left-open-one'] : texts['left-open-many'].replace('#', String(open));
}

/** What is wrong with the code, at its field; an empty sentence takes it away. */
export function showCodeError({ code, codeBlock, codeError }: PageParts, sentence: string): void {
  codeError.textContent = sentence;
  codeError.hidden = sentence === '';
  if (sentence === '') return code.removeAttribute('aria-invalid');
  codeBlock.hidden = false;
  code.setAttribute('aria-invalid', 'true');
  code.focus();
}
