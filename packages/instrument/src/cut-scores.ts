import type { AreaCode } from './area.ts';
import { isAreaCode } from './areas.ts';
import type { Localised } from './language.ts';

/** Where three levels begin, on the score from 0 to 100; a score on a cut belongs to the level above. */
export type LevelCuts = { readonly begun: number; readonly usual: number; readonly improving: number };

/** Where cut scores come from when a panel set them: who and how many, how, and how far another panel might differ. */
export type CutScoreSetting = {
  readonly method: 'extended-angoff';
  readonly form: 'full' | 'short';
  readonly panellists: number;
  readonly year: number;
  /** In points of 0–100, over panellists. */
  readonly standardErrors: LevelCuts;
};

/**
 * Where one level ends and the next begins. `cuts` holds for every area that isn't in `areaCuts`.
 * `provisional` until a standard-setting with real users has been held; then `setting` tells about it.
 */
export type CutScores = {
  readonly version: string;
  readonly status: 'provisional' | 'set';
  readonly rationale: Localised;
  readonly cuts: LevelCuts;
  readonly areaCuts?: { readonly [area in AreaCode]?: LevelCuts };
  readonly setting?: CutScoreSetting;
};

/**
 * The cut scores that hold where nobody adopted others. They are not norms: they come from the words of the answer
 * scale, not from other organisations. Read a result with the ones that it keeps, never with these.
 */
export const builtInCutScores: CutScores = {
  version: '2026-1',
  status: 'provisional',
  rationale: {
    nl: 'De vijf antwoorden liggen op 0 (nooit), 25 (zelden), 50 (soms), 75 (vaak) en 100 (altijd). Onder 37,5 ligt het gemiddelde antwoord dichter bij zelden dan bij soms: het niveau is soms, want het gebeurt af en toe. Vanaf 37,5 ligt het dichter bij soms dan bij zelden: jullie zijn begonnen. Vanaf 62,5 ligt het dichter bij vaak dan bij soms: het is gewoon. Vanaf 75 is het gemiddelde antwoord vaak of meer, en de vraag of de aanpak zelf beter wordt telt daarin mee: steeds beter. Deze grenzen zijn voorlopig en het zijn geen normen: ze zijn nog niet met gebruikers vastgesteld.',
    en: 'The five answers lie at 0 (never), 25 (rarely), 50 (sometimes), 75 (often) and 100 (always). Below 37.5 the average answer is nearer to rarely than to sometimes: the level is called sometimes, since it happens now and then. From 37.5 it is nearer to sometimes than to rarely: you have begun. From 62.5 it is nearer to often than to sometimes: it is usual. From 75 the average answer is often or more, and the question whether the practice itself gets better counts in it: improving. These cuts are provisional and they are not norms: they have not yet been set together with users.',
  },
  cuts: { begun: 37.5, usual: 62.5, improving: 75 },
};

/**
 * The least width of a level, in points, the lowest and the highest included. One in five people answering one step
 * higher on every item is 5 points: a narrower level would be passed by less than what is worth acting on.
 */
export const narrowestLevel = 5;

/** The cuts of one area: its own, or those that hold for all. An area of another instrument gets those for all. */
export function cutsFor({ cuts, areaCuts }: Pick<CutScores, 'cuts' | 'areaCuts'>, area: string): LevelCuts {
  return (isAreaCode(area) && areaCuts?.[area]) || cuts;
}

/** What is wrong with cuts: not in order within 0–100, or a level narrower than `narrowestLevel`; null when nothing is. */
export function cutFault({ begun, usual, improving }: LevelCuts): 'outside' | 'order' | 'too-close' | null {
  const cuts = [begun, usual, improving];
  if (!cuts.every((cut) => cut > 0 && cut < 100)) return 'outside';
  const widths = [begun, usual - begun, improving - usual, 100 - improving];
  if (widths.some((width) => width <= 0)) return 'order';
  return widths.some((width) => width < narrowestLevel) ? 'too-close' : null;
}
