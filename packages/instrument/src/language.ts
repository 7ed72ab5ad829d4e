/** The languages in which every text of the instrument exists. Dutch comes first: it is the language of origin. */
export const languages = ['nl', 'en'] as const;

/** A language of the instrument, as a BCP 47 primary tag. */
export type Language = (typeof languages)[number];

/** One text in both languages. Neither may be empty; read it with `text[language]`. */
export type Localised = { readonly nl: string; readonly en: string };
