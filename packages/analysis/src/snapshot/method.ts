/*
 * The numbers that the method of `methodVersion` decided on, each with its reason. Change one, raise the version.
 */

/** Points. One in five people answering one step higher on every item (25 points × 1/5): less is nothing to act on. */
export const smallestDifferenceThatMatters = 5;

/** From this many units of one depth, each is seen against the others (empirical Bayes). Same limit as clustered intervals. */
export const fewestUnitsToDrawIn = 5;

/** People. Under it alpha is too uncertain to say how large the error of measurement is. */
export const fewestPeopleForError = 30;

/**
 * Agreement in a unit, as rwg(j) for four items, under which we say "divided". LeBreton & Senter (2008),
 * Organizational Research Methods 11:815, call up to .50 weak agreement or none. Always for four items, because rwg(j)
 * rises with their number: else one and the same team would be divided in the pulse and not in the full form.
 */
export const weakAgreement = 0.5;
export const agreementItems = 4;

/** p of the ICC's F test under which units are said to differ, so that belonging to one means something. */
export const unitsDifferProbability = 0.05;

/**
 * Correlation between two areas, corrected for unreliability, above which they can't be told apart here. The limit of
 * Henseler, Ringle & Sarstedt (2015), Journal of the Academy of Marketing Science 43:115, for concepts that are akin.
 */
export const highestDistinctCorrelation = 0.9;

/** Whole per cent of "weet ik niet" from which that itself is a finding: one in four. */
export const manyDontKnow = 25;

/** Share of the invited under which response is called low: fewer than half. */
export const lowResponse = 0.5;

/** How many items are named as strongest and as weakest. */
export const highlightedItems = 3;

/** One answer step in points of 0–100. */
export const pointsPerStep = 25;
