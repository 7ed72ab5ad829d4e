import { heading, paragraph, pdfOfBlocks } from '#lib/report/index.ts';
import type { Block, BlockDocument } from '#lib/report/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { formatDay } from '#lib/platform/language/index.ts';
import type { PersonalData } from '../contract.ts';
import { personalDataMessages } from '../messages.ts';

export type PersonalDataFormat = 'json' | 'pdf';

/** What a page showed, to take along: readable on paper, or for another program. */
export async function personalDataFile(
  context: Pick<Context, 'language'>,
  data: PersonalData,
  format: PersonalDataFormat,
): Promise<{ bytes: Uint8Array; contentType: string; fileName: string }> {
  const name = `${personalDataMessages(context.language)('file-name')}-${data.on}`;
  if (format === 'pdf') {
    const bytes = await pdfOfBlocks(personalDataDocument(data, context.language));
    return { bytes, contentType: 'application/pdf', fileName: `${name}.pdf` };
  }
  const { subject: _subject, ...told } = data;
  const bytes = new TextEncoder().encode(`${JSON.stringify(told, null, 2)}\n`);
  return { bytes, contentType: 'application/json', fileName: `${name}.json` };
}

function personalDataDocument(data: PersonalData, language: 'nl' | 'en'): BlockDocument {
  const say = personalDataMessages(language);
  const blocks: Block[] = [
    paragraph(say('lead'), 'lead'),
    ...data.kinds.flatMap(({ kind, records }): Block[] => [
      heading(say(`kind-${kind}`)),
      paragraph(say(`about-${kind}`), 'quiet'),
      ...(records.length === 0
        ? [paragraph(say('nothing'))]
        : [
            {
              kind: 'list' as const,
              items: records.map(({ label, facts }) =>
                [label, ...facts.map((fact) => `${fact.label}: ${fact.value}`)].join(' · '),
              ),
            },
          ]),
    ]),
    heading(say('never-title')),
    paragraph(say('never-answers')),
    paragraph(say('never-used')),
  ];
  return {
    title: say('title', { name: data.name }),
    author: data.organisation,
    language,
    kicker: say('kicker', { organisation: data.organisation, on: formatDay(data.on, language) }),
    heading: say('title', { name: data.name }),
    blocks,
    foot: say('title', { name: data.name }),
    pageOf: say('page-of'),
  };
}
