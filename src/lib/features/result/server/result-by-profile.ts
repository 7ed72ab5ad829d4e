import type { ProfileClassResult, ProfileResult } from '@lerend/analysis';
import { minimumForProfile } from '@lerend/disclosure';
import { areaOf, isAreaCode, profileQuestionsOf } from '@lerend/instrument';
import type { ProfileQuestion } from '@lerend/instrument';
import type { Context } from '#lib/platform/context/index.ts';
import { capitalised } from '#lib/platform/language/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import type { ProfilePage, ProfileQuestionResult } from '../contract-profile.ts';
import { resultMessages } from '../messages.ts';
import { loadResult } from './load-result.ts';
import { profileDifferences } from './profile-differences.ts';
import type { ProfileDifference } from './profile-differences.ts';

/** Whether it is the same for everyone. About the whole organisation only, so for whoever may read the result of it. */
export async function resultByProfile(context: Context, scanId: string): Promise<ProfilePage> {
  const { scan, snapshot } = await loadResult(context, scanId);
  const { language } = context;
  const say = resultMessages(language);
  const results = snapshot.profile ?? [];
  const differences = profileDifferences(results);
  const areas = snapshot.areaIds.flatMap((id) => (isAreaCode(id) ? [areaOf(id).shortName[language]] : []));
  const questions = results.flatMap((result) => {
    const [question] = profileQuestionsOf([result.questionId]);
    return question ? [presentQuestion(question, result, { differences, areas, language })] : [];
  });
  const least = minimumForProfile(snapshot.minimumGroupSize);
  const [first] = questions.filter(({ id }) => id === differences[0]?.questionId);
  const none = questions.length > 0 ? null : say('profile-none-asked');
  const hasFigures = questions.some(({ classes }) => classes.some(({ cells }) => cells.some((cell) => cell !== null)));
  return {
    scan,
    heading:
      first?.sentences[0]?.replace(/\.$/, '') ??
      say(none !== null ? 'profile-title' : hasFigures ? 'profile-alike' : 'profile-too-few'),
    areas,
    questions,
    none,
    least,
  };
}

interface Around {
  readonly differences: readonly ProfileDifference[];
  readonly areas: readonly string[];
  readonly language: Language;
}

function presentQuestion(
  question: ProfileQuestion,
  { classes }: ProfileResult,
  { differences, areas, language }: Around,
): ProfileQuestionResult {
  const say = resultMessages(language);
  const own = differences.filter(({ questionId }) => questionId === question.id);
  const sentences = own.map(({ classNumber, areaNumber, own: score, others, by }) =>
    say('profile-difference', {
      who: capitalised(whoOf(question, classes?.[classNumber], language)),
      direction: by > 0 ? 'higher' : 'lower',
      area: areas[areaNumber],
      own: score,
      others,
    }),
  );
  const shown = (classes ?? []).map((one) => ({
    label: labelOf(question, one, language),
    people: one.people,
    cells: one.areas,
  }));
  const hasFigures = shown.some(({ cells }) => cells.some((cell) => cell !== null));
  return {
    id: question.id,
    name: question.name[language],
    text: question.text[language],
    sentences: sentences.length > 0 ? sentences : [say(hasFigures ? 'profile-no-difference' : 'profile-question-none')],
    classes: hasFigures ? shown : [],
  };
}

/** With the few who are counted along, in so many words. */
function labelOf(question: ProfileQuestion, { bands }: ProfileClassResult, language: Language): string {
  const labels = bands.map((band) =>
    band === 0 ? resultMessages(language)('profile-skipped') : (question.bands[band - 1]?.label[language] ?? ''),
  );
  const [first = '', ...others] = labels;
  return new Intl.ListFormat(language, { type: 'disjunction' }).format([
    first,
    ...others.map((label) => label.charAt(0).toLowerCase() + label.slice(1)),
  ]);
}

function whoOf(question: ProfileQuestion, one: ProfileClassResult | undefined, language: Language): string {
  return question.bands[(one?.bands[0] ?? 0) - 1]?.who[language] ?? '';
}
