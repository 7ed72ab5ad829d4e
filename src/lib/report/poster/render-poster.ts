import type { Language, Words } from '../language.ts';
import { wordsIn } from '../language.ts';
import { compilePdf } from '../typst/compile.ts';
import type { Poster, PosterLine } from './poster.ts';

function line({ said, outcome }: PosterLine, words: Words) {
  if (outcome.kind === 'not') return { said, did: null, on: null, not: outcome.because };
  const on = outcome.on === null ? null : words.say('poster.doneOn', { date: words.date(outcome.on) });
  return { said, did: outcome.what, on, not: null };
}

export function posterView(poster: Poster, words: Words) {
  const next =
    poster.nextLookBack === null
      ? words.say('poster.noNext')
      : words.say('poster.next', { date: words.date(poster.nextLookBack) });
  return {
    title: words.say('poster.title', { unit: poster.unit }),
    author: poster.organisation,
    language: words.language,
    unit: poster.unit,
    said: words.say('poster.said'),
    did: words.say('poster.did'),
    not: words.say('poster.not'),
    lines: poster.lines.map((one) => line(one, words)),
    empty: words.say('poster.empty'),
    next,
    source: words.say('poster.source', {
      scan: poster.scanTitle,
      organisation: poster.organisation,
      date: words.date(poster.date),
    }),
  };
}

/** "Jullie zeiden / wij deden / dit niet, want" on an A3 for the canteen wall. */
export async function renderPoster(poster: Poster, { language }: { language: Language }): Promise<Uint8Array> {
  return compilePdf('poster/poster.typ', posterView(poster, wordsIn(language)));
}
