import { formerActor } from '#lib/features/personal-data/contract.ts';
import { retentionKinds } from '#lib/features/retention/contract.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { AuditLine } from '../contract.ts';
import { maySeeAuditLog } from './policy.ts';
import { privacyStore } from './store.ts';

const mostShown = 200;

/** The last things that were done here, by whom; names of things, never their contents. */
export async function auditLog(context: Context): Promise<readonly AuditLine[]> {
  authorize(context, maySeeAuditLog(context.actor));
  const store = privacyStore(context.database);
  const entries = await store.auditEntries(mostShown);
  const mentioned = new Set(entries.flatMap(unitIds));
  const units = mentioned.size > 0 ? await store.unitNames([...mentioned]) : [];
  return entries.map((entry) => {
    const { id, at, accountId, action, name } = entry;
    const here = new Set(unitIds(entry));
    return {
      id,
      at: at.toISOString(),
      who: name,
      isProduct: accountId === null,
      isFormer: accountId === formerActor,
      action,
      units: units.filter((unit) => here.has(unit.id)).map((unit) => unit.name),
      count: countOf(entry),
      change: changeOf(entry),
    };
  });
}

type Entry = { readonly action: string; readonly subject: string | null };

/** A list of codes that was printed is written down with its units, apart by a space; a card that was added with its unit. */
function unitIds({ action, subject }: Entry): string[] {
  return /^invitation\.(letters-made|cards-made|unnamed-cards-made|cards-added)$/.test(action)
    ? (subject ?? '').split(' ').filter((id) => id !== '')
    : [];
}

/** What the product deletes by itself is written down as a number. */
function countOf({ action, subject }: Entry): number | null {
  return /^retention\..+-deleted$/.test(action) && /^\d+$/.test(subject ?? '') ? Number(subject) : null;
}

/** `mails 3 12`: the kind, the months before, the months now. */
function changeOf({ action, subject }: Entry): AuditLine['change'] {
  const [kind, from, to] = (subject ?? '').split(' ');
  const known = retentionKinds.find((one) => one === kind);
  return action === 'retention.changed' && known ? { kind: known, from: Number(from), to: Number(to) } : null;
}
