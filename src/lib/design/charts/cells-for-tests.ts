import type { ComparedChange } from '@lerend/analysis';
import { publishForWhole } from '@lerend/disclosure';
import type { AreaCell, BandClass, ItemCell, Published } from '@lerend/disclosure';

/** Makes figures for tests the way the product does: through a decision to publish. */
export function published<T>(value: T): Published<T> {
  const figure = publishForWhole(23, 5, () => value);
  if (figure === null) throw new Error('23 people are enough to publish');
  return figure;
}

export function areaCell(score: number, band: BandClass = 6): Published<AreaCell> {
  const now = { centre: score, band };
  return published({ n: 23, heads: 31, score, now, climate: 'shrunk', centre: score, band, noise: band });
}

export function itemCell(favourable: number, middle: number, dontKnow = 0): Published<ItemCell> {
  return published({ n: 23, favourable, middle, unfavourable: 100 - favourable - middle, dontKnow });
}

export function comparedChange(before: number, now: number, noise: number): ComparedChange {
  return {
    kind: Math.abs(now - before) > noise ? 'more-than-noise' : 'within-noise',
    difference: published(now - before),
    noise: published(noise),
    before: published(before),
    now: published(now),
    onForm: 'short',
  };
}
