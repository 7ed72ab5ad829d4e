import { minimumForProfile } from '@lerend/disclosure';
import type { Context } from '#lib/platform/context/index.ts';
import { areaName, profileInWords, untestedSentence, weightingInWords, wordsIn } from '#lib/report/index.ts';
import type { ProfileInWords } from '#lib/report/index.ts';
import type { ProfilePage } from '../contract-profile.ts';
import { resultMessages } from '../messages.ts';
import { loadResult } from './load-result.ts';

/** Whether it is the same for everyone. About the whole organisation only, so for whoever may read the result of it. */
export async function resultByProfile(context: Context, scanId: string): Promise<ProfilePage> {
  const { scan, snapshot } = await loadResult(context, scanId);
  const { language } = context;
  const words = wordsIn(language);
  const questions = profileInWords(snapshot, words);
  const say = resultMessages(language);
  return {
    scan,
    heading: headingOf(questions, say),
    areas: snapshot.areaIds.map((id) => areaName(id, language)),
    questions,
    untested: untestedSentence(snapshot, words),
    weighting: weightingInWords(snapshot, words),
    none: questions.length > 0 ? null : say('profile-none-asked'),
    least: minimumForProfile(snapshot.minimumGroupSize),
  };
}

/** What differs most; else that nothing does, or that nothing can be told. */
function headingOf(questions: readonly ProfileInWords[], say: ReturnType<typeof resultMessages>): string {
  if (questions.length === 0) return say('profile-title');
  const [largest] = questions.flatMap(({ largest }) => largest ?? []).sort((a, b) => b.by - a.by);
  if (largest) return largest.sentence.replace(/\.$/, '');
  if (questions.some(({ isHeldBack }) => isHeldBack)) return say('profile-held-back');
  return say(questions.some(({ classes }) => classes.length > 0) ? 'profile-alike' : 'profile-too-few');
}
