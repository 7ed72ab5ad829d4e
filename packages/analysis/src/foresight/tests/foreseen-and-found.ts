import { bandClasses } from '@lerend/disclosure';
import type { FormName } from '@lerend/instrument';
import { makeSnapshot } from '../../snapshot/make-snapshot.ts';
import { foresee } from '../foresee.ts';
import type { ForeseenUnit } from '../foresight-input.ts';
import type { VarianceAssumptions } from '../variance-assumptions.ts';
import { madePeiling } from './made-organisation.ts';
import { seededChance } from '../seeded-chance.ts';

/** What was foreseen beside what came, for one form in one kind of organisation. */
export interface ForeseenAndFound {
  readonly form: FormName;
  readonly unitsWithFigure: Pair;
  readonly unitsWithItems: Pair;
  /** Largest difference between a unit's foreseen chance of a figure and the share of peilingen that gave it one. */
  readonly largestChanceGap: number;
  /** Class of the half-width: the usual one, and how often a unit's found class is its own foreseen one, or next to it. */
  readonly now: ClassMatch;
  readonly climate: ClassMatch;
  readonly noise: { readonly foreseenChange: number; readonly foundChange: Pair['found'] };
}

interface ClassMatch {
  readonly foreseen: number;
  readonly same: number;
  readonly withinOne: number;
}

interface Pair {
  readonly foreseen: number;
  readonly found: number;
}

interface Setting {
  readonly units: readonly ForeseenUnit[];
  readonly form: FormName;
  readonly response: number;
  readonly assumptions: VarianceAssumptions;
  readonly peilingen: number;
  readonly seed: number;
}

/** Foresees once, then holds so many peilingen with the real snapshot in organisations made by the same assumptions. */
export function foreseenAndFound({ units, form, response, assumptions, peilingen, seed }: Setting): ForeseenAndFound {
  const expected = { low: response, expected: response, high: response };
  const foresight = foresee({
    units,
    response: expected,
    forms: [form],
    minimumGroupSize: 5,
    assumptions,
    chance: seededChance(seed),
  });
  const [foreseen] = foresight.forms;
  if (foreseen === undefined) throw new Error('nothing was foreseen');
  const chance = seededChance(seed + 1);
  const found = Array.from({ length: peilingen }, () =>
    shownIn(makeSnapshot(madePeiling(units, form, response, assumptions, chance))),
  );
  const usual = foreseen.usualUnit;
  const match = (kind: 'now' | 'climate'): ClassMatch => {
    const foreseenClass = new Map(foreseen.units.map((one) => [one.id, classNumber(one.usual?.[kind] ?? 50)]));
    const apart = found
      .flatMap(({ cells }) => cells)
      .map(({ id, ...found }) => Math.abs(classNumber(found[kind]) - (foreseenClass.get(id) ?? 0)));
    const share = (most: number) => apart.filter((classes) => classes <= most).length / apart.length;
    return { foreseen: usual?.[kind] ?? 50, same: share(0), withinOne: share(1) };
  };
  const gaps = foreseen.units.map(({ id, chanceOfFigure }) =>
    Math.abs(chanceOfFigure - found.filter(({ ids }) => ids.has(id)).length / peilingen),
  );
  return {
    form,
    unitsWithFigure: { foreseen: foreseen.withFigure.expected, found: average(found.map(({ ids }) => ids.size)) },
    unitsWithItems: { foreseen: foreseen.withItems, found: average(found.map(({ withItems }) => withItems)) },
    largestChanceGap: Math.max(...gaps),
    now: match('now'),
    climate: match('climate'),
    noise: {
      foreseenChange: usual?.smallestChange ?? 0,
      foundChange: median(
        found.flatMap(({ noises }) => noises.map((noise) => Math.ceil(Math.hypot(noise, noise)) + 1)),
      ),
    },
  };
}

/** Of the first area and its first item, in the units below the top (or all, in a tree without one). */
function shownIn({ units }: ReturnType<typeof makeSnapshot>) {
  const hasOneTop = units.filter(({ depth }) => depth === 0).length === 1;
  const below = units.filter(({ depth }) => depth > 0 || !hasOneTop);
  const cells = below.flatMap(({ id, areas }) => (areas[0]?.cell ? [{ id, ...areas[0].cell }] : []));
  return {
    ids: new Set(below.filter(({ areas }) => areas[0]?.cell).map(({ id }) => id)),
    withItems: below.filter(({ areas }) => areas[0]?.items[0]?.cell).length,
    cells: cells.map(({ id, now, band }) => ({ id, now: now.band as number, climate: band as number })),
    noises: cells.map(({ noise }) => noise as number),
  };
}

const classNumber = (band: number): number => bandClasses.findIndex((edge) => edge === band);
const average = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;
const median = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
