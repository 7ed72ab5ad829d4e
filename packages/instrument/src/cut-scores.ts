import type { Localised } from './language.ts';

/**
 * Where one level ends and the next begins, on the score from 0 to 100; a score on a cut belongs to the level above.
 * `provisional` until a standard-setting with real users has been held.
 */
export type CutScores = {
  readonly version: string;
  readonly status: 'provisional' | 'set';
  readonly rationale: Localised;
  readonly cuts: { readonly begun: number; readonly usual: number; readonly improving: number };
};

/** The cut scores now in use. They are not norms: they come from the words of the answer scale, not from other organisations. */
export const cutScores: CutScores = {
  version: '2026-1',
  status: 'provisional',
  rationale: {
    nl: 'De vijf antwoorden liggen op 0 (nooit), 25 (zelden), 50 (soms), 75 (vaak) en 100 (altijd). Onder 37,5 ligt het gemiddelde antwoord dichter bij zelden dan bij soms: het niveau is soms, want het gebeurt af en toe. Vanaf 37,5 ligt het dichter bij soms dan bij zelden: jullie zijn begonnen. Vanaf 62,5 ligt het dichter bij vaak dan bij soms: het is gewoon. Vanaf 75 is het gemiddelde antwoord vaak of meer, en de vraag of de aanpak zelf beter wordt telt daarin mee: steeds beter. Deze grenzen zijn voorlopig en het zijn geen normen: ze zijn nog niet met gebruikers vastgesteld.',
    en: 'The five answers lie at 0 (never), 25 (rarely), 50 (sometimes), 75 (often) and 100 (always). Below 37.5 the average answer is nearer to rarely than to sometimes: the level is called sometimes, since it happens now and then. From 37.5 it is nearer to sometimes than to rarely: you have begun. From 62.5 it is nearer to often than to sometimes: it is usual. From 75 the average answer is often or more, and the question whether the practice itself gets better counts in it: improving. These cuts are provisional and they are not norms: they have not yet been set together with users.',
  },
  cuts: { begun: 37.5, usual: 62.5, improving: 75 },
};
