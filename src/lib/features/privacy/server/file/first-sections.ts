import { minimumForProfile, minimumInvited, publicationRules } from '@lerend/disclosure';
import { profileQuestionsOf } from '@lerend/instrument';
import {
  consentSentence,
  promiseSentence,
  whoSeesWhat as sentencesForParticipants,
} from '#lib/features/scan/contract.ts';
import { formatDay } from '#lib/platform/language/index.ts';
import { scanMessages } from '#lib/features/scan/messages.ts';
import { heading, paragraph } from '#lib/report/index.ts';
import type { Block } from '#lib/report/index.ts';
import { privacyMessages } from '../../messages.ts';
import type { FileFacts } from './file-facts.ts';
import { readers, whoSeesWhat } from './who-sees-what.ts';

const processing = ['account', 'people', 'invitation', 'answers', 'words', 'result', 'plan', 'contact', 'log'] as const;
const basisOf = { contact: 'a', result: 'none' } as const;

/** The peiling at a glance. */
export function inShort(facts: FileFacts): Block[] {
  const say = privacyMessages(facts.language);
  const { scan, language } = facts;
  if (!scan) return [heading(say('file-short-title')), paragraph(say('file-no-scan'))];
  const day = (date: string): string => formatDay(date, language);
  const people = scan.units.reduce((sum, unit) => sum + unit.people, 0);
  const { promise, consent, research } = scan;
  const rows: readonly (readonly [Parameters<typeof say>[0], string])[] = [
    ['file-fact-scan', scan.title],
    ['file-fact-form', scanMessages(language)(`form-${scan.form}`)],
    ['file-fact-days', say('file-days-text', { from: day(scan.opensOn), until: day(scan.closesOn) })],
    ['file-fact-state', say(`file-state-${scan.state}`)],
    ['file-fact-group', say('file-group-text', { n: scan.minimumGroupSize })],
    ['file-fact-people', say('file-people-text', { n: people, units: scan.units.length })],
    ['file-fact-profile', namesOfProfile(scan.profileQuestions, language) || say('file-profile-none')],
    ['file-fact-opener', say(`file-opener-${scan.openingKey}`)],
    ['file-fact-fingerprint', scan.fingerprint ?? say('file-fingerprint-none')],
    ['file-fact-promise', promise ? promiseSentence(language, promise, research) : say('file-not-yet')],
    ['file-fact-consent', consent ? consentSentence(language, consent, research) : say('file-not-yet')],
    ['file-fact-contact', `${scan.contact.name} (${scan.contact.email})`],
  ];
  return [
    heading(say('file-short-title')),
    { kind: 'facts', rows: rows.map(([label, value]) => ({ label: say(label), value })) },
  ];
}

function namesOfProfile(ids: readonly string[], language: FileFacts['language']): string {
  return new Intl.ListFormat(language).format(profileQuestionsOf(ids).map(({ name }) => name[language].toLowerCase()));
}

/** What is processed, of whom, what for and on which usual basis. */
export function whatAndWhy({ language, scan }: FileFacts): Block[] {
  const say = privacyMessages(language);
  const research = scan?.research ?? null;
  const rows = processing.map((kind) => [
    say(`file-row-${kind}-what`),
    say(`file-row-${kind}-whose`),
    say(`file-row-${kind}-purpose`),
    say(`file-basis-${kind === 'contact' || kind === 'result' ? basisOf[kind] : 'f'}`),
  ]);
  const profile = namesOfProfile(scan?.profileQuestions ?? [], language);
  if (profile !== '') {
    const what = say('file-row-profile-what', { questions: profile });
    rows.push([what, say('file-row-profile-whose'), say('file-row-profile-purpose'), say('file-basis-f')]);
  }
  if (research) {
    const until = formatDay(research.keptUntil, language);
    const purpose = say('file-row-research-purpose', { researcher: research.researcher, until });
    rows.push([say('file-row-research-what'), say('file-row-research-whose'), purpose, say('file-basis-a')]);
  }
  return [
    heading(say('file-why-title')),
    paragraph(say('file-why-lead')),
    {
      kind: 'table',
      caption: say('file-why-caption'),
      columns: (['what', 'whose', 'purpose', 'basis'] as const).map((column) => ({
        label: say(`file-why-${column}`),
        align: 'start' as const,
      })),
      rows,
    },
    paragraph(say('file-basis-consent')),
    paragraph(say('file-question', { text: say('file-basis-question') })),
    paragraph(say('file-special')),
  ];
}

/** Who sees what, as the policies decide. */
export function seesWhat({ language }: FileFacts): Block[] {
  const say = privacyMessages(language);
  return [
    heading(say('file-sees-title')),
    paragraph(say('file-sees-lead')),
    {
      kind: 'table',
      caption: say('file-sees-caption'),
      columns: [
        { label: say('file-sees-what'), align: 'start' },
        ...readers.map((role) => ({ label: say(`file-role-${role}`), align: 'end' as const })),
      ],
      rows: whoSeesWhat().map(({ what, sights }) => [
        say(`file-see-${what}`),
        ...sights.map((sight) => say(`file-cell-${sight}`)),
      ]),
    },
    paragraph(say('file-sees-own'), 'quiet'),
    paragraph(say('file-sees-nobody')),
  ];
}

/** What everyone who is asked reads beforehand: the very sentences. */
export function whatParticipantsRead({ language, scan }: FileFacts): Block[] {
  const say = privacyMessages(language);
  if (!scan) return [];
  return [
    heading(say('file-told-title')),
    paragraph(say('file-told-lead')),
    { kind: 'list', items: sentencesForParticipants(language, scan) },
  ];
}

/** From how many answers something is shown. */
export function fromWhen({ language, scan }: FileFacts): Block[] {
  const say = privacyMessages(language);
  const n = scan?.minimumGroupSize ?? publicationRules.minimumForScore;
  return [
    heading(say('file-group-title')),
    {
      kind: 'list',
      items: [
        say('file-group-1', { n }),
        say('file-group-2', { items: Math.max(n, publicationRules.minimumForItems) }),
        say('file-group-3', {
          comments: publicationRules.minimumForComments,
          writers: publicationRules.minimumWritersForComments,
        }),
        say('file-group-8', { least: minimumForProfile(n) }),
        say('file-group-4', { roster: publicationRules.minimumRosterDifference }),
        say('file-group-7', { invited: minimumInvited(n) }),
        say('file-group-5'),
        say('file-group-6'),
      ],
    },
  ];
}
