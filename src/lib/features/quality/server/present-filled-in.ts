import type { QualityClass, ScoreWithout, WholeResult } from '@lerend/analysis';
import { publicationRules } from '@lerend/disclosure';
import type { Language } from '#lib/platform/language/index.ts';
import { areaName, wordsIn } from '#lib/report/index.ts';
import { qualityMessages } from '../messages.ts';

/** What was seen of how people filled in the form, a sentence each; what would change without them stands behind it. */
export function presentFilledIn({ answerQuality }: WholeResult, language: Language): string[] {
  if (answerQuality === null) return [];
  const { people, classes } = answerQuality;
  if (classes.every((one) => one.people === null))
    return [qualityMessages(language)('filled-none', { least: publicationRules.minimumForProfileClass })];
  return classes.map((one) => [seen(one, people, language), without(one, language)].filter(Boolean).join(' '));
}

function seen({ kind, people }: QualityClass, all: number, language: Language): string {
  const say = qualityMessages(language);
  const least = publicationRules.minimumForProfileClass;
  return people === null ? say(`filled-${kind}-few`, { least }) : say(`filled-${kind}`, { people, all });
}

/** The largest shifts, or that there is none to speak of. Speed is counted apart from the answers: nobody can be left out. */
function without({ people, withoutThem }: QualityClass, language: Language): string {
  const say = qualityMessages(language);
  if (people === null || withoutThem.length === 0) return '';
  const shift = ({ score, scoreWithout }: ScoreWithout) => Math.abs(scoreWithout - score);
  const most = Math.max(...withoutThem.map(shift));
  if (most < 2) return say('filled-without-same');
  const shifted = withoutThem.filter((one) => shift(one) === most);
  const list = shifted.map(({ areaId, score, scoreWithout }) =>
    say('filled-without-area', {
      area: areaName(areaId, language),
      score,
      scoreWithout,
    }),
  );
  return say('filled-without', { list: wordsIn(language).list(list) });
}
