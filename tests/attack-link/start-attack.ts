import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { RunResult } from './play-and-attack.ts';
import type { Variant } from './variants.ts';

export interface Batch {
  readonly runs: number;
  readonly people: number;
  readonly seed: number;
}

/** Some peilingen side by side, in a process that loads this variant and no other; each result as soon as it is there. */
export function startAttack(
  variant: Variant,
  { runs, people, seed }: Batch,
  told: (result: RunResult) => void,
): Promise<void> {
  const program = fileURLToPath(new URL('./attack.ts', import.meta.url));
  // What the product says of itself goes where nobody takes it for a result.
  const child = fork(program, [variant, String(runs), String(people), String(seed)], {
    stdio: ['ignore', process.stderr, 'inherit', 'ipc'],
  });
  child.on('message', told);
  return new Promise((resolve, reject) => {
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`A batch of ${variant} ended with ${code}.`)),
    );
  });
}
