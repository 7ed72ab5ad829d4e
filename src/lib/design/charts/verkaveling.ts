import { localNumber } from './chart-texts.ts';
import type { ChartLanguage } from './chart-texts.ts';
import { controlFace, palette } from './palette.ts';
import { parcelColumns, parcelWidth, stripHeights } from './parcel-geometry.ts';
import { parcelKind, parcelKinds, parcelSummary } from './parcel.ts';
import type { ParcelArea, ParcelKind, ParcelUnit } from './parcel.ts';
import { drawing, element, label, together } from './svg.ts';
import type { Svg } from './svg.ts';

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

const fills: Record<ParcelKind, string> = {
  none: 'none',
  middle: palette.middle,
  'high-soft': palette.highSoft,
  high: palette.high,
  'low-soft': palette.lowSoft,
  low: palette.low,
};

/** Lower than this, in pixels, an outline would be all that one sees. */
const leastOutlined = 9;

interface StripPlace {
  lefts: readonly number[];
  /** Of one parcel, its share of the ditches included. */
  wide: number;
  high: number;
  /** The strip is stretched to its place by the page; lines keep their width. */
  isStretched: boolean;
}

const short = (value: number) => Number(value.toFixed(1));

/** One strip of parcels: a path per colour, so that 500 strips stay light. */
function parcels(unit: ParcelUnit, { lefts, wide, high, isStretched }: StripPlace): Svg {
  const inset = wide * 0.02;
  const inner = wide - 2 * inset;
  const shapes = new Map<ParcelKind, string>();
  let ticks = '';
  unit.parcels.forEach((parcel, index) => {
    const left = (lefts[index] ?? 0) + inset;
    const kind = parcelKind(parcel);
    shapes.set(kind, `${shapes.get(kind) ?? ''}M${short(left)} 0h${short(inner)}v${high}h${short(-inner)}z`);
    if (kind === 'middle' && parcel.cell) {
      const share = Math.min(100, Math.max(0, parcel.cell.score)) / 100;
      ticks += `M${short(left + inner * (0.04 + 0.92 * share))} ${short(high * 0.15)}V${short(high * 0.85)}`;
    }
  });
  const lines = { fill: 'none', 'vector-effect': isStretched && 'non-scaling-stroke' };
  const drawn = parcelKinds.flatMap((kind) => {
    const d = shapes.get(kind);
    if (d === undefined) return [];
    if (kind !== 'none') return [element('path', { class: `parcel-${kind}`, fill: fills[kind], d })];
    return [element('path', { class: 'parcel-none', ...lines, stroke: high >= leastOutlined && palette.rule, d })];
  });
  if (ticks !== '') {
    drawn.push(
      element('path', { class: 'parcel-tick', ...lines, stroke: palette.ink, 'stroke-width': 1.25, d: ticks }),
    );
  }
  return together(drawn);
}

/** What is drawn of a strip's height: the rest is the ditch below it. */
function withoutDitch(height: number): number {
  return Math.max(1, height - (height >= 12 ? 2 : 1));
}

/**
 * One strip for a page, where the name stands beside it and the words are said by the link: an empty drawing that
 * keeps the strip's place and, over it, the one that css/parcels.css lets grow to 44 px when the strip has the focus.
 */
export function parcelStrip(
  unit: ParcelUnit,
  height: number,
  columns: { lefts: readonly number[]; width: number },
): Svg {
  const high = 10;
  return together([
    element('svg', { class: 'parcel-place', width: 1, height: withoutDitch(height), 'aria-hidden': 'true' }),
    element(
      'svg',
      {
        class: 'parcel-strip',
        viewBox: `0 0 ${columns.width} ${high}`,
        preserveAspectRatio: 'none',
        'aria-hidden': 'true',
      },
      parcels(unit, { lefts: columns.lefts, wide: parcelWidth, high, isStretched: true }),
    ),
  ]);
}

const nameWidth = 170;
const headHeight = 84;
/** Room right of the last column for the end of its slanting name. */
const headOverhang = 36;
const columnWidth = 44;
const letterSize = 12;

/** The whole polder in one drawing with its names, for documents. A strip too low for its name goes without. */
export function verkaveling(input: VerkavelingInput): Svg {
  const { id, title, areas, units, beforeDitch = 5, language, isStandalone } = input;
  const scale = columnWidth / parcelWidth;
  const columns = parcelColumns(areas.length, beforeDitch);
  const lefts = columns.lefts.map((left) => left * scale);
  const heights = stripHeights(units.map(({ people }) => people));
  const letters = { class: 'gauge-number', 'font-size': letterSize, 'font-family': controlFace, fill: palette.ink };
  const heads = areas.map(({ name }, index) => {
    const x = nameWidth + (lefts[index] ?? 0) + columnWidth / 2;
    return label(name, { ...letters, transform: `translate(${short(x)} ${headHeight - 8}) rotate(-52)` });
  });
  let top = headHeight;
  const strips = units.map((unit, index) => {
    const height = heights[index] ?? 0;
    const high = withoutDitch(height);
    const place = { lefts, wide: columnWidth, high, isStretched: false };
    const strip = [element('g', { transform: `translate(${nameWidth} ${top})` }, parcels(unit, place))];
    if (height > letterSize) {
      strip.push(label(unit.name, { ...letters, x: nameWidth - 8, y: top + high / 2 + 4, 'text-anchor': 'end' }));
    }
    top += height;
    return together(strip);
  });
  const description = units
    .map((unit) => `${unit.name} (${localNumber(unit.people, language)}): ${parcelSummary(unit, areas, language)}.`)
    .join(' ');
  const width = nameWidth + columns.width * scale + headOverhang;
  return drawing(
    { id, title, description, width, height: top, className: 'parcels', isStandalone },
    ...heads,
    ...strips,
  );
}
