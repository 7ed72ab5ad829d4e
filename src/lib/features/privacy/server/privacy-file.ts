import { z } from 'zod';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { formatDay } from '#lib/platform/language/index.ts';
import { paragraph, pdfOfBlocks } from '#lib/report/index.ts';
import type { BlockDocument } from '#lib/report/index.ts';
import { scanList } from '#lib/features/scan/server/index.ts';
import type { PrivacyFilePage } from '../contract.ts';
import { privacyMessages } from '../messages.ts';
import { fileFacts } from './file/file-facts.ts';
import type { FileFacts } from './file/file-facts.ts';
import { fromWhen, inShort, seesWhat, whatAndWhy, whatParticipantsRead } from './file/first-sections.ts';
import { howLong, whoElse } from './file/keeping-sections.ts';
import { assessment, covenant, requestForConsent } from './file/signed-sections.ts';
import { lastAudit, protectsAgainst, whatIsFixed, whatWasTried } from './file/threat-sections.ts';
import { mayTakePrivacyFile } from './policy.ts';

/** Which peiling it is about, and docs/privacy.md, which the page brings along. */
export interface PrivacyFileWish {
  readonly scanId: string | null;
  readonly attackReport: string;
}

/** The privacy and works-council file as a page, with the peilingen that it can be about. */
export async function privacyFilePage(context: Context, wish: PrivacyFileWish): Promise<PrivacyFilePage> {
  authorize(context, mayTakePrivacyFile(context.actor));
  const facts = await fileFacts(context, checked(wish));
  const scans = await scanList(context);
  return {
    document: privacyFile(facts),
    scanId: facts.scan?.id ?? null,
    scans: scans.map(({ id, title }) => ({ id, title })),
  };
}

/** The same on paper: a tagged PDF/UA. */
export async function privacyFileDocument(
  context: Context,
  wish: PrivacyFileWish,
): Promise<{ bytes: Uint8Array; fileName: string }> {
  authorize(context, mayTakePrivacyFile(context.actor));
  const facts = await fileFacts(context, checked(wish));
  const bytes = await pdfOfBlocks(privacyFile(facts));
  return { bytes, fileName: `${privacyMessages(context.language)('file-name')}-${facts.on}.pdf` };
}

const checked = ({ scanId, attackReport }: PrivacyFileWish): PrivacyFileWish => ({
  scanId: z.uuid().safeParse(scanId).success ? scanId : null,
  attackReport,
});

function privacyFile(facts: FileFacts): BlockDocument {
  const { language, organisation, scan } = facts;
  const say = privacyMessages(language);
  const on = formatDay(facts.on, language);
  const kind = scan === null ? 'none' : scan.research !== null ? 'pilot' : scan.openingKey;
  return {
    title: say('file-title', { organisation }),
    author: organisation,
    language,
    kicker: scan
      ? say('file-kicker-scan', { organisation, title: scan.title, on })
      : say('file-kicker', { organisation, on }),
    heading: say(`file-heading-${kind}`),
    blocks: [
      paragraph(say('file-lead', { on }), 'lead'),
      paragraph(say('file-no-advice')),
      ...inShort(facts),
      ...whatAndWhy(facts),
      ...seesWhat(facts),
      ...fromWhen(facts),
      ...whatParticipantsRead(facts),
      ...howLong(facts),
      ...whoElse(facts),
      ...protectsAgainst(facts),
      ...whatIsFixed(facts),
      ...lastAudit(facts),
      ...whatWasTried(facts),
      ...assessment(facts),
      ...requestForConsent(facts),
      ...covenant(facts),
    ],
    foot: say('file-foot', { organisation, on }),
    pageOf: say('file-page-of'),
  };
}
