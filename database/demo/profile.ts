import type { Answer } from '@lerend/ballot';
import type { ProfileQuestionId } from '@lerend/instrument';
import { chanceFor } from './chance.ts';

/** Asked in the second year: since the new rosters everyone wants to know whether learning is for the day shift only. */
export const profileAsked: readonly ProfileQuestionId[] = ['profile-tenure', 'profile-shifts'];

/** Where most people work through the night, or when called; elsewhere one here and there. */
const inShifts = /dienst|Zuivering|zuivering|Distributie|Productie|Klantcontact/;

const shareSkipped = 0.05;
const shareInShifts = { there: 0.72, elsewhere: 0.06 } as const;
/** Of the three bands of years, the first two; the rest has been here for ten years or more. */
const shareOfYears = [0.24, 0.34] as const;

/** What is true of the person at this place in a unit, drawn apart from their answers, and what they skip. */
function workOf(unit: string, place: number) {
  const chance = chanceFor('profile', unit, place);
  const [years, shifts, skipsYears, skipsShifts] = [chance.share(), chance.share(), chance.share(), chance.share()];
  const tenure = years < shareOfYears[0] ? 1 : years < shareOfYears[0] + shareOfYears[1] ? 2 : 3;
  const most = inShifts.test(unit) ? shareInShifts.there : shareInShifts.elsewhere;
  return {
    tenure,
    shifts: shifts < most ? 1 : 2,
    skipsTenure: skipsYears < shareSkipped,
    skipsShifts: skipsShifts < shareSkipped,
  } as const;
}

/** What the person at this place in a unit says of their own work. */
export function profileOf(unit: string, place: number): Record<string, Answer> {
  const { tenure, shifts, skipsTenure, skipsShifts } = workOf(unit, place);
  return {
    ...(skipsTenure ? {} : { 'profile-tenure': tenure }),
    ...(skipsShifts ? {} : { 'profile-shifts': shifts }),
  };
}

/** What the personnel records say, and the coordinator types: of everyone, whether they answer or not. */
export function knownHeads(units: readonly { readonly name: string; readonly people: number }[]) {
  const [tenure, shifts] = [
    [0, 0, 0],
    [0, 0],
  ];
  for (const { name, people } of units) {
    for (let place = 0; place < people; place++) {
      const work = workOf(name, place);
      tenure[work.tenure - 1] = (tenure[work.tenure - 1] ?? 0) + 1;
      shifts[work.shifts - 1] = (shifts[work.shifts - 1] ?? 0) + 1;
    }
  }
  return { 'profile-tenure': tenure, 'profile-shifts': shifts };
}
