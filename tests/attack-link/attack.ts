import { leaveOut } from '../product/leave-out.ts';
import { leftOut, variants } from './variants.ts';

/**
 * One batch of runs against one variant, in a process of its own: `attack.ts VARIANT RUNS PEOPLE SEED`. Prints a line of
 * JSON for each run, with the score of every attacker.
 */
const [name = '', runs = '1', people = '200', seed = '1'] = process.argv.slice(2);
const variant = variants.find((one) => one === name);
if (!variant) throw new Error(`There is no ${name}; there are ${variants.join(', ')}.`);
const assertChanged = leaveOut(leftOut[variant]);

// Only from here on may anything of the product be loaded.
const { playAndAttack } = await import('./play-and-attack.ts');
await playAndAttack(variant, { count: Number(runs), people: Number(people), seed: Number(seed) }, (line) =>
  console.log(JSON.stringify(line)),
);
assertChanged();
