import { stat } from 'node:fs/promises';
import type { Language } from './fault-sentences.ts';

/** Shows how much of a file was read, when somebody is watching: one line that is wiped afterwards. */
export async function readingProgress(
  file: string,
  language: Language,
): Promise<{ add(bytes: number): void; done(): void }> {
  const size = process.stderr.isTTY
    ? await stat(file).then(
        (found) => found.size,
        () => 0,
      )
    : 0;
  if (size === 0) return { add: () => undefined, done: () => undefined };
  const word = language === 'nl' ? 'Lezen' : 'Reading';
  let read = 0;
  let shown = -1;
  return {
    add(bytes) {
      read += bytes;
      const percent = Math.floor((100 * read) / size);
      if (percent === shown) return;
      shown = percent;
      process.stderr.write(`\r${word}: ${percent} %`);
    },
    done() {
      process.stderr.write('\r\u001b[K');
    },
  };
}
