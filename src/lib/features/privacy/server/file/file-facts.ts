import { periodsOf } from '#lib/features/retention/server/index.ts';
import type { RetentionKind } from '#lib/features/retention/contract.ts';
import type { AuditInShort } from '#lib/features/result/contract.ts';
import { auditInShort } from '#lib/features/result/server/index.ts';
import type { ScanOverview } from '#lib/features/scan/contract.ts';
import { scanList, scanOverview } from '#lib/features/scan/server/index.ts';
import { dayOf } from '#lib/platform/clock/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import type { MailRoute } from '#lib/platform/mail/index.ts';
import { privacyStore } from '../store.ts';
import { attackTables } from './attack-tables.ts';
import type { AttackTable } from './attack-tables.ts';

/** Everything that the file is made of, as it is at this moment. */
export interface FileFacts {
  readonly language: Language;
  readonly organisation: string;
  /** The day on which the file was made. */
  readonly on: string;
  /** Null while no peiling was ever prepared. */
  readonly scan: ScanOverview | null;
  /** The last audit of its figures; null while there is no result. */
  readonly audit: AuditInShort | null;
  readonly periods: Readonly<Record<RetentionKind, number>>;
  readonly advisers: { readonly count: number; readonly until: string | null };
  readonly mailRoute: MailRoute;
  readonly publicUrl: string;
  readonly attacks: readonly AttackTable[];
}

/** Gathers them; the caller has asked whether this actor may. Without a peiling by that id, it is the newest. */
export async function fileFacts(
  context: Context,
  wish: { readonly scanId: string | null; readonly attackReport: string },
): Promise<FileFacts> {
  const store = privacyStore(context.database);
  const [scans, organisation, advisers, periods] = await Promise.all([
    scanList(context),
    store.organisationName(),
    store.advisers(context.clock.now()),
    periodsOf(context.database),
  ]);
  const chosen = scans.find(({ id }) => id === wish.scanId) ?? scans[0];
  const last = advisers.map(({ validUntil }) => validUntil).sort((one, other) => Number(other) - Number(one))[0];
  return {
    language: context.language,
    organisation,
    on: dayOf(context.clock.now()),
    scan: chosen ? await scanOverview(context, chosen.id) : null,
    audit: chosen ? await auditInShort(context, chosen.id) : null,
    periods,
    advisers: { count: advisers.length, until: last ? dayOf(last) : null },
    mailRoute: context.mailer.route ?? (context.mailer.canSend ? 'unknown' : 'none'),
    publicUrl: context.publicUrl,
    attacks: attackTables(wish.attackReport),
  };
}
