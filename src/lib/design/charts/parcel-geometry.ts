/** Nothing is drawn lower than this, in pixels: at five hundred units a strip is still a line. */
export const leastStripHeight = 3;
/** Up to so many units each strip can be aimed at with a finger. */
const roomyUnits = 36;
const roomyHeight = 40;
const leastRoomyHeight = 26;

/** How high the whole polder is, in pixels: roomy up to thirty-six units, then denser, and never under the least. */
export function polderHeight(units: number): number {
  return Math.max(Math.min(units, roomyUnits) * roomyHeight, units * leastStripHeight);
}

/**
 * The height of every strip in whole pixels: by the square root of the people, together exactly `polderHeight`.
 * A unit that would come under the least gets the least, and the others share what is left. Nobody (0) is least.
 */
export function stripHeights(people: readonly number[]): number[] {
  const total = polderHeight(people.length);
  const least = people.length <= roomyUnits ? leastRoomyHeight : leastStripHeight;
  const roots = people.map((count) => Math.sqrt(Math.max(0, count)));
  const isLeast = roots.map((root) => root === 0);
  for (;;) {
    const fixed = isLeast.filter(Boolean).length;
    const sum = roots.reduce((all, root, index) => (isLeast[index] ? all : all + root), 0);
    const perRoot = sum > 0 ? (total - fixed * least) / sum : 0;
    const tooLow = roots.findIndex((root, index) => !isLeast[index] && root * perRoot < least);
    if (tooLow === -1) return wholePixels(roots.map((root, index) => (isLeast[index] ? least : root * perRoot)));
    roots.forEach((root, index) => {
      if (!isLeast[index] && root * perRoot < least) isLeast[index] = true;
    });
  }
}

/** Rounds the edges, not the heights, so that the sum stays and no strip of at least 3 becomes 2. */
function wholePixels(heights: readonly number[]): number[] {
  let edge = 0;
  return heights.map((height) => {
    const from = Math.round(edge);
    edge += height;
    return Math.round(edge) - from;
  });
}

export const parcelWidth = 100;
const ditchWidth = 30;

/** Left edge of each column: so many columns, a ditch, the others. In units of which a column has a hundred. */
export function parcelColumns(count: number, beforeDitch: number): { lefts: number[]; width: number } {
  const hasDitch = beforeDitch > 0 && beforeDitch < count;
  const lefts = Array.from(
    { length: count },
    (_, column) => column * parcelWidth + (hasDitch && column >= beforeDitch ? ditchWidth : 0),
  );
  return { lefts, width: count * parcelWidth + (hasDitch ? ditchWidth : 0) };
}
