import { passagesThatPoint } from './points-at-someone.ts';

/** So many at once; more would be a list of one's own text. */
const mostNamed = 3;

/** What in a text may point at somebody, as one sentence; empty when nothing does. `#` in the words is the list. */
export function pointingSentence(text: string, words: string): string {
  const passages = new Set(passagesThatPoint(text).map(({ from, to }) => text.slice(from, to)));
  if (passages.size === 0) return '';
  const named = [...passages].slice(0, mostNamed).map((passage) => `‘${passage}’`);
  return words.replace('#', () => named.join(', ') + (passages.size > mostNamed ? ' …' : ''));
}

/** Shows under a field what in it may point at somebody, on the device alone. It stops nobody from sending. */
export function pointOut(field: HTMLTextAreaElement, words: string): void {
  const hint = document.getElementById(`${field.id}-points`);
  if (!hint) return;
  const sentence = pointingSentence(field.value, words);
  // A reader of the screen hears it once, not at every letter.
  if (hint.textContent !== sentence) hint.textContent = sentence;
  hint.hidden = sentence === '';
}
