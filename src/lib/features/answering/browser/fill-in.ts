import type { Draft } from './draft.ts';
import type { PageParts } from './page-parts.ts';

/** Puts the draft's answers on the page. What a browser itself remembered of the form is taken away first. */
export function fillIn({ form, code, codeBlock }: PageParts, draft: Draft): void {
  form.reset();
  for (const [itemId, given] of Object.entries(draft.answers)) {
    const group = form.elements.namedItem(itemId);
    if (group instanceof RadioNodeList) group.value = given === 'dont-know' ? '9' : String(given);
  }
  for (const area of form.querySelectorAll('textarea')) area.value = draft.words[area.name] ?? '';
  code.value = draft.code;
  codeBlock.hidden = draft.code !== '';
}
