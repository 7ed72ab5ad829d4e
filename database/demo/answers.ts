import type { FilledBallot } from '@lerend/ballot';
import { itemOf, itemsOf, outcomeItems } from '@lerend/instrument';
import type { AreaCode } from '@lerend/instrument';
import { chanceFor } from './chance.ts';
import { oftenUnknown, sideTaken, storyShift, usualAnswer } from './story.ts';

/** Spread of the latent answers, in steps of the answer scale: of units, people, people per area, items, and the rest. */
const spread = { team: 0.26, person: 0.5, personInArea: 0.4, item: 0.16, answer: 0.62 } as const;

const shareOfStraightLiners = 0.025;
const shareUnknown = 0.02;
const shareUnknownWhereUsual = 0.42;
const shareInEnglish = 0.05;

/** What the person at this place in a unit answered in a year: the same each time the example is made. */
export function answersOf(
  unit: string,
  place: number,
  year: 1 | 2,
): Pick<FilledBallot, 'answers' | 'language' | 'speedBand'> {
  const person = chanceFor('person', unit, place);
  const disposition = person.normal() * spread.person;
  const language = person.share() < shareInEnglish ? 'en' : 'nl';
  const now = chanceFor('answers', unit, place, year);
  const lean = new Map<AreaCode, number>();
  const leanIn = (area: AreaCode): number => {
    const known = lean.get(area);
    if (known !== undefined) return known;
    const drawn =
      chanceFor('person in area', unit, place, area).normal() * spread.personInArea + sideTaken(unit, area, place);
    lean.set(area, drawn);
    return drawn;
  };
  const always = now.share() < shareOfStraightLiners ? 3 + Math.floor(now.share() * 2) : null;

  const answers: Record<string, FilledBallot['answers'][string]> = {};
  for (const { id } of [...itemsOf('full'), ...outcomeItems]) {
    const area = itemOf(id)?.area;
    const item = chanceFor('item', id).normal() * spread.item;
    const team = chanceFor('team', unit, area ?? 'outcomes').normal() * spread.team;
    const middle = area ? usualAnswer[area] + storyShift(unit, area, year) + leanIn(area) : outcomeMiddle;
    const latent = middle + team + item + disposition + now.normal() * spread.answer;
    const unknown = oftenUnknown[unit]?.includes(id) ? shareUnknownWhereUsual : shareUnknown;
    answers[id] = now.share() < unknown ? 'dont-know' : asAnswer(always ?? latent);
  }
  return { answers, language, speedBand: speedOf(always !== null, now.share()) };
}

const outcomeMiddle = 3.4;

/** Half-way between two answers one tips over to the other. */
function asAnswer(latent: number): 1 | 2 | 3 | 4 | 5 {
  return Math.min(5, Math.max(1, Math.round(latent))) as 1 | 2 | 3 | 4 | 5;
}

function speedOf(isStraight: boolean, share: number): FilledBallot['speedBand'] {
  if (isStraight) return 'very-fast';
  if (share < 0.06) return 'unknown';
  return share > 0.8 ? 'slow' : 'usual';
}
