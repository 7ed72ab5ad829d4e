import { makeSnapshot } from '@lerend/analysis';
import type { SnapshotUnit } from '@lerend/analysis';
import { instrumentVersion } from '@lerend/instrument';
import { describe, expect, test } from 'vitest';
import { wordsIn } from '../language.ts';
import { countedSentences } from './counted-sentences.ts';

const unit = (id: string, parentId: string | null, invited: number, reportingGroupId = id): SnapshotUnit => ({
  id,
  sourceUnitId: id,
  parentId,
  name: id,
  invited,
  headCount: invited,
  reportingGroupId,
});

/** In Zorg three work directly and Nacht is small: all of them are counted at the top. Post is too small as well, with all below it. */
const snapshot = makeSnapshot({
  scanId: 'scan',
  instrumentVersion,
  form: 'pulse',
  minimumGroupSize: 5,
  answers: [],
  units: [
    unit('Geheel', null, 9),
    unit('Zorg', 'Geheel', 3, 'Geheel'),
    unit('Noord', 'Zorg', 20),
    unit('Nacht', 'Zorg', 2, 'Geheel'),
    unit('Post', 'Geheel', 1, 'Geheel'),
    unit('Balie', 'Post', 3, 'Geheel'),
  ],
});
const told = (id: string, isSeen?: (below: { name: string }) => boolean) => {
  const one = snapshot.units.find((unit) => unit.id === id);
  return one ? countedSentences(snapshot, one, wordsIn('nl'), isSeen) : [];
};

describe('whose figures these are', () => {
  test('of a unit that is counted elsewhere: with whom', () => {
    expect(told('Balie')).toEqual([
      'Balie telt in deze peiling mee bij Geheel. Dat lag vast voor het eerste antwoord en hangt niet af van wie er antwoordde.',
    ]);
  });

  test('of a unit that others are counted with: who they are, a small unit with all below it in one name', () => {
    expect(told('Geheel')).toEqual(['Bij Geheel tellen ook mee: wie direct in Zorg werkt, Nacht en Post.']);
    expect(told('Geheel', ({ name }) => name === 'Post')).toEqual(['Bij Geheel tellen ook mee: Post.']);
  });

  test('of a unit in between: who is not in them', () => {
    expect(told('Zorg')).toEqual([
      'Wie direct in Zorg werkt, telt in deze peiling mee bij Geheel. De cijfers van Zorg gaan over de groepen eronder.',
      'Niet in deze cijfers, maar bij Geheel: Nacht.',
    ]);
  });

  test('of a unit that is simply itself: nothing', () => {
    expect(told('Noord')).toEqual([]);
  });
});
