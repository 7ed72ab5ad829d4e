import type { Localised } from './language.ts';

/** The referents, from near to far. Agreement within a unit is computed per referent as well. */
export const referents = ['self', 'team', 'management', 'organisation'] as const;

/** Whom an item speaks about: me, my team, my manager, or the organisation. */
export type Referent = (typeof referents)[number];

/** What a referent is called on screen and on paper. */
export const referentNames: Readonly<Record<Referent, Localised>> = {
  self: { nl: 'ik', en: 'me' },
  team: { nl: 'mijn team', en: 'my team' },
  management: { nl: 'mijn leidinggevende', en: 'my manager' },
  organisation: { nl: 'onze organisatie', en: 'our organisation' },
};
