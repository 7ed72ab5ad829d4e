/** A sentence for the person at the terminal: standard error, so that standard output holds the result and nothing else. */
export function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
