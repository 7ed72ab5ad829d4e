import { effectiveMinimum } from '@lerend/disclosure';
import { formDesign } from './form-design.ts';
import type { FormDesign } from './form-design.ts';
import type { FormForesight, Foresight, UnitForesight } from './foresight.ts';
import type { ExpectedResponse, ForesightInput } from './foresight-input.ts';
import { halfWidths } from './half-widths.ts';
import { responseDraws } from './response-draws.ts';
import { countClass, emptyTally, levelAloneByClass, usualFigure } from './unit-tally.ts';
import type { UnitTally } from './unit-tally.ts';
import { unitOrder } from './unit-order.ts';
import type { UnitOrder } from './unit-order.ts';

/** Draws × units at the expected response: five hundred units in a fifth of a second. */
const drawnUnits = 15_000;
const fewestDraws = 20;
const mostDraws = 200;
/** At the lowest and the highest response only a count is wanted, which needs fewer. */
const shareForEnds = 3;

/**
 * What a peiling will be able to show, before anyone is asked: which units get a figure, how wide, and what that is
 * like in each form.
 *
 * Response is drawn again and again, each person by chance, and every draw goes through `decidePublication`, so that a
 * unit that would be hidden to protect its neighbour is hidden here as well. Half-widths follow the snapshot's own
 * formulas, with assumed variances. Pure: the same `chance` gives the same foresight.
 *
 * Assumes that people answer independently of one another; units differ more than that in how many answer, which is
 * what the lowest and the highest response are for. Areas are taken to be alike. Errors: those of a tree that is none;
 * shares outside 0–1 (RangeError).
 */
export function foresee(input: ForesightInput): Foresight {
  const { units, response, assumptions } = input;
  const minimumGroupSize = effectiveMinimum(input.minimumGroupSize);
  const order = unitOrder(units, input.groupOf);
  const shares = sharesOf(order, response);
  const draw = responseDraws(order, minimumGroupSize, input.chance);
  const designs = input.forms.map((form) => formDesign(form, assumptions));
  const draws = Math.min(mostDraws, Math.max(fewestDraws, Math.floor(drawnUnits / Math.max(1, units.length))));
  const tallies = designs.map(() => emptyTally(units.length));
  for (let time = 0; time < draws; time++) {
    const drawn = draw(shares.expected);
    designs.forEach((design, at) => {
      const tally = tallies[at];
      if (tally) addDraw(tally, order, drawn(design), design, assumptions.unit);
    });
  }
  const endDraws = Math.ceil(draws / shareForEnds);
  const countAt = (shareOf: (unit: number) => number) => countsShown(order, draw, shareOf, designs, endDraws);
  const [low, high] = [countAt(shares.low), countAt(shares.high)];
  const respondents = order.direct.reduce((sum, invited, unit) => sum + invited * shares.expected(unit), 0);
  return {
    assumptions,
    minimumGroupSize,
    invited: order.direct.reduce((sum, invited) => sum + invited, 0),
    respondents: Math.round(respondents),
    draws,
    forms: designs.map((design, at) => {
      const tally = tallies[at] ?? emptyTally(units.length);
      return formForesight(order, design, tally, draws, { low: low[at] ?? 0, high: high[at] ?? 0 }, respondents);
    }),
  };
}

function sharesOf(order: UnitOrder, { low, expected, high, byUnit }: ExpectedResponse) {
  for (const share of [low, expected, high, ...(byUnit?.values() ?? [])])
    if (!(share >= 0 && share <= 1)) throw new RangeError(`a response is a share from 0 to 1, not ${share}`);
  const own = (unit: number) => byUnit?.get(order.ids[unit] ?? '') ?? expected;
  const within = (share: number) => Math.min(1, Math.max(0, share));
  return {
    expected: own,
    low: (unit: number) => within(own(unit) + low - expected),
    high: (unit: number) => within(own(unit) + high - expected),
  };
}

type Draw = ReturnType<typeof responseDraws>;

function addDraw(
  tally: UnitTally,
  order: UnitOrder,
  drawn: ReturnType<ReturnType<Draw>>,
  design: FormDesign,
  between: number,
): void {
  const widths = halfWidths(order, drawn, design, between);
  order.ids.forEach((_, unit) => {
    if (!drawn.isShown(unit)) return;
    tally.shown[unit] = (tally.shown[unit] ?? 0) + 1;
    if (drawn.areItemsShown(unit)) tally.withItems[unit] = (tally.withItems[unit] ?? 0) + 1;
    countClass(tally.now, unit, widths.now[unit] ?? 50);
    countClass(tally.climate, unit, widths.climate[unit] ?? 50);
    countClass(tally.noise, unit, widths.noise[unit] ?? 50);
  });
}

/** Per design the mean number of units below the top that are shown. */
function countsShown(
  order: UnitOrder,
  draw: Draw,
  shareOf: (unit: number) => number,
  designs: readonly FormDesign[],
  draws: number,
): number[] {
  const below = belowTop(order);
  const counts = designs.map(() => 0);
  for (let time = 0; time < draws; time++) {
    const drawn = draw(shareOf);
    designs.forEach((design, at) => {
      const { isShown } = drawn(design);
      counts[at] = (counts[at] ?? 0) + below.filter(isShown).length / draws;
    });
  }
  return counts;
}

function formForesight(
  order: UnitOrder,
  { form, itemsPerPerson, itemsAsked }: FormDesign,
  tally: UnitTally,
  draws: number,
  ends: { readonly low: number; readonly high: number },
  respondents: number,
): FormForesight {
  const below = belowTop(order);
  const levelAlone = levelAloneByClass(form);
  const foreseen = order.ids.map((id, unit) => unitForesight(order, levelAlone, tally, draws, id, unit));
  const mean = (counts: Float64Array) => below.reduce((sum, unit) => sum + (counts[unit] ?? 0), 0) / draws;
  return {
    form,
    itemsPerPerson,
    itemsAsked,
    answers: Math.round(respondents * itemsPerPerson),
    whole: hasOneTop(order) ? (foreseen[0] ?? null) : null,
    units: below.flatMap((unit) => foreseen[unit] ?? []),
    withFigure: { ...ends, expected: mean(tally.shown) },
    withItems: mean(tally.withItems),
    usualUnit: usualFigure(tally, levelAlone, below),
  };
}

function unitForesight(
  order: UnitOrder,
  levelAlone: readonly number[],
  tally: UnitTally,
  draws: number,
  id: string,
  unit: number,
): UnitForesight {
  return {
    id,
    parentId: order.ids[order.parents[unit] ?? -1] ?? null,
    invited: order.invited[unit] ?? 0,
    isJoined: order.isJoined[unit] ?? false,
    chanceOfFigure: (tally.shown[unit] ?? 0) / draws,
    chanceOfItems: (tally.withItems[unit] ?? 0) / draws,
    usual: usualFigure(tally, levelAlone, [unit]),
  };
}

function hasOneTop({ depths }: UnitOrder): boolean {
  return depths.filter((depth) => depth === 0).length === 1;
}

/** The units that one would call "the units": below the top, or the only one there is. */
function belowTop(order: UnitOrder): number[] {
  const all = order.ids.map((_, unit) => unit);
  return hasOneTop(order) && all.length > 1 ? all.slice(1) : all;
}
