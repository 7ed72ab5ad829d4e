import { consentSentence, promiseSentence } from '#lib/features/scan/contract.ts';
import { formatDay } from '#lib/platform/language/index.ts';
import { publicationRules } from '@lerend/disclosure';
import { heading, paragraph } from '#lib/report/index.ts';
import type { Block } from '#lib/report/index.ts';
import { privacyMessages } from '../../messages.ts';
import type { FileFacts } from './file-facts.ts';

const parts = ['description', 'need', 'risks', 'measures', 'views', 'rights', 'rest'] as const;
const articles = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
/** Room to write. */
const blank = '. . . . . . . . . . . . . . . . . . . . . . . . . . . . . .';

type Say = ReturnType<typeof privacyMessages>;

/** A draft assessment: what the product knows stands beside what the organisation must answer. */
export function assessment({ language, scan }: FileFacts): Block[] {
  const say = privacyMessages(language);
  const values = {
    n: scan?.minimumGroupSize ?? publicationRules.minimumForScore,
    opener: say(`file-opener-${scan?.openingKey ?? 'server'}`),
    consent: scan?.consent ? consentSentence(language, scan.consent, scan.research) : say('file-not-yet'),
  };
  return [
    { kind: 'page-break' },
    heading(say('file-dpia-title')),
    paragraph(say('file-dpia-lead')),
    {
      kind: 'table',
      caption: say('file-dpia-caption'),
      columns: (['subject', 'known', 'asked'] as const).map((column) => ({
        label: say(`file-dpia-${column}`),
        align: 'start' as const,
      })),
      rows: parts.map((part) => [
        say(`file-dpia-${part}-part`),
        say(`file-dpia-${part}-known`, values),
        say('file-question', { text: say(`file-dpia-${part}-asked`, values) }),
      ]),
    },
  ];
}

/** The employer's request to the works council, for this peiling or for the use as a whole. */
export function requestForConsent({ language, organisation, scan }: FileFacts): Block[] {
  const say = privacyMessages(language);
  const about = scan
    ? say('file-ask-1-scan', {
        organisation,
        title: scan.title,
        from: formatDay(scan.opensOn, language),
        until: formatDay(scan.closesOn, language),
        n: scan.minimumGroupSize,
      })
    : say('file-ask-1', { organisation });
  const promise = scan?.promise ?? null;
  return [
    { kind: 'page-break' },
    heading(say('file-ask-title')),
    paragraph(say('file-ask-kicker'), 'quiet'),
    paragraph(say('file-ask-to', { organisation })),
    paragraph(about),
    paragraph(say('file-ask-2')),
    heading(say('file-ask-reasons'), 3),
    paragraph(say('file-ask-reasons-text')),
    heading(say('file-ask-effects'), 3),
    paragraph(say('file-ask-effects-text')),
    heading(say('file-ask-promise'), 3),
    paragraph(promise ? promiseSentence(language, promise, scan?.research ?? null) : say('file-not-yet')),
    paragraph(say('file-ask-steps')),
    paragraph(say('file-ask-records')),
    signature(say, say('file-sign-employer')),
    {
      kind: 'facts',
      rows: [{ label: say('file-sign-decision'), value: `${say('file-sign-decision-text')} ${blank}` }],
    },
    signature(say, say('file-sign-council')),
  ];
}

/** What technology can't enforce, to be signed by both. */
export function covenant({ language, organisation }: FileFacts): Block[] {
  const say = privacyMessages(language);
  return [
    { kind: 'page-break' },
    heading(say('file-pact-title')),
    paragraph(say('file-pact-lead', { organisation })),
    ...articles.map((article) => paragraph(`${article}. ${say(`file-pact-${article}`)}`)),
    signature(say, say('file-sign-employer')),
    signature(say, say('file-sign-council')),
  ];
}

function signature(say: Say, onBehalfOf: string): Block {
  return {
    kind: 'facts',
    rows: [
      { label: say('file-sign-role'), value: onBehalfOf },
      ...(['name', 'date', 'signature'] as const).map((line) => ({ label: say(`file-sign-${line}`), value: blank })),
    ],
  };
}
