/** With a capital: the instrument writes names as they stand in a sentence, and a heading or a sentence begins with one. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
