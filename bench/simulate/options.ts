import { parseArgs } from 'node:util';

export interface SimulateOptions {
  readonly organisations: number;
  readonly seed: number;
  /** Only cells whose name has this in it; empty: all. */
  readonly cell: string;
  /** Only every `of`th cell, from number `part` on: to spread a run over processes. */
  readonly part: number;
  readonly of: number;
  /** Files with the lines of earlier runs; then nothing is simulated. */
  readonly read: readonly string[];
  /** Write docs/method and the table in METHOD.md. */
  readonly isWriting: boolean;
}

/** Faults are Errors with a sentence. */
export function readOptions(args: readonly string[]): SimulateOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      organisations: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      cell: { type: 'string', default: '' },
      part: { type: 'string', default: '1/1' },
      read: { type: 'string', multiple: true, default: [] },
      write: { type: 'boolean', default: false },
    },
  });
  const [part = 0, of = 0] = values.part.split('/').map(Number);
  const organisations = Number(values.organisations);
  const seed = Number(values.seed);
  if (!(Number.isInteger(organisations) && organisations > 0))
    throw new Error('--organisations is a whole number above 0');
  if (!Number.isInteger(seed)) throw new Error('--seed is a whole number');
  if (!(Number.isInteger(part) && Number.isInteger(of) && part >= 1 && part <= of))
    throw new Error('--part is like 1/2: the first of two parts');
  return { organisations, seed, cell: values.cell, part, of, read: values.read, isWriting: values.write };
}
