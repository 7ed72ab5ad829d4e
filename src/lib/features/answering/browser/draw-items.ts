import { shuffle } from '@lerend/ballot';
import type { RandomBytes } from '@lerend/ballot';

/**
 * Which items somebody gets in a scan in parts: so many of each area, every item of an area with the same chance. Drawn on
 * the respondent's device, and on the server for a page without script. Never made from the ballot's number: whoever has
 * a copy of the numbers could then tell which row is whose, by which items it answers.
 */
export function drawItems(
  areas: readonly (readonly string[])[],
  itemsPerArea: number,
  randomBytes: RandomBytes,
): readonly string[] {
  return areas.flatMap((items) => {
    const drawn = new Set(shuffle(items, randomBytes).slice(0, itemsPerArea));
    return items.filter((id) => drawn.has(id));
  });
}
