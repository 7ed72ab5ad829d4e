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

/** What the person at this place in a unit says of their own work, drawn apart from their answers. */
export function profileOf(unit: string, place: number): Record<string, Answer> {
  const chance = chanceFor('profile', unit, place);
  const [years, shifts, skipsYears, skipsShifts] = [chance.share(), chance.share(), chance.share(), chance.share()];
  const tenure = years < shareOfYears[0] ? 1 : years < shareOfYears[0] + shareOfYears[1] ? 2 : 3;
  const most = inShifts.test(unit) ? shareInShifts.there : shareInShifts.elsewhere;
  return {
    ...(skipsYears < shareSkipped ? {} : { 'profile-tenure': tenure }),
    ...(skipsShifts < shareSkipped ? {} : { 'profile-shifts': shifts < most ? 1 : 2 }),
  };
}
