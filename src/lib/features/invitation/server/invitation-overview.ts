import { peopleInUnits } from '#lib/features/organisation/server/index.ts';
import { scanUnits } from '#lib/features/scan/server/index.ts';
import type { ScanUnit } from '#lib/features/scan/contract.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { DocumentKind, InvitationOverview } from '../contract.ts';
import { foundScan } from './found-scan.ts';
import { isAddressLocal } from './invitation-link.ts';
import { paperRecipients } from './paper-recipients.ts';
import { mayInvite } from './policy.ts';
import { mailingStore } from './store-mailing.ts';
import { invitationStore } from './store.ts';

/** What was made for whom, which papers can be printed and which mailings went out: counts, and names only where mail came back. */
export async function invitationOverview(context: Context, scanId: string): Promise<InvitationOverview> {
  authorize(context, mayInvite(context.actor));
  const scan = await foundScan(context, scanId);
  const [invitations, units, people, mailings] = await Promise.all([
    invitationStore(context.database).invitations(scanId),
    scanUnits(context.database, scanId),
    peopleInUnits(context),
    mailingStore(context.database).mailings(scanId),
  ]);
  const refused = new Set(mailings.flatMap((mailing) => mailing.undelivered));
  const named = paperRecipients(invitations, units, people, refused);
  const cards = invitations.filter((one) => one.channel === 'unnamed-card');
  const counts: Record<DocumentKind, readonly { language: string }[]> = {
    letters: named,
    cards: named,
    'unnamed-cards': cards,
  };
  const depths = depthOf(units);
  const perUnit = Map.groupBy(invitations, (one) => one.scanUnitId);
  return {
    units: units.map(({ id, name }) => {
      const count = (channel: string): number =>
        (perUnit.get(id) ?? []).filter((one) => one.channel === channel).length;
      return {
        id,
        name,
        depth: depths.get(id) ?? 0,
        byMail: count('mail'),
        onPaper: count('paper'),
        unnamedCards: count('unnamed-card'),
      };
    }),
    total: invitations.length,
    languages: scan.languages,
    documents: (['letters', 'cards', 'unnamed-cards'] as const).flatMap((kind) =>
      scan.languages
        .map((language) => ({ kind, language, count: counts[kind].filter((one) => one.language === language).length }))
        .filter(({ count }) => count > 0),
    ),
    notYetMailed: invitations.filter((one) => one.channel === 'mail' && one.mailingId === null).length,
    mailings: mailings.map(({ kind, dueOn, recipients, sentAt }) => ({
      kind,
      dueOn,
      recipients,
      isSent: sentAt !== null,
    })),
    undelivered: named.filter(({ id }) => refused.has(id)).map(({ name, unit }) => ({ name, unit })),
    canMail: context.mailer.canSend,
    isAddressLocal: isAddressLocal(context.publicUrl),
  };
}

/** How deep each unit lies; parents come before their children. */
export function depthOf(units: readonly ScanUnit[]): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  for (const { id, parentId } of units) depths.set(id, parentId === null ? 0 : (depths.get(parentId) ?? 0) + 1);
  return depths;
}
