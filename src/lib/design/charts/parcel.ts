import type { AreaCell, Published } from '@lerend/disclosure';
import { chartTexts } from './chart-texts.ts';
import type { ChartLanguage } from './chart-texts.ts';

/** One unit on one area. */
export interface Parcel {
  /** null: no figure, whatever the reason. */
  cell: Published<AreaCell> | null;
  /** Score minus that of the unit above, only where that is more than noise; else null. */
  standsOutBy: Published<number> | null;
}

export interface ParcelUnit {
  id: string;
  name: string;
  /** Head count or number of invited people: gives the strip its height. */
  people: number;
  href?: string;
  /** One per area, in the order of the areas. */
  parcels: readonly Parcel[];
}

export interface ParcelArea {
  id: string;
  name: string;
}

/** In the order in which they are drawn. */
export const parcelKinds = ['none', 'middle', 'high-soft', 'high', 'low-soft', 'low'] as const;
export type ParcelKind = (typeof parcelKinds)[number];

/** From this difference on, in points, the colour is full. */
const fullColourFrom = 10;

/** What a parcel looks like; every parcel without a figure looks the same. */
export function parcelKind({ cell, standsOutBy }: Parcel): ParcelKind {
  if (cell === null) return 'none';
  if (standsOutBy === null || standsOutBy === 0) return 'middle';
  const side = standsOutBy > 0 ? 'high' : 'low';
  return Math.abs(standsOutBy) >= fullColourFrom ? side : `${side}-soft`;
}

/** A unit in words: in which areas it is higher and lower than the unit above. */
export function parcelSummary(unit: ParcelUnit, areas: readonly ParcelArea[], language: ChartLanguage): string {
  const texts = chartTexts(language);
  if (unit.parcels.every(({ cell }) => cell === null)) return texts.noFigure;
  const named = (isWanted: (difference: number) => boolean) =>
    areas
      .filter((_, index) => {
        const difference = unit.parcels[index]?.standsOutBy ?? null;
        return difference !== null && isWanted(difference);
      })
      .map(({ name }) => name);
  const higher = named((difference) => difference > 0);
  const lower = named((difference) => difference < 0);
  const parts = [
    higher.length > 0 && `${texts.higher}: ${higher.join(', ')}`,
    lower.length > 0 && `${texts.lower}: ${lower.join(', ')}`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join('; ') : texts.withinNoise;
}
