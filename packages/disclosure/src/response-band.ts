import { publicationRules } from './publication-rules.ts';
import { markPublished } from './published.ts';
import type { Published } from './published.ts';

/** Response in quarters. There is no "everyone" and no "nobody": those would speak about single people. */
export type ResponseBand = 'under-a-quarter' | 'a-quarter-to-half' | 'half-to-three-quarters' | 'over-three-quarters';

/**
 * How many of the invited have answered, in one of four bands; for following a peiling while it is open.
 *
 * Rule: only for units to which at least twenty people were invited (`minimumInvitedForResponse`), never a count, and
 * a share on an edge falls in the upper band. One step of a band is at least five people. Fewer invited: undefined.
 * More answers than invited (an unnamed card too many) counts as all; negative or fractional counts are a RangeError.
 */
export function responseBand(invited: number, answered: number): ResponseBand | undefined {
  if (!isCount(invited) || !isCount(answered)) throw new RangeError('invited and answered are counts');
  if (invited < publicationRules.minimumInvitedForResponse) return undefined;
  const share = answered / invited;
  if (share < 0.25) return 'under-a-quarter';
  if (share < 0.5) return 'a-quarter-to-half';
  if (share < 0.75) return 'half-to-three-quarters';
  return 'over-three-quarters';
}

/**
 * The same for people of whom is known how many they are, once nobody answers any more (a band of a profile question).
 * More answers than people: whoever gave the number meant others, so there is no band either.
 */
export function publishResponse(people: number, answered: number): Published<ResponseBand> | null {
  const band = answered > people ? undefined : responseBand(people, answered);
  return band === undefined ? null : markPublished(band);
}

/**
 * The number from which a band is shown, when it is renewed: the one from last time, unless at least five more
 * (`minimumNewForResponse`) have answered since. Whoever looks before and after learns of five people or of nobody,
 * also where the one is on an edge between two bands. Negative or fractional counts are a RangeError.
 */
export function renewedResponse(shownFrom: number, answered: number): number {
  if (!isCount(shownFrom) || !isCount(answered)) throw new RangeError('what was shown and who answered are counts');
  return answered >= shownFrom + publicationRules.minimumNewForResponse ? answered : shownFrom;
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}
