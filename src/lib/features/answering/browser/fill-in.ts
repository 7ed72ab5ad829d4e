import type { PageParts } from './page-parts.ts';
import type { Session } from './session.ts';

/** Puts the draft's answers on the page. What a browser itself remembered of the form is taken away first. */
export function fillIn({ form, code, codeBlock, shared }: PageParts, { draft, mayKeep }: Session): void {
  form.reset();
  showAsked(form, draft.asked);
  shared.checked = !mayKeep;
  for (const [itemId, given] of Object.entries(draft.answers)) {
    const group = form.elements.namedItem(itemId);
    if (group instanceof RadioNodeList) group.value = given === 'dont-know' ? '9' : String(given);
  }
  for (const area of form.querySelectorAll('textarea')) area.value = draft.words[area.name] ?? '';
  code.value = draft.code;
  codeBlock.hidden = draft.code !== '' || draft.sealing !== null;
}

/** Of a scan in parts the page holds every item; those of others are away, also for who reads it aloud. */
function showAsked(form: HTMLFormElement, asked: readonly string[] | null): void {
  if (asked === null) return;
  for (const item of form.querySelectorAll<HTMLFieldSetElement>('fieldset[data-item]')) {
    const isAsked = asked.includes(item.dataset['item'] ?? '');
    item.hidden = !isAsked;
    item.disabled = !isAsked;
  }
}
