import { createHash } from 'node:crypto';
import type { OptionColumn, UnitIndex } from '@lerend/psychometrics';

export const ITEMS = 44;
const ITEMS_OF_A_SCALE = 4;
const SCALES = ITEMS / ITEMS_OF_A_SCALE;
const SEED = 20240601;
const MISSING = 0.03;

/** Made-up answers: 44 items in eleven scales of four, 1–5, 3 % missing (0), row by row, and the team of each person. */
export interface Answers {
  readonly people: number;
  readonly teams: number;
  readonly rows: Uint8Array;
  readonly team: Uint16Array;
}

/** Numbers from 0 to below 1 (mulberry32). Only + − × and comparisons on them: every machine draws the same answers. */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The first `people` of one stream: fewer people are the same people. Each team has an effect of its own on each scale. */
export function generate(people: number, teams = 5000): Answers {
  const chance = mulberry32(SEED);
  // Four uniform numbers together, mean 0 and variance 1.
  const normal = (): number => {
    const [a, b, c, d] = [chance(), chance(), chance(), chance()];
    return (a + b + c + d - 2) * 1.7320508075688772;
  };
  const teamEffects = new Float64Array(teams * SCALES);
  for (let at = 0; at < teamEffects.length; at += 1) teamEffects[at] = 0.35 * normal();
  const rows = new Uint8Array(people * ITEMS);
  const team = new Uint16Array(people);
  for (let person = 0; person < people; person += 1) {
    const of = Math.floor(chance() * teams);
    team[person] = of;
    const general = normal();
    for (let scale = 0; scale < SCALES; scale += 1) {
      const place = (teamEffects[of * SCALES + scale] as number) + 0.5 * general + 0.8 * normal();
      for (let item = scale * ITEMS_OF_A_SCALE; item < (scale + 1) * ITEMS_OF_A_SCALE; item += 1) {
        const value = 0.75 * place + 0.66 * normal() + ((item % 7) - 3) * 0.1;
        const isMissing = chance() < MISSING;
        const answer = 1 + Number(value > -1.5) + Number(value > -0.6) + Number(value > 0.3) + Number(value > 1.2);
        rows[person * ITEMS + item] = isMissing ? 0 : answer;
      }
    }
  }
  return { people, teams, rows, team };
}

/** What the stored check values hold for: the same bytes. */
export function digestsOf({ rows, team }: Answers): { items: string; teams: string } {
  const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  return { items: digest(rows), teams: digest(new Uint8Array(team.buffer)) };
}

/** The answers as the analysis reads them: a column an item. */
export function columnsOf({ people, rows, team, teams }: Answers): { columns: OptionColumn[]; units: UnitIndex } {
  const columns = Array.from({ length: ITEMS }, (_, item): OptionColumn => {
    const codes = new Uint8Array(people);
    for (let person = 0; person < people; person += 1) codes[person] = rows[person * ITEMS + item] as number;
    return { kind: 'options', codes, minimum: 1, maximum: 5 };
  });
  return { columns, units: { unit: Int32Array.from(team), count: teams } };
}

/** The places of each scale's items. */
export const scalePlaces: readonly (readonly number[])[] = Array.from({ length: SCALES }, (_, scale) =>
  Array.from({ length: ITEMS_OF_A_SCALE }, (__, item) => scale * ITEMS_OF_A_SCALE + item),
);
