import { encodeBallot, fromBase64url } from '@lerend/ballot';
import type { Answer } from '@lerend/ballot';
import { snapshotForm } from '@lerend/analysis';
import { openQuestions, profileQuestionsOf } from '@lerend/instrument';
import { bindCode, groupOfCode } from '#lib/features/invitation/server/index.ts';
import type { PublicScan } from '#lib/features/scan/contract.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import type { Fields } from '#lib/platform/form/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { encodeOpenBallotText, openTextLength, plainText } from '../contract.ts';
import { answeringMessages } from '../messages.ts';
import { keepOnArrival } from './keep-on-arrival.ts';
import { mayHaveAnswered } from './may-have-answered.ts';
import { pageNumberBytes } from './page-number.ts';
import { isPlainHttp } from './plain-http.ts';
import { asksForWords, refuseWithoutConsent } from './research-consent.ts';
import { spokenLanguage } from './respondent-scan.ts';
import { refuseUnlessOpen } from './while-open.ts';

/**
 * The whole questionnaire in one post, for whoever has no script: the server seals it as it comes in, and keeps nothing
 * of it open. This way is confidential, not anonymous, and the page says so. The number was drawn for the page that the
 * form stood on, so only that page can send again and replace: who learns the code afterwards is refused, as on the way
 * with two requests.
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
  if (platform.anonymity === 'strict' && isPlainHttp(platform.publicUrl)) throw new Refusal(403, say('needs-https'));
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
  if (!mayHaveAnswered(scan.form, Object.keys(answers))) throw new Refusal(422, say('item-not-asked'));
  const profile = profileOf(scan, fields, language);
  const pageNumber = text(fields['number']);
  if (fromBase64url(pageNumber)?.length !== pageNumberBytes) throw new Refusal(422, say('input-unclear'));
  refuseUnlessOpen(scan, platform, language);
  const { code, groupId } = await groupOfCode(platform, scan, text(fields['code']), language);
  await bindCode(platform, scan, { code, request: `form.${pageNumber}` }, language);
  const { form, instrumentVersion } = scan;
  const spoken = spokenLanguage(scan, language);
  const payload = encodeBallot({
    form,
    instrumentVersion,
    language: spoken,
    answers: { ...answers, ...profile },
    speedBand: 'unknown',
  });
  await keepOnArrival(platform, scan, { groupId, pageNumber, payload }, language);
  if (!asksForWords(scan)) return;
  const openPayload = fromBase64url(encodeOpenBallotText({ answers: words })) ?? new Uint8Array(0);
  await keepOnArrival(platform, scan, { groupId: null, pageNumber, payload: openPayload }, language);
}

/** Skipping is leaving open: nothing of it is in the ballot. */
function profileOf(scan: PublicScan, fields: Fields, language: Language): Record<string, Answer> {
  const chosen: Record<string, Answer> = {};
  for (const { id, bands } of profileQuestionsOf(scan.profileQuestions)) {
    const band = fields[id] === undefined ? 'dont-know' : answerOf(fields[id]);
    if (band === undefined || (band !== 'dont-know' && band > bands.length))
      throw new Refusal(422, answeringMessages(language)('answer-out-of-range'), id);
    if (band !== 'dont-know') chosen[id] = band;
  }
  return chosen;
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
