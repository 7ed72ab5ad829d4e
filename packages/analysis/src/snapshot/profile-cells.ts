import { bandClassOf, codedProfileMeans, minimumForProfile, publishForClass } from '@lerend/disclosure';
import type { ProfileClass } from '@lerend/disclosure';
import { studentTQuantile } from '@lerend/psychometrics';
import type { AreaOfUnits } from './area-results.ts';
import type { ProfilePeople, ProfileQuestionClasses } from './profile-people.ts';
import type { ProfileCell } from './profile-result.ts';
import { roundingVariance, wholePoints, withoutLastDigits } from './whole-points.ts';

/** What is told of each shown class on one area: the mean of its people as they count, coded, and its margin. */
export function publishedCells(
  one: ProfileQuestionClasses,
  { rows, scores }: ProfilePeople,
  { figures }: AreaOfUnits,
  minimumGroupSize: number,
) {
  const least = minimumForProfile(minimumGroupSize);
  const places = one.classes.others ? [-1, ...one.classes.shown.keys()] : [...one.classes.shown.keys()];
  const sums = new Float64Array(one.classes.shown.length + 1);
  const sizes = new Float64Array(sums.length);
  scores.forEach((score, at) => {
    const place = (one.classOf[rows[at] ?? -1] ?? -1) + 1;
    sums[place] = (sums[place] ?? 0) + score;
    sizes[place] = (sizes[place] ?? 0) + 1;
  });
  const means = places.flatMap((place) => {
    const n = sizes[place + 1] ?? 0;
    const rest = { people: n, largestSmallGroup: minimumGroupSize - 1 };
    return n > 0 ? [{ place, rest, mean: Math.min(100, Math.max(0, (sums[place + 1] ?? 0) / n)) }] : [];
  });
  const coded = codedProfileMeans(means, figures.columns.length);
  const spread = Math.max(varianceOf(scores), figures.within.variance);
  return one.classes.shown.map((_: ProfileClass, place) => {
    const at = means.findIndex((mean) => mean.place === place);
    const n = means[at]?.rest.people ?? 0;
    return publishForClass({ inClass: n, respondents: rows.length, least }, (): ProfileCell => {
      const halfWidth = studentTQuantile(0.975, rows.length - 1) * Math.sqrt(spread / n + roundingVariance);
      return { n, score: wholePoints(coded[at] ?? 0), band: bandClassOf(withoutLastDigits(halfWidth)) };
    });
  });
}

/** Of everyone together, units included: one number for all classes, so that no band tells how those in one class differ. */
function varianceOf(scores: Float64Array): number {
  const mean = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
  const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  return squares / Math.max(1, scores.length - 1);
}
