import { retentionKinds } from '#lib/features/retention/contract.ts';
import { periodInWords, retentionMessages } from '#lib/features/retention/messages.ts';
import { formatDay } from '#lib/platform/language/index.ts';
import { heading, paragraph } from '#lib/report/index.ts';
import type { Block } from '#lib/report/index.ts';
import { privacyMessages } from '../../messages.ts';
import type { FileFacts } from './file-facts.ts';

/** How long each kind is kept here. */
export function howLong({ language, periods }: FileFacts): Block[] {
  const say = privacyMessages(language);
  const ofRetention = retentionMessages(language);
  return [
    heading(say('file-keep-title')),
    paragraph(say('file-keep-job')),
    {
      kind: 'table',
      caption: say('file-keep-caption'),
      columns: (['what', 'period', 'from'] as const).map((column) => ({
        label: say(`file-keep-${column}`),
        align: 'start' as const,
      })),
      rows: retentionKinds.map((kind) => [
        ofRetention(`kind-${kind}`),
        periodInWords(periods[kind], language),
        ofRetention(`from-${kind}`),
      ]),
    },
    paragraph(ofRetention('own-day')),
    paragraph(say('file-question', { text: say('file-keep-question') })),
  ];
}

/** Who else gets something: advisers, the mail server, whoever runs the server. */
export function whoElse({ language, advisers, mailRoute, publicUrl, scan }: FileFacts): Block[] {
  const say = privacyMessages(language);
  const { host, protocol } = new URL(publicUrl);
  const until = advisers.until === null ? '' : formatDay(advisers.until, language);
  const research = scan?.research ?? null;
  const asked = mailRoute === 'none' ? (['host'] as const) : (['host', 'mail'] as const);
  return [
    heading(say('file-to-title')),
    {
      kind: 'list',
      items: [
        advisers.count === 0 ? say('file-to-none') : say('file-to-adviser', { n: advisers.count, until }),
        say(`file-to-mail-${mailRoute}`),
        say(protocol === 'https:' ? 'file-to-https' : 'file-to-http', { host }),
        ...(research ? [say('file-to-research', { researcher: research.researcher })] : []),
        say('file-to-share'),
        say('file-to-nobody'),
      ],
    },
    ...asked.map((about) => paragraph(say('file-question', { text: say(`file-to-question-${about}`) }))),
  ];
}
