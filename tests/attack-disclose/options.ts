import { parseArgs } from 'node:util';

export interface AttackOptions {
  /** Numbers of the organisations: from, up to and not including. */
  readonly from: number;
  readonly to: number;
  /** Lines of earlier runs are kept there, and new ones added; organisations in it are not attacked again. */
  readonly file: string;
  /** Random trees on which the search is held against HiGHS. */
  readonly trees: number;
}

/** Faults are Errors with a sentence. */
export function readOptions(args: readonly string[]): AttackOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      organisations: { type: 'string', default: '1000' },
      from: { type: 'string', default: '0' },
      trees: { type: 'string', default: '2000' },
      file: { type: 'string', default: 'out/attack-disclose.jsonl' },
    },
  });
  const whole = (name: 'organisations' | 'from' | 'trees') => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} is a whole number, 0 or more`);
    return value;
  };
  const from = whole('from');
  return { from, to: from + whole('organisations'), file: values.file, trees: whole('trees') };
}
