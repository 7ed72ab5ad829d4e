import { defined, notDefined } from '../figure.ts';
import type { Figure } from '../figure.ts';
import { quantile } from './quantile.ts';

/**
 * What one panellist judges of one item: the answer, in answer steps, of a team that is only just begun, only just
 * usual, only just improving. Half steps are taken.
 */
export type BorderlineAnswers = readonly [begun: number, usual: number, improving: number];

/** A session's judgements: `sheets[panellist][item]`, the items in the order of `items`. */
export interface PanelJudgements {
  readonly items: readonly { readonly id: string; readonly areaId: string }[];
  readonly scale: { readonly min: number; readonly max: number };
  readonly sheets: readonly (readonly BorderlineAnswers[])[];
}

/** In points of 0–100. `sd` and `standardError` are over panellists. */
export interface PanelFigure {
  readonly mean: Figure;
  readonly sd: Figure;
  readonly standardError: Figure;
}

export interface PanelCuts {
  /** Begun, usual, improving. */
  readonly cuts: readonly PanelFigure[];
  /** From begun to usual, from usual to improving: a panellist's own differences. */
  readonly gaps: readonly PanelFigure[];
}

export interface ItemSpread {
  readonly id: string;
  /** Per cut, in answer steps: where the middle half of the panel lies. */
  readonly cuts: readonly {
    readonly median: Figure;
    readonly lowerQuartile: Figure;
    readonly upperQuartile: Figure;
    readonly averageDeviation: Figure;
  }[];
}

export interface PanelOutcome extends PanelCuts {
  readonly panellists: number;
  readonly areas: readonly (PanelCuts & { readonly areaId: string })[];
  readonly items: readonly ItemSpread[];
  /** Mean distance of the judgements from their item's median, over items and cuts, in answer steps. */
  readonly averageDeviation: Figure;
}

/**
 * Cut scores out of a panel's judgements, by the extended Angoff procedure for items with ordered answers: a panellist's
 * cut is the score of the borderline team that they describe, the panel's cut is the mean of its panellists.
 *
 * Convention: a panellist's cut of an area is the mean over its items, overall the mean over areas, which weigh alike
 * whatever their number of items. Standard error: sd / √panellists, items fixed; in a second round panellists have heard
 * each other, so it is rather too small. Source: Hambleton & Plake (1995), Applied Measurement in Education 8:41;
 * average deviation about the median: Burke, Finkelstein & Dusig (1999), Organizational Research Methods 2:49.
 * No panellists: every figure undefined; one: no sd and no standard error. Every sheet judges every item, else RangeError.
 */
export function panelCuts({ items, scale, sheets }: PanelJudgements): PanelOutcome {
  if (sheets.some((sheet) => sheet.length !== items.length)) throw new RangeError('a sheet judges every item');
  const toPoints = 100 / (scale.max - scale.min);
  const areaIds = [...new Set(items.map(({ areaId }) => areaId))];
  const byArea = areaIds.map((areaId) => {
    const places = items.flatMap((item, place) => (item.areaId === areaId ? [place] : []));
    return sheets.map((sheet) =>
      cutNumbers.map((cut) => mean(places.map((place) => ((sheet[place]?.[cut] ?? 0) - scale.min) * toPoints))),
    );
  });
  const overall = sheets.map((_, panellist) =>
    cutNumbers.map((cut) => mean(byArea.map((area) => area[panellist]?.[cut] ?? 0))),
  );
  const spreads = items.map(({ id }, place) => itemSpread(id, sheets, place));
  const deviations = spreads.flatMap(({ cuts }) => cuts.flatMap(({ averageDeviation: { value } }) => value ?? []));
  return {
    panellists: sheets.length,
    ...cutsOf(overall),
    areas: areaIds.map((areaId, area) => ({ areaId, ...cutsOf(byArea[area] ?? []) })),
    items: spreads,
    averageDeviation: deviations.length === 0 ? notDefined('noAnswers') : defined(mean(deviations)),
  };
}

const cutNumbers = [0, 1, 2] as const;

function cutsOf(panellists: readonly (readonly number[])[]): PanelCuts {
  return {
    cuts: cutNumbers.map((cut) => panelFigure(panellists.map((own) => own[cut] ?? 0))),
    gaps: [0, 1].map((cut) => panelFigure(panellists.map((own) => (own[cut + 1] ?? 0) - (own[cut] ?? 0)))),
  };
}

function panelFigure(values: readonly number[]): PanelFigure {
  const n = values.length;
  if (n === 0) {
    const none = notDefined('noAnswers');
    return { mean: none, sd: none, standardError: none };
  }
  const middle = mean(values);
  if (n === 1)
    return { mean: defined(middle), sd: notDefined('tooFewAnswers'), standardError: notDefined('tooFewAnswers') };
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (n - 1));
  return { mean: defined(middle), sd: defined(sd), standardError: defined(sd / Math.sqrt(n)) };
}

function itemSpread(id: string, sheets: PanelJudgements['sheets'], place: number): ItemSpread {
  return {
    id,
    cuts: cutNumbers.map((cut) => {
      const values = sheets.map((sheet) => sheet[place]?.[cut] ?? 0);
      const median = quantile(values, 0.5);
      return {
        median,
        lowerQuartile: quantile(values, 0.25),
        upperQuartile: quantile(values, 0.75),
        averageDeviation:
          median.value === null ? median : defined(mean(values.map((value) => Math.abs(value - (median.value ?? 0))))),
      };
    }),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
