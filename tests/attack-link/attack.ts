import { leaveOut } from '../product/leave-out.ts';
import { leftOut, variants } from './variants.ts';

/**
 * One batch of runs against one variant, in a process of its own: `attack.ts VARIANT RUNS PEOPLE SEED`. Tells its
 * parent of each run, with the score of every attacker; what the product says of itself goes to the output.
 */
const [name = '', runs = '1', people = '200', seed = '1'] = process.argv.slice(2);
const variant = variants.find((one) => one === name);
if (!variant) throw new Error(`There is no ${name}; there are ${variants.join(', ')}.`);
const assertChanged = leaveOut(leftOut[variant]);

// Only from here on may anything of the product be loaded.
const { playAndAttack } = await import('./play-and-attack.ts');
await playAndAttack(variant, { count: Number(runs), people: Number(people), seed: Number(seed) }, (result) =>
  process.send?.(result),
);
assertChanged();
process.disconnect();
