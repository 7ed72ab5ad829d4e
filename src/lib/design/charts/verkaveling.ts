import type { AreaCell, Published } from '@lerend/disclosure';
import { chartTexts, localNumber } from './chart-texts.ts';
import type { ChartLanguage } from './chart-texts.ts';
import { controlFace, palette } from './palette.ts';
import { parcelColumns, stripHeights } from './parcel-geometry.ts';
import { drawing, element, label, together } from './svg.ts';
import type { Svg } from './svg.ts';

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

export interface VerkavelingInput {
  /** Unique on the page. */
  id: string;
  title: string;
  areas: readonly ParcelArea[];
  units: readonly ParcelUnit[];
  /** How many areas lie before the ditch. */
  beforeDitch?: number;
  language: ChartLanguage;
  isStandalone?: boolean;
}

/** From this difference on, in points, the colour is full. */
const fullColourFrom = 10;
const kinds = ['none', 'middle', 'high-soft', 'high', 'low-soft', 'low'] as const;
type ParcelKind = (typeof kinds)[number];

const fills: Record<ParcelKind, string> = {
  none: 'none',
  middle: palette.middle,
  'high-soft': palette.highSoft,
  high: palette.high,
  'low-soft': palette.lowSoft,
  low: palette.low,
};

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
  const named = (isWanted: (parcel: Parcel) => boolean) =>
    areas.filter((_, index) => isWanted(unit.parcels[index] ?? { cell: null, standsOutBy: null })).map(({ name }) => name);
  const higher = named(({ standsOutBy }) => standsOutBy !== null && standsOutBy > 0);
  const lower = named(({ standsOutBy }) => standsOutBy !== null && standsOutBy < 0);
  const parts = [
    higher.length > 0 && `${texts.higher}: ${higher.join(', ')}`,
    lower.length > 0 && `${texts.lower}: ${lower.join(', ')}`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join('; ') : texts.withinNoise;
}

/** One strip of parcels, 100 wide each and as high as asked: a path per colour, so that 500 strips stay light. */
function parcels(unit: ParcelUnit, lefts: readonly number[], height: number): Svg {
  const inset = 2;
  const shapes = new Map<ParcelKind, string>();
  let ticks = '';
  unit.parcels.forEach((parcel, index) => {
    const left = (lefts[index] ?? 0) + inset;
    const kind = parcelKind(parcel);
    shapes.set(kind, `${shapes.get(kind) ?? ''}M${left} 0h${100 - 2 * inset}v${height}h${2 * inset - 100}z`);
    if (kind === 'middle' && parcel.cell) {
      const x = left + 4 + (Math.min(100, Math.max(0, parcel.cell.score)) / 100) * (92 - 2 * inset);
      ticks += `M${Number(x.toFixed(1))} ${Number((height * 0.15).toFixed(2))}V${Number((height * 0.85).toFixed(2))}`;
    }
  });
  const drawn = kinds.flatMap((kind) => {
    const d = shapes.get(kind);
    if (d === undefined) return [];
    const isNone = kind === 'none';
    return [element('path', {
      class: `parcel-${kind}`, fill: fills[kind], d,
      stroke: isNone && height >= 9 && palette.rule, 'vector-effect': isNone && 'non-scaling-stroke',
    })];
  });
  if (ticks !== '') drawn.push(element('path', { class: 'parcel-tick', stroke: palette.ink, 'stroke-width': 1.25, fill: 'none', 'vector-effect': 'non-scaling-stroke', d: ticks }));
  return together(drawn);
}

/**
 * One strip for a page, where the name stands beside it and the words are said by the link: an empty drawing that
 * keeps the strip's place and, over it, the one that css/parcels.css lets grow to 44 px when the strip has the focus.
 */
export function parcelStrip(unit: ParcelUnit, height: number, columns: { lefts: readonly number[]; width: number }): Svg {
  const drawnHeight = Math.max(1, height - (height >= 12 ? 2 : 1));
  return together([
    element('svg', { class: 'parcel-place', width: 1, height: drawnHeight, 'aria-hidden': 'true' }),
    element('svg', { class: 'parcel-strip', viewBox: `0 0 ${columns.width} 10`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      parcels(unit, columns.lefts, 10)),
  ]);
}

/** The whole polder in one drawing with its names, for documents. Names are left out where a strip is too low for them. */
export function verkaveling(input: VerkavelingInput): Svg {
  const { id, title, areas, units, beforeDitch = 5, language, isStandalone } = input;
  const columns = parcelColumns(areas.length, beforeDitch);
  const heights = stripHeights(units.map(({ people }) => people));
  const nameWidth = 170;
  const headHeight = 84;
  const scale = 0.44;
  const heads = areas.map(({ name }, index) => {
    const x = nameWidth + ((columns.lefts[index] ?? 0) + 50) * scale;
    return label(name, { class: 'gauge-number', transform: `translate(${x.toFixed(1)} ${headHeight - 8}) rotate(-52)`, 'font-size': 12, 'font-family': controlFace, fill: palette.ink });
  });
  let top = headHeight;
  const strips = units.map((unit, index) => {
    const height = heights[index] ?? 0;
    const drawnHeight = Math.max(1, height - (height >= 12 ? 2 : 1));
    const strip = together([
      element('g', { transform: `translate(${nameWidth} ${top}) scale(${scale} 1)` }, parcels(unit, columns.lefts, drawnHeight)),
      ...(height >= 9 ? [label(unit.name, { class: 'gauge-number', x: nameWidth - 8, y: top + drawnHeight / 2 + 4, 'text-anchor': 'end', 'font-size': Math.min(12, height), 'font-family': controlFace, fill: palette.ink })] : []),
    ]);
    top += height;
    return strip;
  });
  const description = units
    .map((unit) => `${unit.name} (${localNumber(unit.people, language)}): ${parcelSummary(unit, areas, language)}.`)
    .join(' ');
  const width = nameWidth + columns.width * scale + 30;
  return drawing({ id, title, description, width, height: top, className: 'parcels', isStandalone }, ...heads, ...strips);
}
