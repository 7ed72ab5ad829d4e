import type { ComparedChange } from '@lerend/analysis';
import { chartTexts, localNumber } from './chart-texts.ts';
import type { ChartLanguage } from './chart-texts.ts';
import { controlFace, palette, readingFace } from './palette.ts';
import { drawing, element, label, together } from './svg.ts';
import type { Svg } from './svg.ts';

export interface AreaChangeRow {
  id: string;
  name: string;
  /** null: not to be compared, whatever the reason. */
  change: ComparedChange | null;
}

/** Which way it went, if it is more than noise. */
export function changeDirection(change: ComparedChange | null): 'higher' | 'lower' | 'within-noise' | 'none' {
  if (change === null) return 'none';
  if (change.kind === 'within-noise') return 'within-noise';
  return change.difference > 0 ? 'higher' : 'lower';
}

/** "+6", or in words that there is nothing to see. */
export function changeFinding(change: ComparedChange | null, language: ChartLanguage): string {
  const texts = chartTexts(language);
  if (change === null) return texts.notComparable;
  return change.kind === 'within-noise' ? texts.withinNoise : localNumber(change.difference, language, 'sign');
}

/** The whole in a sentence: from where to where, and how much of that may be noise. */
export function changeDescription(change: ComparedChange | null, language: ChartLanguage): string {
  if (change === null) return chartTexts(language).notComparable;
  const number = (value: number) => localNumber(value, language);
  return chartTexts(language).changeSentence(
    number(change.before),
    number(change.now),
    number(change.noise),
    change.kind === 'more-than-noise',
  );
}

/**
 * One line of 0–100: the ring is before, the dot is now, the pale band around the ring is noise. What stays inside it
 * is drawn in ink, what leaves it in colour.
 */
function track(change: ComparedChange | null, left: number, width: number, y: number): Svg {
  const x = (value: number) => left + (Math.min(100, Math.max(0, value)) / 100) * width;
  const ticks = [0, 25, 50, 75, 100].map((value) => `M${x(value)} ${y - 5}v10`).join('');
  const base = [
    element('path', { class: 'change-track', stroke: palette.rule, fill: 'none', d: `M${left} ${y}H${left + width}` }),
    element('path', { class: 'change-tick', stroke: palette.edge, 'stroke-width': 0.75, fill: 'none', d: ticks }),
  ];
  if (change === null) return together(base);
  const direction = changeDirection(change);
  const colour = direction === 'higher' ? palette.high : direction === 'lower' ? palette.low : palette.ink;
  const { before, now, noise } = change;
  return together([
    ...base,
    element('path', {
      class: 'change-band',
      stroke: palette.middle,
      'stroke-width': 14,
      fill: 'none',
      d: `M${x(before - noise)} ${y}H${x(before + noise)}`,
    }),
    element(
      'g',
      { class: `is-${direction}` },
      element('path', {
        class: 'change-line',
        stroke: colour,
        'stroke-width': 2,
        fill: 'none',
        d: `M${x(before)} ${y}H${x(now)}`,
      }),
      element('circle', {
        class: 'change-before',
        cx: x(before),
        cy: y,
        r: 5,
        fill: palette.paper,
        stroke: palette.ink,
        'stroke-width': 1.5,
      }),
      element('circle', { class: 'change-now', cx: x(now), cy: y, r: 5.75, fill: colour }),
    ),
  ]);
}

export interface ChangeTrackInput {
  id: string;
  title: string;
  change: ComparedChange | null;
  language: ChartLanguage;
}

/** The line of one area by itself, for a row on a page. */
export function changeTrack({ id, title, change, language }: ChangeTrackInput): Svg {
  return drawing(
    { id, title, description: changeDescription(change, language), width: 400, height: 28, className: 'change' },
    track(change, 8, 384, 14),
  );
}

export interface ChangeChartInput {
  id: string;
  title: string;
  rows: readonly AreaChangeRow[];
  language: ChartLanguage;
  isStandalone?: boolean;
}

/** All areas under each other with their names and findings: one drawing, for documents. */
export function changeChart({ id, title, rows, language, isStandalone }: ChangeChartInput): Svg {
  const rowHeight = 30;
  const drawn = rows.flatMap(({ name, change }, index) => {
    const y = index * rowHeight + 18;
    return [
      label(name, {
        class: 'gauge-name',
        x: 0,
        y: y + 5,
        'font-size': 14,
        'font-family': readingFace,
        fill: palette.ink,
      }),
      track(change, 120, 360, y),
      label(changeFinding(change, language), {
        class: 'gauge-number',
        x: 640,
        y: y + 5,
        'text-anchor': 'end',
        'font-size': 13,
        'font-family': controlFace,
        fill: palette.ink,
      }),
    ];
  });
  const description = rows.map(({ name, change }) => `${name}: ${changeDescription(change, language)}`).join(' ');
  return drawing(
    { id, title, description, width: 640, height: rows.length * rowHeight + 6, className: 'change', isStandalone },
    ...drawn,
  );
}
