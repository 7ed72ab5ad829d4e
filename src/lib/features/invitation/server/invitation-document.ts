import { z } from 'zod';
import { peopleInUnits } from '#lib/features/organisation/server/index.ts';
import { scanUnits } from '#lib/features/scan/server/index.ts';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { languages } from '#lib/platform/language/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { renderInvitations } from '#lib/report/index.ts';
import type { InvitationPrint, PrintedCode } from '#lib/report/index.ts';
import { invitationFaults, invitationMessages } from '../messages.ts';
import { noteCodeList } from './code-lists.ts';
import { countedWith } from './counted-with.ts';
import { codeOf } from './derived-code.ts';
import { foundOpenScan } from './found-scan.ts';
import type { FoundScan } from './found-scan.ts';
import { invitationLink } from './invitation-link.ts';
import { invitationTerms, isPromised } from './invitation-terms.ts';
import { paperRecipients } from './paper-recipients.ts';
import { mayInvite } from './policy.ts';
import { mailingStore } from './store-mailing.ts';
import { invitationStore } from './store.ts';

const DocumentRequest = z.object({
  scanId: z.uuid('scan-unknown'),
  kind: z.enum(['letters', 'cards', 'unnamed-cards'], 'document-unclear'),
  language: z.enum(languages, 'document-unclear'),
});

/** Letters, cards with a name or cards to be drawn by hand as one PDF. Names beside codes: every making is written down, with its units. */
export async function invitationDocument(
  context: Context,
  input: unknown,
): Promise<{ bytes: Uint8Array; fileName: string }> {
  const { scanId, kind, language } = read(DocumentRequest, input, invitationFaults(context.language));
  authorize(context, mayInvite(context.actor));
  const say = invitationMessages(context.language);
  const scan = await foundOpenScan(context, scanId);
  if (!isPromised(scan)) throw new Refusal(409, say('open-first'));
  const terms = invitationTerms(scan, context.publicUrl, language);
  const printed = (invitationId: string): PrintedCode => {
    const code = codeOf(context.secrets, scanId, invitationId);
    return { code, link: invitationLink(context.publicUrl, scan, code) };
  };
  const cards = kind === 'unnamed-cards' ? await cardsPerUnit(context, scan, language, printed) : [];
  const recipients = kind === 'unnamed-cards' ? [] : await namedRecipients(context, scan, language, printed);
  const unitIds = [...new Set([...cards, ...recipients].map(({ scanUnitId }) => scanUnitId))];
  if (unitIds.length === 0) throw new Refusal(409, say('document-empty'));
  const print: InvitationPrint = kind === 'unnamed-cards' ? { kind, terms, units: cards } : { kind, terms, recipients };
  const bytes = await renderInvitations(print, { language });
  await inTransaction(context, async (inside) => {
    await audit(inside, `invitation.${kind}-made`, unitIds.join(' '));
    const codes = recipients.length + cards.reduce((sum, unit) => sum + unit.cards.length, 0);
    await noteCodeList(inside, { scanId, kind, codes });
  });
  return { bytes, fileName: `${say(`file-${kind}`)}-${scan.code}-${language}.pdf` };
}

async function namedRecipients(
  context: Context,
  scan: FoundScan,
  language: Language,
  printed: (id: string) => PrintedCode,
) {
  const [invitations, units, people, mailings] = await Promise.all([
    invitationStore(context.database).invitations(scan.id),
    scanUnits(context.database, scan.id),
    peopleInUnits(context),
    mailingStore(context.database).mailings(scan.id),
  ]);
  const countedWithOf = countedWith(units, scan);
  const undelivered = new Set(mailings.flatMap((mailing) => mailing.undelivered));
  return paperRecipients(invitations, units, people, undelivered)
    .filter((recipient) => recipient.language === language)
    .map(({ id, name, unit, scanUnitId }) => ({
      scanUnitId,
      name,
      unit,
      addressLines: [],
      countedWith: countedWithOf(scanUnitId, language),
      ...printed(id),
    }));
}

async function cardsPerUnit(
  context: Context,
  scan: FoundScan,
  language: Language,
  printed: (id: string) => PrintedCode,
) {
  const [invitations, units] = await Promise.all([
    invitationStore(context.database).invitations(scan.id),
    scanUnits(context.database, scan.id),
  ]);
  const countedWithOf = countedWith(units, scan);
  const cards = invitations.filter((one) => one.channel === 'unnamed-card' && one.language === language);
  const perUnit = Map.groupBy(cards, (one) => one.scanUnitId);
  return units.flatMap(({ id, name }) => {
    const here = perUnit.get(id);
    if (!here) return [];
    const cards = here.map((card) => printed(card.id));
    return [{ scanUnitId: id, unit: name, countedWith: countedWithOf(id, language), cards }];
  });
}
