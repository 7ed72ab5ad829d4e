/** The header with which a request says where its server is to die: a point, then who dies. */
export const killHeader = 'x-kill-at';

/** The doors that bring something in: what each asks of the database, in its order. */
const questions = {
  credential: ['look', 'claim'],
  ballot: ['keep'],
  open: ['keep'],
} as const;

export type KilledDoor = keyof typeof questions;
type Question = (typeof questions)[KilledDoor][number];
type Moment = 'before' | 'under-way' | 'after';

/** `ballot/keep/after`: the door, the step, and whether it was to come, going on, or done. */
export interface KillPoint {
  readonly door: KilledDoor;
  readonly step: 'arrived' | Question | 'answer';
  readonly moment: Moment;
}

/** With its database (which goes first), or alone, so that the database goes on with what it was asked. */
export type Killed = 'application' | 'database';

const moments = ['before', 'under-way', 'after'] as const;

/** Every named point from a request's arrival to its answer. */
export const killPoints: readonly KillPoint[] = (Object.keys(questions) as KilledDoor[]).flatMap((door) => [
  { door, step: 'arrived', moment: 'after' } as const,
  ...questions[door].flatMap((step) => moments.map((moment) => ({ door, step, moment }))),
  { door, step: 'answer', moment: 'before' } as const,
  { door, step: 'answer', moment: 'under-way' } as const,
]);

export const nameOf = ({ door, step, moment }: KillPoint): string => `${door}/${step}/${moment}`;

/** Which step it is that SQL belongs to: the one statement that writes (and commits by itself), or a look before it. */
export function questionOf(sql: string): Question | undefined {
  if (/^insert into "issuance"/.test(sql)) return 'claim';
  if (/^insert into "(open_)?ballot"/.test(sql)) return 'keep';
  return /^select /.test(sql) ? 'look' : undefined;
}
