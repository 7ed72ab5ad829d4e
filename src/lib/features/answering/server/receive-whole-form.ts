import { encodeBallotText } from '@lerend/ballot';
import type { Answer } from '@lerend/ballot';
import { snapshotForm } from '@lerend/analysis';
import { openQuestions } from '@lerend/instrument';
import type { PublicScan } from '#lib/features/scan/contract.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import type { Fields } from '#lib/platform/form/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { encodeOpenBallotText, openTextLength, plainText } from '../contract.ts';
import { answeringMessages } from '../messages.ts';
import { giveCredential } from './give-credential.ts';
import { receiveBallot } from './receive-ballot.ts';
import { receiveOpenBallot } from './receive-open-ballot.ts';
import { asksForWords, refuseWithoutConsent } from './research-consent.ts';

/**
 * The whole questionnaire in one post, for whoever has no script: the server makes the ballots and takes them in. The
 * number was drawn for the page that the form stood on, so only that page can send again and replace: who learns the
 * code afterwards is refused, as on the way with two requests.
 */
export async function receiveWholeForm(
  platform: Platform,
  scan: PublicScan,
  fields: Fields,
  language: Language,
): Promise<void> {
  const say = answeringMessages(language);
  const researchConsent = text(fields['researchConsent']);
  refuseWithoutConsent(scan, researchConsent, language);
  const answers: Record<string, Answer> = {};
  for (const itemId of snapshotForm(scan.form).itemIds) {
    const given = fields[itemId];
    if (given === undefined) continue;
    const answer = answerOf(given);
    if (answer === undefined) throw new Refusal(422, say('answer-out-of-range'), itemId);
    answers[itemId] = answer;
  }
  const words = asksForWords(scan) ? wordsOf(fields, language) : {};
  if (Object.keys(answers).length === 0) throw new Refusal(422, say('ballot-empty'));
  const code = text(fields['code']);
  const number = text(fields['number']);
  const { credential, scanUnit, open } = await giveCredential(
    platform,
    scan,
    { code, number, researchConsent },
    language,
  );
  const { form, instrumentVersion } = scan;
  const payload = encodeBallotText({ form, instrumentVersion, language, answers, speedBand: 'unknown' });
  await receiveBallot(platform, scan, { number, credential, scanUnit, payload, researchConsent }, language);
  if (!open) return;
  await receiveOpenBallot(platform, scan, { ...open, payload: encodeOpenBallotText({ answers: words }) }, language);
}

function wordsOf(fields: Fields, language: Language): Record<string, string> {
  const words: Record<string, string> = {};
  for (const { id } of openQuestions) {
    const written = plainText(text(fields[id]));
    if (written.length > openTextLength)
      throw new Refusal(422, answeringMessages(language)('words-too-long', { most: openTextLength }), id);
    if (written !== '') words[id] = written;
  }
  return words;
}

function answerOf(given: Fields[string]): Answer | undefined {
  if (given === '9') return 'dont-know';
  return ([1, 2, 3, 4, 5] as const).find((one) => String(one) === given);
}

const text = (given: Fields[string] | undefined): string => (typeof given === 'string' ? given : '');
