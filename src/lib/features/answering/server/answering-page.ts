import { randomBytes } from 'node:crypto';
import { minimumForProfile } from '@lerend/disclosure';
import {
  answerScale,
  areas,
  forms,
  itemsOfArea,
  openQuestions,
  outcomeItems,
  profileQuestionsOf,
  wordNotes,
} from '@lerend/instrument';
import type { FormName } from '@lerend/instrument';
import { codeListsMade } from '#lib/features/invitation/server/index.ts';
import { answering, consentSentence, promiseSentence } from '#lib/features/scan/contract.ts';
import type { PublicScan } from '#lib/features/scan/contract.ts';
import { dayOf } from '#lib/platform/clock/index.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import { capitalised } from '#lib/platform/language/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { drawItems } from '../contract.ts';
import type { AnsweringPage, QuestionStep } from '../contract.ts';
import { answeringMessages } from '../messages.ts';
import { newPageNumber } from './page-number.ts';
import { asksForWords } from './research-consent.ts';
import { respondentScan, spokenLanguage } from './respondent-scan.ts';

/** Everything on the respondent's page, field by field. But for the number and the lot it is the same for everyone who answers in this language. */
export async function answeringPage(platform: Platform, code: string, wished: Language): Promise<AnsweringPage> {
  const scan = await respondentScan(platform, code, wished);
  const language = spokenLanguage(scan, wished);
  const steps = questionSteps(scan.form, language);
  const parts = drawnParts(scan.form);
  return {
    code: scan.code,
    scanId: scan.scanId,
    number: newPageNumber(),
    language,
    languages: scan.languages,
    when: answering(scan, dayOf(platform.clock.now())),
    title: scan.title,
    organisationName: scan.organisationName,
    introduction: scan.introduction,
    form: scan.form,
    instrumentVersion: scan.instrumentVersion,
    opensOn: scan.opensOn,
    closesOn: scan.closesOn,
    resultOn: scan.resultOn,
    minimumGroupSize: scan.minimumGroupSize,
    openingKey: scan.openingKey,
    fingerprint: scan.fingerprint,
    isStrict: platform.anonymity === 'strict',
    research: scan.research,
    codeLists: await codeListsOf(platform, scan),
    promise: promiseSentence(language, scan, scan.research),
    consent: consentSentence(language, scan.consent, scan.research),
    contact: { name: scan.contact.name, email: scan.contact.email },
    steps,
    openQuestions: asksForWords(scan) ? wordQuestions(language) : [],
    profileQuestions: scan.profileQuestions,
    profile: profileStep(scan, language),
    questionCount: parts?.drawn.length ?? steps.reduce((sum, step) => sum + step.items.length, 0),
    parts,
    wordNotes: wordNotes.map(({ word, meaning }) => ({ word: word[language], meaning: meaning[language] })),
    scale: {
      stem: answerScale.stem[language],
      instruction: answerScale.instruction[language],
      options: [
        ...answerScale.options.map(({ value, label }) => ({
          value: String(value),
          label: label[language],
          isApart: false,
        })),
        { value: '9', label: answerScale.dontKnow[language], isApart: true },
      ],
    },
  };
}

const codeLists = new WeakMap<PublicScan, ReturnType<typeof codeListsMade>>();

/** Read once for each copy of the peiling that is kept, so as fresh as that is. */
function codeListsOf(platform: Platform, scan: PublicScan): ReturnType<typeof codeListsMade> {
  const known = codeLists.get(scan);
  if (known) return known;
  const made = codeListsMade(platform.database.of(scan.organisationId), scan.scanId);
  codeLists.set(scan, made);
  made.catch(() => codeLists.delete(scan));
  return made;
}

function questionSteps(form: FormName, language: Language): QuestionStep[] {
  const say = answeringMessages(language);
  const aboutAreas = areas.map(({ code, name, definition }) => ({
    id: code,
    name: capitalised(name[language]),
    introduction: definition[language],
    items: itemsOfArea(code, form).map(({ id, text }) => ({ id, text: text[language] })),
  }));
  if (!forms[form].hasOutcomeItems) return aboutAreas;
  const items = outcomeItems.map(({ id, text }) => ({ id, text: text[language] }));
  return [
    ...aboutAreas,
    { id: 'outcomes', name: say('outcomes-name'), introduction: say('outcomes-introduction'), items },
  ];
}

/** The server draws only for who has no script; it keeps nothing of it. */
function drawnParts(form: FormName): AnsweringPage['parts'] {
  const { itemsDrawnPerArea } = forms[form];
  if (itemsDrawnPerArea === null) return null;
  const items = areas.map(({ code }) => itemsOfArea(code, form).map(({ id }) => id));
  const random = (count: number) => new Uint8Array(randomBytes(count));
  return { itemsDrawnPerArea, drawn: drawItems(items, itemsDrawnPerArea, random) };
}

function wordQuestions(language: Language): AnsweringPage['openQuestions'] {
  return openQuestions.map(({ id, text, note }) => ({ id, text: text[language], note: note[language] }));
}

function profileStep(
  { profileQuestions, minimumGroupSize }: Pick<PublicScan, 'profileQuestions' | 'minimumGroupSize'>,
  language: Language,
): AnsweringPage['profile'] {
  if (profileQuestions.length === 0) return null;
  const questions = profileQuestionsOf(profileQuestions).map(({ id, text, bands }) => ({
    id,
    text: text[language],
    options: bands.map(({ label }, at) => ({ value: String(at + 1), label: label[language] })),
  }));
  return { least: minimumForProfile(minimumGroupSize), questions };
}
