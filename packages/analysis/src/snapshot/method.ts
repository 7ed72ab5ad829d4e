/*
 * The numbers that the method of `methodVersion` decided on, each with its reason. Change one, raise the version.
 */

/** Points. One in five people answering one step higher on every item (25 points × 1/5): less is nothing to act on. */
export const smallestDifferenceThatMatters = 5;

/**
 * Of all marks of one kind in a peiling (a colour, "hoger", "lager", "gestegen") the share that may be expected to point
 * the wrong way or to stand on nothing: one in twenty.
 */
export const markErrorRate = 0.05;

/** Whole per cent of people with a favourable answer. One in ten: less is nothing to act on. */
export const smallestItemDifference = 10;

/** From this many units of one depth, each is seen against the others (empirical Bayes). Same limit as clustered intervals. */
export const fewestUnitsToDrawIn = 5;

/**
 * From this many units seen together the intervals of the climate hold 93–97 times in 100 in simulated organisations
 * (`npm run simulate`, METHOD.md). With fewer they hold more often, and a reader is told.
 */
export const fewestUnitsThatHold = 20;

/** People. Under it alpha is too uncertain to say how large the error of measurement is. */
export const fewestPeopleForError = 30;

/**
 * Agreement in a unit, as rwg(j) for four items, under which we say "divided". LeBreton & Senter (2008),
 * Organizational Research Methods 11:815, call up to .50 weak agreement or none. Always for four items, because rwg(j)
 * rises with their number: else one and the same team would be divided in the pulse and not in the full form.
 */
export const weakAgreement = 0.5;
export const agreementItems = 4;

/**
 * Share of the differences between people of one unit in their answers to one item that is error of measurement. With
 * one item an area there is no alpha to tell it. Residual 446 of 446 + 282 points², REML on bhr2000 (5,400 people, eleven
 * items on five options; `tests/oracle/scripts/bhr2000-parts.R`): other items and other people, so an assumption.
 */
export const oneAnswerErrorShare = 0.61;

/**
 * Degrees of freedom (people less units) from which the spread of people within units is taken from their answers. Of fewer
 * it would tell how these few lie apart, and isn't known well either: an estimate on 30 is off by a quarter. Below it the
 * spread is that of bhr2000 (`oneAnswerErrorShare`).
 */
export const fewestFreedomForSpread = 30;

/**
 * Points², the sum of squares that the spread is taken to hold at least: of one person who stands at 50 and a colleague
 * at 100 among five people of whom the others stand at 0 (100² + 50² − 5 · 30²). With less, a narrow band would tell that
 * everyone is alike.
 */
export const spreadOfOneDeviant = 8000;

/** p of the ICC's F test under which units are said to differ, so that belonging to one means something. */
export const unitsDifferProbability = 0.05;

/**
 * Correlation between two areas, corrected for unreliability, above which they can't be told apart here. The limit of
 * Henseler, Ringle & Sarstedt (2015), Journal of the Academy of Marketing Science 43:115, for concepts that are akin.
 */
export const highestDistinctCorrelation = 0.9;

/** Whole per cent of "weet ik niet" from which that itself is a finding: one in four. */
export const manyDontKnow = 25;

/**
 * Share under which response is called low: fewer than half. If those who are silent think ten points differently, the
 * score of everyone lies `smallestDifferenceThatMatters` away from what is shown.
 */
export const lowResponse = 0.5;

/**
 * Share of the answers that comes from the wrong part of a unit (see `skewOf`) from which response is called skewed: one
 * in five. Between parts that lie 25 points apart that moves the score by `smallestDifferenceThatMatters`.
 */
export const mostSkew = 0.2;

/** Share of a unit that stands on either side, at least, for it to be two camps: a quarter. */
export const smallestCamp = 0.25;

/** Scores between which somebody is in neither camp: from there on the nearest answer is no longer "soms". */
export const campEdges = { low: 37.5, high: 62.5 } as const;

/** p under which answers to the items on one referent lie further apart than without agreement; one-sided. */
export const farApartProbability = 0.05;

/** People who gave one answer this often in a row, as a share of the items, answered in a straight line. */
export const straightLineShare = 0.5;

/** Items a form needs for a straight line to say something: in eleven the same answer may well be meant. */
export const fewestItemsForStraightLine = 20;

/** Share of the items without an answer from 1 to 5 from which somebody has many missing: more than a third. */
export const manyMissingShare = 1 / 3;

/** How many items are named as strongest and as weakest. */
export const highlightedItems = 3;

/** One answer step in points of 0–100. */
export const pointsPerStep = 25;
