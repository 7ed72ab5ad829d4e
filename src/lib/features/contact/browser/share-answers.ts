import { answerLine, keptAnswers } from '#lib/features/quick-try/contract.ts';

/** What the page hands to this script. */
export interface ShareSettings {
  readonly questions: readonly { readonly itemId: string; readonly text: string }[];
  /** The words for 1 to 5. */
  readonly answers: readonly string[];
  /** Ticked before, and sent back for another reason. */
  readonly isTicked: boolean;
}

/**
 * Puts this tab's answers in the form, to be read before anything is sent. They are disabled, so that they stay
 * behind, until the writer ticks that they may go.
 */
function offerAnswers(
  offer: HTMLElement,
  tick: HTMLInputElement,
  fields: HTMLFieldSetElement,
  list: HTMLElement,
): void {
  const { questions, answers, isTicked } = JSON.parse(offer.dataset['settings'] ?? '{}') as ShareSettings;
  const kept = keptAnswers(
    sessionStorage,
    questions.map(({ itemId }) => itemId),
  );
  const lines = questions.flatMap(({ itemId, text }) => {
    const answer = kept[itemId];
    const word = answer && answers[answer - 1];
    return word ? [answerLine(text, word)] : [];
  });
  if (lines.length === 0) return;
  for (const line of lines) {
    const shown = document.createElement('li');
    shown.textContent = line;
    list.append(shown);
    const sent = document.createElement('input');
    sent.type = 'hidden';
    sent.name = 'answers[]';
    sent.value = line;
    fields.append(sent);
  }
  tick.checked = isTicked;
  fields.disabled = !tick.checked;
  tick.addEventListener('change', () => {
    fields.disabled = !tick.checked;
  });
  document.getElementById('share-nothing')?.remove();
  offer.hidden = false;
}

const offer = document.getElementById('share-answers');
const tick = document.getElementById('share-tick');
const fields = document.getElementById('share-fields');
const list = document.getElementById('share-lines');
if (offer && tick instanceof HTMLInputElement && fields instanceof HTMLFieldSetElement && list)
  offerAnswers(offer, tick, fields, list);
