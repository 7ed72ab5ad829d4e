import { minimumOfSeveral } from './coding/rest.ts';

/**
 * What may be shown, as numbers. One version for a whole peiling; a snapshot names the version that it followed.
 * All readers together are the audience: nothing becomes visible because the reader is a director, and two readers
 * who lay their pages side by side learn nothing that one page would not have told.
 *
 * Everything shown is a function of one frozen table of published cells per group and area.
 */
export const publicationRules = {
  version: '1.4.0',
  /**
   * Before the first answer, a unit to which fewer than eight people are invited is counted with the unit above it for
   * the whole peiling: a group of so few is a list of names to whoever sees that somebody of it answered.
   */
  minimumInvitedForGroup: 8,
  /** An area score: from five people who answered on that area. */
  minimumForScore: 5,
  /** Items, always in three classes, and the word "divided": from ten. */
  minimumForItems: 10,
  /** Comments and their themes: from ten respondents, of whom five wrote something. */
  minimumForComments: 10,
  minimumWritersForComments: 5,
  /** Profile questions and language, one at a time, for the whole organisation: ten in the class and ten outside it. */
  minimumForProfileClass: 10,
  /**
   * Drivers, factors, covariances, reliability: from two hundred, for the whole organisation. Items that groups answer
   * differently: from two hundred in each group.
   */
  minimumForDrivers: 200,
  /** A change is shown when the invited lists of the two peilingen are the same or differ by five people or more. */
  minimumRosterDifference: 5,
  /**
   * Rows of a pilot for research leave only from fifty. Below that a whole row of answers is too easily recognised by a
   * colleague, and too few to learn from: fifty is what Terwee et al. (2007, Journal of Clinical Epidemiology 60:34)
   * ask at least for reliability. A class that stands beside the rows (language, speed) holds ten people or is left out.
   */
  minimumForResearchRows: 50,
  minimumForResearchClass: 10,
  /**
   * Response while a peiling is open, and afterwards that of bands of profile questions: coarse bands, for units to which
   * twenty or more people were invited, and for bands of which is known that they hold as many.
   */
  minimumInvitedForResponse: 20,
  /** And they move on only when so many more have answered: between two looks never because of one person. */
  minimumNewForResponse: 5,
} as const;

/**
 * The minimum group of a peiling: what its coordinator chose, never under the rules' own five.
 * A choice that is not a whole number is a fault (RangeError), because a rounded minimum is a guess at consent.
 */
export function effectiveMinimum(chosen: number, floor: number = publicationRules.minimumForScore): number {
  if (!Number.isInteger(chosen)) throw new RangeError(`the minimum group is a whole number, not ${chosen}`);
  return Math.max(chosen, floor);
}

/**
 * How many must be invited to a group that is counted by itself: a group that can't reach the minimum group of its
 * peiling would only say more about who is in it.
 */
export function minimumInvited(minimumGroupSize: number): number {
  return Math.max(effectiveMinimum(minimumGroupSize), publicationRules.minimumInvitedForGroup);
}

/** Whether two peilingen of one unit may be compared, given by how many people their invited lists differ. */
export function mayCompareRosters(rosterDifference: number): boolean {
  return rosterDifference === 0 || rosterDifference >= publicationRules.minimumRosterDifference;
}

/** Whether comments, or themes drawn from them, may be shown for a group. Counts only. */
export function mayShowComments(respondents: number, writers: number): boolean {
  return respondents >= publicationRules.minimumForComments && writers >= publicationRules.minimumWritersForComments;
}

/**
 * Whether a class of a profile question (or a language) may be shown for the whole organisation. Counts only.
 * `least`: larger than the rules' own ten, where the peiling's minimum group asks it (`minimumForProfile`).
 */
export function mayShowProfileClass(
  inClass: number,
  respondents: number,
  least: number = publicationRules.minimumForProfileClass,
): boolean {
  return inClass >= least && respondents - inClass >= least;
}

/** The fewest people in a class of a profile question, and outside it: a class holds people of many units (`minimumOfSeveral`). */
export function minimumForProfile(minimumGroupSize: number): number {
  return Math.max(publicationRules.minimumForProfileClass, minimumOfSeveral(effectiveMinimum(minimumGroupSize)));
}
