import { dayOf } from '#lib/platform/clock/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { formatDay } from '#lib/platform/language/index.ts';
import { heading, paragraph, pdfOfBlocks } from '#lib/report/index.ts';
import type { Block } from '#lib/report/index.ts';
import type { DisclosureReportPage } from '../contract.ts';
import { resultMessages } from '../messages.ts';
import { disclosureReport } from './disclosure-report.ts';
import { fileName } from './file-name.ts';
import type { ResultFile } from './result-documents.ts';

/** The audit of a result on paper, for the minutes of whoever asked for it: a tagged PDF/UA. */
export async function disclosureDocument(context: Context, scanId: string): Promise<ResultFile> {
  const page = await disclosureReport(context, scanId);
  const { language } = context;
  const say = resultMessages(language);
  const bytes = await pdfOfBlocks({
    title: `${say('audit-title')} · ${page.scan.title}`,
    author: page.organisation,
    language,
    kicker: say('overline', { scan: page.scan.title, day: formatDay(page.scan.closesOn, language, 'short') }),
    heading: page.heading,
    blocks: blocksOf(page, context),
    foot: say('audit-foot', { scan: page.scan.title, day: formatDay(dayOf(context.clock.now()), language) }),
    pageOf: say('audit-page-of'),
  });
  return {
    bytes,
    contentType: 'application/pdf',
    fileName: `${fileName(language, page.scan.title, say('audit-file'))}.pdf`,
  };
}

function blocksOf(page: DisclosureReportPage, { language }: Context): Block[] {
  const say = resultMessages(language);
  return [
    paragraph(say('audit-lead'), 'lead'),
    ...(page.isHeldBack ? [paragraph(say('audit-held'))] : []),
    heading(say('audit-found')),
    { kind: 'facts', rows: page.facts.map(({ term, text }) => ({ label: term, value: text })) },
    ...(page.closest.length === 0
      ? []
      : [heading(say('audit-table')), paragraph(say('audit-table-text')), table(page)]),
    heading(say('audit-not-title')),
    { kind: 'list', items: page.notSeen },
    paragraph(say('audit-done-on', { day: formatDay(page.auditedAt, language) }), 'quiet'),
  ];

  function table({ closest }: DisclosureReportPage): Block {
    return {
      kind: 'table',
      caption: say('audit-table-caption'),
      columns: (['unit', 'about', 'who', 'steps'] as const).map((column) => ({
        label: say(`audit-column-${column}`),
        align: column === 'steps' ? ('end' as const) : ('start' as const),
      })),
      rows: closest.map(({ unit, about, who, steps, isEnclosed }) => [
        unit,
        about,
        who,
        isEnclosed ? `${steps} (${say('audit-too-close')})` : steps,
      ]),
    };
  }
}
